import type { Experiment } from '../../experiment/experiment';
import type { UnitRef } from '../../protocol/snapshot';

/** Excitations of single units, from what a probe brings: e = b + Σⱼ wⱼ inputⱼ, for many points at once. */

/** Where a unit's parameters lie, and where its inputs' values lie among a probe's. */
export interface Wiring {
  readonly inputs: number;
  /** index of the first weight in the flat parameters; the others follow */
  readonly weights: number;
  readonly bias: number;
  /** index of the first sending unit among hidden units and outputs; −1: the features send */
  readonly firstSender: number;
  /** the unit's own index among hidden units and outputs */
  readonly index: number;
}

/** @param sizes units per layer, [features, hidden …, outputs] */
export function wiringOf(sizes: readonly number[], { layer, unit }: UnitRef): Wiring {
  let offset = 0;
  let first = 0;
  for (let l = 0; l < layer; l++) {
    offset += ((sizes[l] ?? 0) + 1) * (sizes[l + 1] ?? 0);
    first += sizes[l + 1] ?? 0;
  }
  const inputs = sizes[layer] ?? 0;
  return {
    inputs,
    weights: offset + unit * inputs,
    bias: offset + inputs * (sizes[layer + 1] ?? 0) + unit,
    firstSender: layer === 0 ? -1 : first - inputs,
    index: first + unit,
  };
}

/** Values at the same points: the features and every unit's activation. */
export interface PointValues {
  readonly count: number;
  /** [feature][point] */
  readonly features: Float32Array;
  /** [unit][point], hidden units and outputs in the layout's order */
  readonly activations: Float32Array;
}

/** Overwrites `out` [point] with b + Σⱼ wⱼ inputⱼ over the first `terms` inputs; without `terms`, over all. */
export function writeExcitation(
  out: Float32Array,
  wiring: Wiring,
  parameters: ArrayLike<number>,
  { count, features, activations }: PointValues,
  terms = wiring.inputs,
): void {
  const from = wiring.firstSender < 0 ? features : activations;
  const start = Math.max(0, wiring.firstSender) * count;
  out.fill(parameters[wiring.bias] ?? 0, 0, count);
  for (let j = 0; j < terms; j++) {
    const weight = parameters[wiring.weights + j] ?? 0;
    const row = start + j * count;
    for (let p = 0; p < count; p++) out[p] = (out[p] ?? 0) + weight * (from[row + p] ?? 0);
  }
}

/** Overwrites `out` [point] with w times the activation of unit `index`. */
export function writeContribution(
  out: Float32Array,
  weight: number,
  index: number,
  { count, activations }: PointValues,
): void {
  for (let p = 0; p < count; p++) out[p] = weight * (activations[index * count + p] ?? 0);
}

/** Largest magnitude of a stretch, never 0. */
export function largestMagnitude(values: ArrayLike<number>, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const magnitude = Math.abs(values[i] ?? 0);
    if (magnitude > largest) largest = magnitude;
  }
  return largest > 0 ? largest : 1;
}

/** [layer] whether the layer's input is added to its activation; the output's never is. */
export function residualLayers({ network }: Experiment, sizes: readonly number[]): boolean[] {
  const residual = network.hidden.map(
    (layer, l) => network.connectivity === 'residual' && sizes[l] === layer.units,
  );
  return [...residual, false];
}
