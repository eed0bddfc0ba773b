import type { CustomProblem, Experiment } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import { extentOf, taskOf } from '../experiment/shape';
import type { Dataset } from './dataset';
import { firstTrain } from './split';

/** The points on show as points of one's own, to be moved, added and removed by hand. */

/** Each point keeps its number and whether it trains; all numbers are rounded to single precision. */
export function customProblemOf(experiment: Experiment, dataset: Dataset): CustomProblem {
  const { problem } = experiment;
  const train = new Array<boolean>(dataset.count).fill(false);
  for (const token of dataset.train) train[token] = true;
  return {
    dataset: 'custom',
    task: taskOf(problem),
    inputs: rows(dataset.inputs, dataset.coordinates),
    targets: rows(dataset.targets, dataset.outputs),
    trainFraction: problem.trainFraction,
    train,
    extent: extentOf(problem),
    ...(problem.columns ? { columns: problem.columns } : {}),
  };
}

function rows(values: Float64Array, width: number): number[][] {
  const count = values.length / width;
  return Array.from({ length: count }, (_, r) =>
    Array.from(values.subarray(r * width, (r + 1) * width), Math.fround),
  );
}

/** Coordinates beyond the second stay as they are. */
export function movePoint(problem: CustomProblem, index: number, x1: number, x2: number): CustomProblem {
  const place = [Math.fround(x1), Math.fround(x2)];
  const inputs = problem.inputs.map((input, i) =>
    i === index ? input.map((value, coordinate) => place[coordinate] ?? value) : input,
  );
  return { ...problem, inputs };
}

/** Coordinates beyond the second are 0. The new point comes last; beyond the limit none does. */
export function addPoint(
  problem: CustomProblem,
  x1: number,
  x2: number,
  target: readonly number[],
  train: boolean,
): CustomProblem {
  if (problem.inputs.length >= LIMITS.customPoints) return problem;
  const place = [Math.fround(x1), Math.fround(x2)];
  const input = Array.from(problem.inputs[0] ?? place, (_, coordinate) => place[coordinate] ?? 0);
  return {
    ...problem,
    inputs: [...problem.inputs, input],
    targets: [...problem.targets, target.map(Math.fround)],
    train: [...trainFlags(problem), train],
  };
}

/** Two points stay, and one that trains: the first left takes over where the last such one goes. */
export function removePoint(problem: CustomProblem, index: number): CustomProblem {
  if (problem.inputs.length <= 2 || index < 0 || index >= problem.inputs.length) return problem;
  const others = <T>(list: readonly T[]) => list.filter((_, i) => i !== index);
  const kept = others(trainFlags(problem));
  const train = kept.includes(true) ? kept : kept.map((_, i) => i === 0);
  return { ...problem, inputs: others(problem.inputs), targets: others(problem.targets), train };
}

function trainFlags({ inputs, train, trainFraction }: CustomProblem): readonly boolean[] {
  const count = firstTrain(inputs.length, trainFraction);
  return train ?? inputs.map((_, i) => i < count);
}
