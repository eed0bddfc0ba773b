import type { ParameterRef } from '../../experiment/experiment';
import { curvePoint } from './curve';
import type { ColumnLayout, NetworkLayout } from './layout';

/** The links of one layer, in the order of its weights: [receiving][sending]. */
export interface LinkLayer {
  /** index of the first link among all */
  readonly first: number;
  readonly count: number;
  readonly inputs: number;
  readonly units: number;
  /** index of the first weight, and of the first bias, in the flat parameters */
  readonly weights: number;
  readonly bias: number;
}

export interface LinkGeometry {
  readonly count: number;
  readonly layers: readonly LinkLayer[];
  /** x and y of the start, x and y of the end: 4 numbers a link */
  readonly ends: Float32Array;
  /** [link] between which two layers it runs: 0 from the inputs */
  readonly gap: Uint8Array;
  /** 1 for a link whose weight is frozen */
  readonly frozen: Uint8Array;
}

export function layoutLinks(layout: NetworkLayout, frozen: readonly ParameterRef[]): LinkGeometry {
  const layers = linkLayers(layout.columns.map((column) => column.units.length));
  const count = layers.reduce((sum, layer) => sum + layer.count, 0);
  const ends = new Float32Array(4 * count);
  const gap = new Uint8Array(count);
  layers.forEach((layer, l) => {
    const from = layout.columns[l];
    const to = layout.columns[l + 1];
    gap.fill(l, layer.first, layer.first + layer.count);
    if (from && to) placeEnds(ends, layer, from, to);
  });
  return { count, layers, ends, gap, frozen: frozenLinks(layers, count, frozen) };
}

export function linkLayers(sizes: readonly number[]): LinkLayer[] {
  const layers: LinkLayer[] = [];
  let first = 0;
  let parameter = 0;
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1] ?? 0;
    const units = sizes[l] ?? 0;
    const count = inputs * units;
    layers.push({ first, count, inputs, units, weights: parameter, bias: parameter + count });
    first += count;
    parameter += count + units;
  }
  return layers;
}

function placeEnds(ends: Float32Array, layer: LinkLayer, from: ColumnLayout, to: ColumnLayout): void {
  let at = 4 * layer.first;
  for (const receiving of to.units) {
    for (const sending of from.units) {
      ends[at++] = from.right;
      ends[at++] = sending.port;
      ends[at++] = to.left;
      ends[at++] = receiving.port;
    }
  }
}

function frozenLinks(layers: readonly LinkLayer[], count: number, refs: readonly ParameterRef[]): Uint8Array {
  const frozen = new Uint8Array(count);
  for (const { layer: l, unit, from } of refs) {
    const layer = layers[l];
    if (layer && from !== 'bias') frozen[layer.first + unit * layer.inputs + from] = 1;
  }
  return frozen;
}

/** A point of a link's curve at a parameter 0 … 1. */
export function pointOnLink(ends: Float32Array, link: number, t: number): { x: number; y: number } {
  const x0 = ends[4 * link] ?? 0;
  const y0 = ends[4 * link + 1] ?? 0;
  const { along, across } = curvePoint(t);
  return {
    x: x0 + ((ends[4 * link + 2] ?? 0) - x0) * along,
    y: y0 + ((ends[4 * link + 3] ?? 0) - y0) * across,
  };
}
