import type { LitPart } from '../../protocol/snapshot';
import type { NetworkLayout } from './layout';
import { pointOnLink, type LinkGeometry } from './linkGeometry';
import type { Pill } from './drawPills';

/** The links that arrive at and leave one unit, as far as they are meant. */
export interface UnitLinks {
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
}

/** Layer −1 are the inputs, 0 the first hidden layer. */
export function linksOfUnit(links: LinkGeometry, { layer, unit, side }: LitPart): UnitLinks {
  const before = links.layers[layer];
  const after = links.layers[layer + 1];
  const isMeant = (from: number) => side === undefined || side === 'in' || side === from;
  return {
    incoming: before
      ? Array.from({ length: before.inputs }, (_, i) => i)
          .filter(isMeant)
          .map((i) => before.first + unit * before.inputs + i)
      : [],
    outgoing:
      after && (side === undefined || side === 'out')
        ? Array.from({ length: after.units }, (_, j) => after.first + j * after.inputs + unit)
        : [],
  };
}

/** Index of a link's weight in the flat parameters. */
export function parameterOfLink(links: LinkGeometry, link: number): number {
  for (const layer of links.layers) {
    if (link < layer.first + layer.count) return layer.weights + link - layer.first;
  }
  return -1;
}

/** Pills stand towards the end of the link at which a unit's links lie apart. */
const INCOMING_SHARE = 0.34;
const OUTGOING_SHARE = 0.66;
/** Between columns that are closer, in px, a pill stands on the other unit instead. */
const NARROW_GAP = 64;

export function weightPills(
  layout: NetworkLayout,
  links: LinkGeometry,
  unit: UnitLinks,
  parameters: ArrayLike<number>,
  format: (weight: number) => string,
): Pill[] {
  const pill = (link: number, at: Point): Pill => ({
    ...at,
    text: format(parameters[parameterOfLink(links, link)] ?? 0),
    frozen: links.frozen[link] === 1,
  });
  return [
    ...unit.incoming.map((link) => pill(link, pointFor(layout, links, link, INCOMING_SHARE))),
    ...unit.outgoing.map((link) => pill(link, pointFor(layout, links, link, OUTGOING_SHARE))),
  ];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointFor(layout: NetworkLayout, links: LinkGeometry, link: number, share: number): Point {
  const l = links.layers.findIndex((layer) => link < layer.first + layer.count);
  const { first = 0, inputs = 1 } = links.layers[l] ?? {};
  const from = layout.columns[l];
  const to = layout.columns[l + 1];
  const tight = from && to && to.left - from.right < NARROW_GAP;
  const sending = (link - first) % inputs;
  const place = share < 0.5 ? from?.units[sending] : to?.units[(link - first - sending) / inputs];
  return tight && place ? { x: place.x, y: place.y } : pointOnLink(links.ends, link, share);
}
