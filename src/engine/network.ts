import type { Experiment } from '../experiment/experiment';
import type { Activation, BatchOrder, Loss, Task } from '../experiment/names';
import type { Optimizer, ParameterRef, Regularization } from '../experiment/experiment';
import { layerSizes, taskOf } from '../experiment/shape';

/** The network as the engine knows it: counts and formulas, no problem, no seed. */
export interface NetworkSpec {
  readonly inputs: number;
  /** hidden layers in order, then the output layer */
  readonly layers: readonly LayerSpec[];
  readonly loss: Loss;
  /** Classification is scored by accuracy, regression by R². */
  readonly task: Task;
}

export interface LayerSpec {
  readonly units: number;
  readonly activation: Activation;
  /** The layer's input is added to its activation: h = σ(e) + x. Hidden layers only, where the widths match. */
  readonly residual: boolean;
}

/** How the parameters are updated; may change at any step of a run. */
export interface UpdateSpec {
  readonly optimizer: Optimizer;
  /** tokens per update; at least 1 */
  readonly batchSize: number;
  readonly order: BatchOrder;
  readonly remainder: 'short' | 'carry';
  readonly regularization: Regularization;
  /** Seed of the order of tokens; the order of an epoch depends on nothing but this and the epoch's number. */
  readonly orderSeed: number;
  readonly frozen: readonly ParameterRef[];
}

export function networkSpec(experiment: Experiment): NetworkSpec {
  const sizes = layerSizes(experiment);
  const { hidden, output, connectivity } = experiment.network;
  const layers: LayerSpec[] = hidden.map((layer, l) => ({
    units: layer.units,
    activation: layer.activation,
    residual: connectivity === 'residual' && sizes[l] === layer.units,
  }));
  layers.push({ units: sizes[sizes.length - 1] ?? 1, activation: output, residual: false });
  return { inputs: sizes[0] ?? 0, layers, loss: experiment.loss, task: taskOf(experiment.problem) };
}

export function updateSpec(experiment: Experiment, trainCount: number): UpdateSpec {
  const { optimizer, batchSize, order, remainder, regularization } = experiment.training;
  return {
    optimizer,
    batchSize: batchSize === 'all' ? Math.max(1, trainCount) : Math.max(1, batchSize),
    order,
    remainder: remainder ?? 'short',
    regularization,
    orderSeed: experiment.seed,
    frozen: experiment.frozen ?? [],
  };
}
