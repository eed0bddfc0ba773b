import { curvePoint } from '../network/curve';
import type { ColumnLayout, NetworkLayout } from '../network/layout';
import type { LinkGeometry } from '../network/linkGeometry';
import type { Link } from './links';

/** Where the boxes of a network's units stand, in px of their common frame. */
export interface BoxSpace {
  readonly width: number;
  readonly height: number;
  /** [layer + 1][unit] */
  readonly columns: readonly (readonly Box[])[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  /** the middle, where links arrive and leave */
  readonly y: number;
}

/** Stands for a picture's side: it sets how wide the strongest link is. */
const TILE = 16;

/** The boxes in the network figure's terms, so that their links are laid out and painted like those. */
export function layoutBoxes({ width, height, columns }: BoxSpace): NetworkLayout {
  return { width, height, top: 0, foot: 0, head: 'tight', columns: columns.map(layoutColumn) };
}

function layoutColumn(boxes: readonly Box[]): ColumnLayout {
  const left = boxes[0]?.left ?? 0;
  const right = boxes[0]?.right ?? 0;
  const x = (left + right) / 2;
  return {
    ...{ x, left, right, top: 0, bottom: 0, tile: TILE, pitch: 0, across: 1 },
    units: boxes.map(({ y }) => ({ x, y, port: y })),
  };
}

/** One link from the right edge of its sending box to the left edge of its receiving one. */
export interface Edge {
  readonly link: Link;
  /** place of its weight among those of its layer */
  readonly weight: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** px from arrow to arrow where several end at one box, and px of its edge that they share */
const ARROW_PITCH = 9;
const ARROW_ROOM = 40;

/** The edges of a stage's links; where errors come back, their arrows end one below the other. */
export function layoutEdges(geometry: LinkGeometry, links: readonly Link[], backward: boolean): Edge[] {
  const pitch = Math.min(ARROW_PITCH, ARROW_ROOM / links.length);
  return links.flatMap((link, i) => {
    const layer = geometry.layers[link.layer];
    if (layer === undefined || link.unit >= layer.units || link.from >= layer.inputs) return [];
    const weight = link.unit * layer.inputs + link.from;
    const at = 4 * (layer.first + weight);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = geometry.ends.subarray(at, at + 4);
    const aside = backward ? (i - (links.length - 1) / 2) * pitch : 0;
    return [{ link, weight, x0, y0: y0 + aside, x1, y1 }];
  });
}

/** Straight pieces of a drawn curve. */
const PIECES = 20;

/** SVG path of an edge, with the signal or against it. */
export function edgePath(edge: Edge, backward: boolean): string {
  const points = Array.from({ length: PIECES + 1 }, (_, i) => pointOnEdge(edge, i / PIECES));
  if (backward) points.reverse();
  return `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

function pointOnEdge({ x0, y0, x1, y1 }: Edge, t: number): Point {
  const { along, across } = curvePoint(t);
  return { x: x0 + (x1 - x0) * along, y: y0 + (y1 - y0) * across };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** px of the widest message, and from one message to the next below it */
export const MESSAGE_WIDTH = 46;
export const MESSAGE_PITCH = 20;
/** px kept between a message and a box */
const CLEARANCE = 4;
/** More messages than these are not read side by side. */
const MOST_MESSAGES = 8;

/** Points at which the edges' messages stand, [edge], and whether there all of them can be read at once. */
export function placeMessages(
  edges: readonly Edge[],
  backward: boolean,
): { readonly points: readonly Point[]; readonly apart: boolean } {
  const { x0, x1 } = edges[0] ?? { x0: 0, x1: 0 };
  const share = messageShare(x1 - x0);
  const points = edges.map((edge) => pointOnEdge(edge, backward ? 1 - share : share));
  const apart = points.every(({ y }, i) => Math.abs(y - (points[i + 1]?.y ?? Infinity)) >= MESSAGE_PITCH);
  return { points, apart: apart && edges.length <= MOST_MESSAGES };
}

/** Towards the boxes at which the edges lie apart, as far as these leave room; else in the middle. */
function messageShare(width: number): number {
  for (let t = 0.34; t < 0.5; t += 0.02) {
    if (curvePoint(t).along * width >= MESSAGE_WIDTH / 2 + CLEARANCE) return t;
  }
  return 0.5;
}
