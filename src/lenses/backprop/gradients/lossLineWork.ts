import type { Layout } from '../../../engine/engine';
import { createLayout } from '../../../engine/layout';
import { networkSpec } from '../../../engine/network';
import { addPenaltyGradient } from '../../../engine/trainer/penalty';
import { tokenLossOf, traceToken, type TokenTrace } from '../../../engine/trace/trace';
import type { Experiment, Regularization } from '../../../experiment/experiment';
import type { LossLine } from '../../../figures/gradients/lossPlot';
import type { Token } from '../values';
import type { Work } from './slices';

export interface LossLineTask {
  readonly experiment: Experiment;
  readonly step: number;
  readonly parameters: ArrayLike<number>;
  readonly train: readonly Token[];
  /** of the parameter that is moved, in the layout's order */
  readonly index: number;
  /** half the width of the piece that is drawn */
  readonly range: number;
}

/** Points of the curve, and of that of networks so large that each takes its time. The middle one is the present. */
const POINTS = 65;
const FEW_POINTS = 25;
const MANY_MULTIPLY_ADDS = 5e6;

/**
 * The loss over all training tokens, penalty included, as a function of one parameter: each point a forward pass of
 * every token in double precision. The slope is the back-propagated gradient, the curvature a second difference.
 */
export function* drawLossLine(task: LossLineTask): Work<LossLine> {
  const { experiment, train, index, range, step } = task;
  const network = networkSpec(experiment);
  const layout = createLayout(network);
  const parameters = Float64Array.from(task.parameters);
  const present = parameters[index] ?? NaN;
  const { regularization, optimizer } = experiment.training;

  function* lossAt(value: number): Work<number> {
    const moved = parameters.slice();
    moved[index] = value;
    let sum = 0;
    for (const { input, target } of train) {
      sum += tokenLossOf(network, layout, moved, input, target);
      yield;
    }
    return sum / train.length + penaltyOf(moved, layout, regularization);
  }
  function* slope(): Work<number> {
    const gradient = new Float64Array(parameters.length);
    addPenaltyGradient(gradient, parameters, layout, regularization);
    let sum = 0;
    for (const { input, target } of train) {
      sum += gradientAt(traceToken(network, layout, parameters, input, target), layout, index);
      yield;
    }
    return sum / train.length + (gradient[index] ?? 0);
  }

  const loss = yield* lossAt(present);
  const gradient = yield* slope();
  // Twice: rounding of losses stays far below a difference of this width, and so does the fourth derivative.
  const width = 2e-3 * Math.max(1, Math.abs(present));
  const beside = (yield* lossAt(present + width)) + (yield* lossAt(present - width));
  const curvature = (beside - 2 * loss) / (width * width);
  const next = present - optimizer.learningRate * gradient;
  const nextLoss = yield* lossAt(next);
  const points = train.length * layout.parameterCount > MANY_MULTIPLY_ADDS ? FEW_POINTS : POINTS;
  const values = Float64Array.from(
    { length: points },
    (_, i) => present + range * ((2 * i) / (points - 1) - 1),
  );
  const losses = new Float64Array(points);
  for (let i = 0; i < points; i++) losses[i] = yield* lossAt(values[i] ?? NaN);
  return {
    ...{ step, index, values, losses, present, loss, gradient, curvature },
    ...{ next, nextLoss, learningRate: optimizer.learningRate },
  };
}

function gradientAt({ layers }: TokenTrace, layout: Layout, index: number): number {
  const l = layout.layers.findIndex(({ bias, units }) => index < bias + units);
  const { weights = 0, bias = 0 } = layout.layers[l] ?? {};
  const layer = layers[l];
  return (index < bias ? layer?.weightGradient[index - weights] : layer?.biasGradient[index - bias]) ?? NaN;
}

/** L2: rate·½Σw², L1: rate·Σ|w|; biases go free. */
function penaltyOf(parameters: Float64Array, { layers }: Layout, { kind, rate }: Regularization): number {
  if (kind === 'none' || rate === 0) return 0;
  const term = kind === 'l2' ? (w: number) => 0.5 * w * w : Math.abs;
  return layers.reduce(
    (sum, { weights, bias }) =>
      sum + rate * parameters.subarray(weights, bias).reduce((part, w) => part + term(w), 0),
    0,
  );
}
