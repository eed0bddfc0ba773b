import type { Experiment } from '../../experiment/experiment';
import type { HiddenActivation } from '../../experiment/names';
import { layerSizes, parameterIndex } from '../../experiment/shape';
import { activationValue } from '../activationValue';

/** A unit of one hidden layer on x alone, by what its step looks like: w_j σ(wx + b) on the figure. */
export interface UnitStep {
  /** from x into the unit */
  readonly weight: number;
  readonly bias: number;
  /** from the unit into the output */
  readonly output: number;
}

/** Excitation at which the handle for steepness sits: well up the step. */
const STEEP_AT = 1.5;
/** Weights that handles give a unit. */
const STEEPEST = 200;
const FLATTEST = 0.05;
/** Weight of a unit that had none when its step is moved. */
const FIRST_WEIGHT = 4;
/** x of the handle for the height is one of the ends of the data. */
const EDGE = 1;
/** Below this response at the edge the height cannot be read there. */
const LEAST_RESPONSE = 0.02;

/** Whether units are steps along x that can be dragged: one hidden layer, whose only input is x. */
export function hasSteps({ network, features }: Experiment): boolean {
  return network.hidden.length === 1 && features.length === 1 && features[0] === 'x1';
}

/** Places of a unit's three parameters. */
export function stepIndices(experiment: Experiment, unit: number) {
  const sizes = layerSizes(experiment);
  return {
    weight: parameterIndex(sizes, { layer: 0, unit, from: 0 }),
    bias: parameterIndex(sizes, { layer: 0, unit, from: 'bias' }),
    output: parameterIndex(sizes, { layer: 1, unit: 0, from: unit }),
  };
}

export function stepOf(experiment: Experiment, parameters: ArrayLike<number>, unit: number): UnitStep {
  const { weight, bias, output } = stepIndices(experiment, unit);
  return { weight: parameters[weight] ?? 0, bias: parameters[bias] ?? 0, output: parameters[output] ?? 0 };
}

/** Where the excitation is 0; not finite for a unit that does not see x. */
export function positionOf({ weight, bias }: UnitStep): number {
  return weight === 0 ? NaN : -bias / weight;
}

/** The same step elsewhere. */
export function moveStep(step: UnitStep, x: number): UnitStep {
  const weight = step.weight === 0 ? FIRST_WEIGHT : step.weight;
  return { ...step, weight, bias: -weight * x };
}

/** The same place with another steepness, the weight from x. The sign, which side is on, stays unless it is given. */
export function steepenStep(step: UnitStep, weight: number): UnitStep {
  const position = positionOf(step);
  const size = Math.max(FLATTEST, Math.min(STEEPEST, Math.abs(weight)));
  const signed = weight < 0 ? -size : size;
  return { ...step, weight: signed, bias: Number.isFinite(position) ? -signed * position : step.bias };
}

/** Whether another steepness changes the step at all. */
export function hasSteepness(activation: HiddenActivation): boolean {
  return activation !== 'step' && activation !== 'sign';
}

/** Where the handle for steepness sits on the unit's contribution. */
export function steepnessPlace(step: UnitStep, activation: HiddenActivation): { x: number; y: number } {
  const x = (STEEP_AT - step.bias) / step.weight;
  return { x, y: step.output * activationValue(activation, STEEP_AT) };
}

/** The weight that brings the handle for steepness to x; the side that is on stays on. */
export function weightAt(step: UnitStep, x: number): number {
  const distance = x - positionOf(step);
  const sign = step.weight < 0 ? -1 : 1;
  const least = STEEP_AT / STEEPEST;
  return (sign * STEEP_AT) / Math.max(least, sign * distance);
}

/** Where the handle for the height sits: on the contribution at the end of the data on the side that is on. */
export function heightPlace(step: UnitStep, activation: HiddenActivation): { x: number; y: number } | null {
  const x = step.weight < 0 ? -EDGE : EDGE;
  const response = activationValue(activation, step.weight * x + step.bias);
  return Math.abs(response) < LEAST_RESPONSE ? null : { x, y: step.output * response };
}

/** The same step with its end at y. */
export function raiseStep(step: UnitStep, activation: HiddenActivation, y: number): UnitStep {
  const place = heightPlace(step, activation);
  if (place === null) return step;
  return { ...step, output: y / activationValue(activation, step.weight * place.x + step.bias) };
}

/** px between two units' handles */
const GAP = 15;

/** Places from `low` to `high` as near to those wanted as a gap between any two allows, [index of wanted]. */
export function spreadHandles(wanted: readonly number[], low: number, high: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const gap = Math.min(GAP, (high - low) / Math.max(1, wanted.length - 1));
  const places = order.map((i) => Math.max(low, Math.min(high, wanted[i] ?? 0)));
  // Groups of handles that touch stand around the mean of what they want.
  const groups: { sum: number; count: number }[] = [];
  for (const place of places) {
    let group = { sum: place, count: 1 };
    for (let last = groups.at(-1); last !== undefined; last = groups.at(-1)) {
      const apart = group.sum / group.count - last.sum / last.count;
      if (apart >= ((last.count + group.count) / 2) * gap) break;
      group = { sum: group.sum + last.sum, count: group.count + last.count };
      groups.pop();
    }
    groups.push(group);
  }
  const spread = new Array<number>(wanted.length).fill(0);
  let next = 0;
  let least = low;
  groups.forEach(({ sum, count }) => {
    const first = Math.max(least, Math.min(sum / count - ((count - 1) / 2) * gap, high - (count - 1) * gap));
    for (let i = 0; i < count; i++) spread[order[next++] ?? 0] = first + i * gap;
    least = first + count * gap;
  });
  return spread;
}
