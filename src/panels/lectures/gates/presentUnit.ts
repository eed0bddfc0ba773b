import type { Experiment } from '../../../experiment/experiment';
import { isStep } from '../../../experiment/names';
import { outputCount } from '../../../experiment/shape';
import type { CountedRun } from '../../../figures/gates/mistakeCount';
import type { Snapshot } from '../../../protocol/snapshot';

/** w₁, w₂ and b of a unit on x₁ and x₂. */
export interface UnitWeights {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

function isOnPlane({ features }: Experiment): boolean {
  return features.join() === 'x1,x2';
}

/** Whether the network's boundary is the line w₁x₁ + w₂x₂ + b = 0 of one unit. */
export function isOneUnit(experiment: Experiment): boolean {
  return experiment.network.hidden.length === 0 && isOnPlane(experiment) && outputCount(experiment) === 1;
}

/** More lines than this would hide the map. */
const MOST_LINES = 6;

/** Step or sign units of the first layer, each of which draws a line through the plane of x₁ and x₂; 0 where there are none. */
export function lineCount(experiment: Experiment): number {
  const { hidden, output } = experiment.network;
  const activation = hidden[0]?.activation ?? output;
  const units = hidden[0]?.units ?? outputCount(experiment);
  return isStep(activation) && isOnPlane(experiment) && units <= MOST_LINES ? units : 0;
}

/** The weights of a unit of the first layer, which has so many. */
export function weightsOf(parameters: ArrayLike<number>, unit = 0, units = 1): UnitWeights {
  const at = 2 * unit;
  return {
    w1: parameters[at] ?? NaN,
    w2: parameters[at + 1] ?? NaN,
    b: parameters[2 * units + unit] ?? NaN,
  };
}

/** The unit as it is and, where the row looked at last was a mistake, as it was before. */
export function presentUnit(
  { parameters }: Snapshot,
  run: CountedRun | null,
): { readonly now: UnitWeights; readonly before: UnitWeights | null } {
  const last = run?.last;
  const moved = last !== null && last !== undefined && last.output !== last.target;
  return { now: weightsOf(parameters), before: moved ? weightsOf(last.before) : null };
}
