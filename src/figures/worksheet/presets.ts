import type { CustomProblem, Experiment, LayerParameters, Network } from '../../experiment/experiment';
import type { Loss } from '../../experiment/names';

/** Networks suited to paper: few units, round numbers. */
export interface Preset {
  readonly name: string;
  readonly experiment: Experiment;
}

interface PaperNetwork {
  readonly name: string;
  readonly task: CustomProblem['task'];
  readonly inputs: CustomProblem['inputs'];
  readonly targets: CustomProblem['targets'];
  readonly hidden: Network['hidden'];
  readonly output: Network['output'];
  readonly loss: Loss;
  readonly parameters: readonly LayerParameters[];
}

function preset(paper: PaperNetwork): Preset {
  const { name, task, inputs, targets, hidden, output, loss, parameters } = paper;
  const coordinates = inputs[0]?.length ?? 1;
  const largest = Math.max(...inputs.flat().map(Math.abs));
  const experiment: Experiment = {
    version: 1,
    title: `Worksheet: ${name}`,
    seed: 1,
    // No point lies on the border of the figures.
    problem: { dataset: 'custom', task, inputs, targets, trainFraction: 1, extent: largest > 1 ? 3 : 1.5 },
    features: Array.from({ length: coordinates }, (_, d): `x${number}` => `x${d + 1}`),
    network: { hidden, output, connectivity: 'sequential', initial: 'xavier' },
    loss,
    training: {
      optimizer: { kind: 'sgd', learningRate: 0.5 },
      batchSize: 1,
      order: 'sequential',
      remainder: 'short',
      regularization: { kind: 'none', rate: 0 },
    },
    parameters,
  };
  return { name, experiment };
}

export const PRESETS: readonly Preset[] = [
  preset({
    name: '2–2–2 logistic',
    task: 'classification',
    inputs: [
      [0.5, 1],
      [1, 0.5],
      [1, 1],
    ],
    targets: [
      [0, 1],
      [1, 0],
      [0, 1],
    ],
    hidden: [{ units: 2, activation: 'sigmoid' }],
    output: 'sigmoid',
    loss: 'mse',
    parameters: [
      {
        weights: [
          [0.2, 0.4],
          [-0.6, 0.8],
        ],
        bias: [0.1, -0.5],
      },
      {
        weights: [
          [1, -1],
          [0.5, 2],
        ],
        bias: [0.5, -1],
      },
    ],
  }),
  preset({
    name: '2–2–1 ReLU',
    task: 'regression',
    inputs: [
      [1, 2],
      [2, 1],
      [-1, 1],
    ],
    targets: [[2], [1], [0]],
    hidden: [{ units: 2, activation: 'relu' }],
    output: 'linear',
    loss: 'mse',
    parameters: [
      {
        weights: [
          [1, 0.5],
          [1, -1],
        ],
        bias: [-0.5, 0.5],
      },
      { weights: [[2, -1]], bias: [-0.5] },
    ],
  }),
  preset({
    name: '1–2–1 tanh',
    task: 'regression',
    inputs: [[0.5], [-1], [2]],
    targets: [[1], [-1], [0]],
    hidden: [{ units: 2, activation: 'tanh' }],
    output: 'linear',
    loss: 'mse',
    parameters: [
      { weights: [[1], [-2]], bias: [0, 0.5] },
      { weights: [[1, 0.5]], bias: [0.25] },
    ],
  }),
  preset({
    name: '2–2–3 softmax',
    task: 'classification',
    inputs: [
      [1, -1],
      [0.5, 1],
      [-1, 0.5],
    ],
    targets: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    hidden: [{ units: 2, activation: 'tanh' }],
    output: 'softmax',
    loss: 'cross-entropy',
    parameters: [
      {
        weights: [
          [0.5, -0.5],
          [1, 1],
        ],
        bias: [0, 0.5],
      },
      {
        weights: [
          [1, 0],
          [0, 1],
          [-1, 0.5],
        ],
        bias: [0, 0.5, 0],
      },
    ],
  }),
];
