import type { Reals } from '../../../engine/reals';
import type { Experiment } from '../../../experiment/experiment';
import { isStep } from '../../../experiment/names';
import { coordinateNames, coordinateCount, layerSizes, outputCount } from '../../../experiment/shape';
import { gateName } from '../../../figures/gates/gateNames';
import { formatFixed } from '../../../figures/numbers';
import type { Snapshot } from '../../../protocol/snapshot';

/** What the truth table shows besides inputs and targets. */

/** Beyond, the columns would be too narrow to read. */
const MOST_UNITS = 10;

export interface UnitColumn {
  readonly layer: number;
  readonly unit: number;
  /** counted from the first hidden unit on, as probes do */
  readonly index: number;
}

/** A column for each hidden unit where all of them are step or sign units; else none. */
export function unitColumns({ network }: Experiment): readonly UnitColumn[] {
  const { hidden } = network;
  const units = hidden.reduce((sum, layer) => sum + layer.units, 0);
  if (units > MOST_UNITS || !hidden.every((layer) => isStep(layer.activation))) return [];
  const columns: UnitColumn[] = [];
  hidden.forEach((layer, l) => {
    for (let unit = 0; unit < layer.units; unit++) columns.push({ layer: l, unit, index: columns.length });
  });
  return columns;
}

/** The gate that a unit of steps is by its present weights; null where it has no name. */
export function presentGate(
  experiment: Experiment,
  { layer, unit }: Pick<UnitColumn, 'layer' | 'unit'>,
  parameters: Reals,
): string | null {
  const { network, features, problem } = experiment;
  const sizes = layerSizes(experiment);
  if (network.connectivity !== 'sequential') return null;
  if (layer === 0 && features.join() !== coordinateNames(coordinateCount(problem)).join()) return null;
  const activation = layer === network.hidden.length ? network.output : network.hidden[layer]?.activation;
  const sender = network.hidden[layer - 1]?.activation;
  if (activation === undefined || !isStep(activation) || (sender !== undefined && !isStep(sender)))
    return null;
  let from = 0;
  for (let l = 0; l < layer; l++) from += ((sizes[l] ?? 0) + 1) * (sizes[l + 1] ?? 0);
  const inputs = sizes[layer] ?? 0;
  const weights = parameters.subarray(from + unit * inputs, from + (unit + 1) * inputs);
  const bias = parameters[from + inputs * (sizes[layer + 1] ?? 0) + unit] ?? 0;
  return gateName({ weights, bias, low: sender === 'sign' ? -1 : 0 });
}

export interface Answer {
  /** ŷ of the class 1 */
  readonly value: number;
  readonly label: 0 | 1;
}

/** The network's answer to a row; the class as accuracy counts it. */
export function answerOf(experiment: Experiment, { outputs }: Snapshot, row: number): Answer {
  const at = row * outputs.channels;
  if (outputCount(experiment) === 2) {
    const [zero = NaN, one = NaN] = outputs.values.subarray(at, at + 2);
    return { value: one, label: one > zero ? 1 : 0 };
  }
  const value = outputs.values[at] ?? NaN;
  const { output } = experiment.network;
  const middle = output === 'sigmoid' || output === 'step' ? 0.5 : 0;
  return { value, label: value > middle ? 1 : 0 };
}

export function answerText(experiment: Experiment, value: number): string {
  return experiment.network.output === 'step' ? String(value) : formatFixed(value, 2);
}
