import type { Experiment, Regularization } from '../experiment/experiment';
import { layerSizes, parameterIndex } from '../experiment/shape';
import type { Dataset } from './dataset';
import { leastSquares, singularValues, withPenaltyRows, type Matrix } from './leastSquares';
import { tokenSets } from './tokenSets';

/** The minimum of the page's loss for a network that is linear in its weights: no hidden layer, one linear output. */

/** Why there is nothing to solve, in one sentence; null where there is. */
export function whyUnsolvable(experiment: Experiment, dataset: Dataset): string | null {
  const { network, loss, training, features } = experiment;
  if (network.hidden.length > 0)
    return 'Solve needs a network without hidden layer: only then the weights enter linearly.';
  if (network.output !== 'linear' || loss !== 'mse')
    return 'Solve needs a linear output with squared error; with another one no formula gives the minimum.';
  const { kind, rate } = training.regularization;
  if (kind === 'l1' && rate > 0)
    return 'No formula gives the minimum with an L1 penalty. Choose L2 or no regularization.';
  const free = features.length + 1 - (experiment.frozen?.length ?? 0);
  if (penaltyRate(training.regularization) === 0 && dataset.train.length < free)
    return `${dataset.train.length} training points do not determine ${free} weights. Add points, or an L2 penalty.`;
  const zeros = new Float64Array(features.length + 1);
  return solveNetwork(experiment, dataset, zeros) === null
    ? 'The training points do not determine the weights: some features depend on one another there.'
    : null;
}

function penaltyRate({ kind, rate }: Regularization): number {
  return kind === 'l2' ? rate : 0;
}

/** What is free in the problem ‖Bw − z‖²: the penalty's rows stand under the tokens'. */
interface System {
  readonly matrix: Matrix;
  readonly targets: Float64Array;
  /** [column] its place in the parameters */
  readonly free: readonly number[];
}

/** @param present the network's parameters; frozen ones stay as they are */
function systemOf(experiment: Experiment, dataset: Dataset, present: ArrayLike<number>): System {
  const { train } = tokenSets(dataset, experiment);
  const { count, inputs, targets } = train;
  const bias = experiment.features.length;
  const sizes = layerSizes(experiment);
  const frozen = new Set((experiment.frozen ?? []).map((ref) => parameterIndex(sizes, ref)));
  const all = Array.from({ length: bias + 1 }, (_, p) => p);
  const free = all.filter((p) => !frozen.has(p));
  const input = (p: number, token: number) => (p === bias ? 1 : (inputs[p * count + token] ?? 0));
  const values = new Float64Array(count * free.length);
  const rest = targets.slice();
  for (let token = 0; token < count; token++) {
    free.forEach((p, column) => (values[token * free.length + column] = input(p, token)));
    for (const p of frozen) rest[token] = (rest[token] ?? 0) - (present[p] ?? 0) * input(p, token);
  }
  const rate = penaltyRate(experiment.training.regularization);
  const matrix = withPenaltyRows(
    { rows: count, columns: free.length, values },
    free.map((p) => (p === bias ? 0 : rate)),
  );
  const padded = new Float64Array(matrix.rows);
  padded.set(rest);
  return { matrix, targets: padded, free };
}

/** All parameters in the layout's order (weights, then bias) at the minimum; null where it is not unique. */
export function solveNetwork(
  experiment: Experiment,
  dataset: Dataset,
  present: ArrayLike<number>,
): Float64Array | null {
  const { matrix, targets, free } = systemOf(experiment, dataset, present);
  const solution = leastSquares(matrix, targets);
  if (solution === null) return null;
  const parameters = Float64Array.from({ length: experiment.features.length + 1 }, (_, p) => present[p] ?? 0);
  free.forEach((p, column) => (parameters[p] = solution[column] ?? 0));
  return parameters;
}

/** Largest |ŷ − y| over the training tokens, in double precision. */
export function largestResidual(
  experiment: Experiment,
  dataset: Dataset,
  parameters: ArrayLike<number>,
): number {
  const { count, inputs, targets } = tokenSets(dataset, experiment).train;
  const bias = experiment.features.length;
  let largest = 0;
  for (let token = 0; token < count; token++) {
    let sum = parameters[bias] ?? 0;
    for (let p = 0; p < bias; p++) sum += (parameters[p] ?? 0) * (inputs[p * count + token] ?? 0);
    largest = Math.max(largest, Math.abs(sum - (targets[token] ?? 0)));
  }
  return largest;
}

/** The largest and the least curvature of the loss over all directions: eigenvalues of its second derivative. */
export interface Curvature {
  readonly largest: number;
  readonly least: number;
}

export function curvatureOf(experiment: Experiment, dataset: Dataset): Curvature {
  const zeros = new Float64Array(experiment.features.length + 1);
  const { matrix } = systemOf(experiment, dataset, zeros);
  const singular = singularValues(matrix);
  const square = (value: number | undefined) => (value ?? 0) ** 2 / dataset.train.length;
  return { largest: square(singular[0]), least: square(singular[singular.length - 1]) };
}
