import type { Experiment, Optimizer } from './experiment';
import type { OptimizerKind } from './names';

/** The page's first view. Data and weight seed are chosen so that the boundary winds itself around the arms. */
export const DEFAULT_EXPERIMENT: Experiment = {
  version: 1,
  title: '',
  seed: 2,
  problem: {
    dataset: 'spiral',
    generator: 'perceptarium',
    seed: 1,
    samples: 500,
    noise: 0.05,
    trainFraction: 0.6,
  },
  features: ['x1', 'x2'],
  network: {
    hidden: [
      { units: 8, activation: 'tanh' },
      { units: 6, activation: 'tanh' },
    ],
    output: 'sigmoid',
    connectivity: 'sequential',
    initial: 'xavier',
  },
  loss: 'cross-entropy',
  training: {
    optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999 },
    batchSize: 16,
    order: 'shuffled',
    remainder: 'short',
    regularization: { kind: 'none', rate: 0 },
  },
};

/** An optimizer with its usual parameters. */
export function createOptimizer(kind: OptimizerKind, learningRate: number): Optimizer {
  switch (kind) {
    case 'sgd':
    case 'adagrad':
      return { kind, learningRate };
    case 'momentum':
    case 'nesterov':
      return { kind, learningRate, momentum: 0.9 };
    case 'rmsprop':
      return { kind, learningRate, decay: 0.9 };
    case 'adam':
      return { kind, learningRate, beta1: 0.9, beta2: 0.999 };
  }
}
