import type { Change } from '../../experiment/changes';
import type { Experiment, LayerParameters } from '../../experiment/experiment';
import { coordinateCount, coordinateNames, tableOf } from '../../experiment/shape';
import { rowBit } from './rows';

/** Networks of step units whose weights are set by hand, so that each unit is a gate. Inputs are 0 and 1. */

export const BY_HAND = ['and', 'or', 'nand', 'parity', 'rows'] as const;
export type ByHand = (typeof BY_HAND)[number];

export function byHandLabel(preset: ByHand, inputs: number): string {
  switch (preset) {
    case 'and':
      return 'AND';
    case 'or':
      return 'OR';
    case 'nand':
      return 'NAND';
    case 'parity':
      return inputs === 2 ? 'XOR' : 'Parity';
    case 'rows':
      return 'A unit per 1';
  }
}

/** Layer by layer, the output last; every unit a step unit. */
export function byHandLayers(preset: ByHand, table: string): readonly LayerParameters[] {
  const inputs = Math.log2(table.length);
  const all = Array.from({ length: inputs }, (_, i) => i);
  switch (preset) {
    case 'and':
      return [layerOf([and(all)], inputs)];
    case 'or':
      return [layerOf([or(all)], inputs)];
    case 'nand':
      return [layerOf([nand(all)], inputs)];
    case 'parity':
      return parityLayers(inputs);
    case 'rows':
      return rowLayers(table, inputs);
  }
}

/** The preset as an edit: network, output and parameters at once. */
export function setByHand(preset: ByHand): Change {
  return (experiment) => {
    const { problem } = experiment;
    if (problem.dataset === 'custom') return experiment;
    const parameters = byHandLayers(preset, tableOf(problem));
    const hidden = parameters
      .slice(0, -1)
      .map(({ bias }) => ({ units: bias.length, activation: 'step' as const }));
    const { frozen: _frozen, ...rest } = experiment;
    const next: Experiment = {
      ...rest,
      features: coordinateNames(coordinateCount(problem)),
      network: { ...experiment.network, hidden, output: 'step', connectivity: 'sequential' },
      loss: 'perceptron',
      parameters,
    };
    return next;
  };
}

/** One unit: the weights of those inputs that it has, and its bias. */
interface Unit {
  readonly weights: ReadonlyMap<number, number>;
  readonly bias: number;
}

const unit = (from: readonly number[], weight: number, bias: number): Unit => ({
  weights: new Map(from.map((i) => [i, weight])),
  bias,
});
/** Each threshold lies halfway between the two counts of ones that it tells apart. */
const and = (from: readonly number[]): Unit => unit(from, 1, 0.5 - from.length);
const or = (from: readonly number[]): Unit => unit(from, 1, -0.5);
const nand = (from: readonly number[]): Unit => unit(from, -1, from.length - 0.5);

function layerOf(units: readonly Unit[], inputs: number): LayerParameters {
  return {
    weights: units.map(({ weights }) => Array.from({ length: inputs }, (_, i) => weights.get(i) ?? 0)),
    bias: units.map(({ bias }) => bias),
  };
}

/** XOR in pairs, each OR and NAND feeding AND, until one value is left; who has no partner is handed on. */
function parityLayers(inputs: number): readonly LayerParameters[] {
  const layers: LayerParameters[] = [];
  for (let values = inputs; values > 1; values = Math.ceil(values / 2)) {
    const first: Unit[] = [];
    const second: Unit[] = [];
    for (let i = 0; i < values; i += 2) {
      const at = first.length;
      if (i + 1 < values) {
        first.push(or([i, i + 1]), nand([i, i + 1]));
        second.push(and([at, at + 1]));
      } else {
        first.push(or([i]));
        second.push(or([at]));
      }
    }
    layers.push(layerOf(first, values), layerOf(second, first.length));
  }
  return layers;
}

/** Any table: a unit for each row whose target is 1, on for that row alone; the output is their OR. */
function rowLayers(table: string, inputs: number): readonly LayerParameters[] {
  const rows = Array.from(table, (target, row) => (target === '1' ? row : -1)).filter((row) => row >= 0);
  if (rows.length === 0) return [layerOf([unit([], 0, -0.5)], inputs)];
  const units = rows.map((row) => {
    const bits = Array.from({ length: inputs }, (_, i) => rowBit(row, i, inputs));
    const ones = bits.filter((bit) => bit === 1).length;
    return { weights: new Map(bits.map((bit, i) => [i, bit === 1 ? 1 : -1])), bias: 0.5 - ones };
  });
  return [layerOf(units, inputs), layerOf([or(rows.map((_, k) => k))], rows.length)];
}
