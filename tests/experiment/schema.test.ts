import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { parseExperiment } from '../../src/experiment/schema';
import { arbitraryExperiment } from './arbitraryExperiment';

const custom = {
  dataset: 'custom',
  task: 'regression',
  inputs: [[1], [2], [3]],
  targets: [[0.5], [0.25], [2]],
};
const regression = {
  version: 1,
  problem: custom,
  features: ['x1'],
  network: { hidden: [{ units: 3, activation: 'tanh' }], output: 'linear' },
  loss: 'mse',
  training: { optimizer: { kind: 'adam', learningRate: 0.1 }, batchSize: 10 },
};
const d = DEFAULT_EXPERIMENT;

function messageOf(value: unknown): string {
  const result = parseExperiment(value);
  return result.ok ? 'accepted' : result.message;
}

describe('parseExperiment', () => {
  it('gives the default experiment back unchanged', () => {
    expect(parseExperiment(DEFAULT_EXPERIMENT)).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
  });

  it('takes every valid experiment for what it is', () => {
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        expect(parseExperiment(experiment)).toEqual({ ok: true, value: experiment });
        expect(parseExperiment({ name: 'a run', experiment })).toEqual({ ok: true, value: experiment });
      }),
      { numRuns: 100 },
    );
  });

  it('fills in what a file may leave out', () => {
    const result = parseExperiment(regression);
    expect(result).toMatchObject({
      ok: true,
      value: {
        title: '',
        seed: 1,
        network: { connectivity: 'sequential', initial: 'xavier' },
        training: {
          optimizer: { kind: 'adam', learningRate: 0.1, beta1: 0.9, beta2: 0.999 },
          order: 'shuffled',
          remainder: 'short',
          regularization: { kind: 'none', rate: 0 },
        },
      },
    });
  });

  it('leaves single precision unsaid', () => {
    expect(parseExperiment({ ...d, precision: 'single' })).toEqual({ ok: true, value: d });
    const double = { ...d, precision: 'double' };
    expect(parseExperiment(double)).toEqual({ ok: true, value: double });
  });

  it('gives iris its petals and other problems no columns', () => {
    const problem = { ...d.problem, dataset: 'iris' };
    const iris = parseExperiment({ ...d, problem, network: { ...d.network, output: 'softmax' } });
    expect(iris).toMatchObject({ ok: true, value: { problem: { columns: [2, 3] } } });
    const spiral = parseExperiment({ ...d, problem: { ...d.problem, columns: [0, 1] } });
    expect(spiral).toEqual({ ok: true, value: d });
  });

  it('drops names of controls that it does not know', () => {
    const result = parseExperiment({ ...d, hide: ['Noise', 'Rocket engine', 7, 'Noise'] });
    expect(result).toMatchObject({ ok: true, value: { hide: ['Noise'] } });
  });

  const withUnits = (units: unknown) => ({
    ...d,
    network: { ...d.network, hidden: [{ units, activation: 'tanh' }] },
  });
  const withCustom = (part: object) => ({ ...regression, problem: { ...custom, ...part } });
  const faults: [string, unknown, string][] = [
    [
      'a list',
      [],
      'Experiment: expected an object with problem, features, network, loss and training, found an empty list.',
    ],
    [
      'a number',
      3,
      'Experiment: expected an object with problem, features, network, loss and training, found 3.',
    ],
    [
      'null',
      null,
      'Experiment: expected an object with problem, features, network, loss and training, found null.',
    ],
    ['no version', { ...d, version: undefined }, 'version: expected 1, found nothing.'],
    [
      'a later version',
      { ...d, version: 2 },
      'version: expected 1, found 2; this experiment was made by a newer version of Perceptarium.',
    ],
    [
      'too many units',
      withUnits(900),
      'network.hidden[0].units: expected a whole number from 1 to 64, found 900.',
    ],
    [
      'half a unit',
      withUnits(1.5),
      'network.hidden[0].units: expected a whole number from 1 to 64, found 1.5.',
    ],
    [
      'units as text',
      withUnits('8'),
      'network.hidden[0].units: expected a whole number from 1 to 64, found "8".',
    ],
    [
      'NaN',
      { ...d, problem: { ...d.problem, noise: NaN } },
      'problem.noise: expected a number from 0 to 0.8, found NaN.',
    ],
    [
      'an unknown loss',
      { ...d, loss: 'hinge' },
      'loss: expected mse, cross-entropy or perceptron, found "hinge".',
    ],
    [
      'a text seed of our own generator',
      { ...d, problem: { ...d.problem, seed: '0.5' } },
      'problem.seed: expected a whole number from 0 to 999999, found "0.5".',
    ],
    [
      'a problem that the other program lacks',
      { ...d, problem: { ...d.problem, dataset: 'moons', generator: 'tensorflow-playground' } },
      'problem.dataset: expected xor, spiral, circles, gaussians, plane or bumps with the generator tensorflow-playground, found "moons".',
    ],
    [
      'a feature twice',
      { ...d, features: ['x1', 'x1'] },
      'features[1]: expected each feature once, found "x1".',
    ],
    ['no features', { ...d, features: [] }, 'features: expected at least one feature, found an empty list.'],
    [
      'a feature of a coordinate that is not there',
      { ...d, features: ['x3'] },
      'features[0]: expected x1, x2, x1^2, x2^2, x1*x2, sin(x1) or sin(x2), found "x3".',
    ],
    [
      'an output that makes no sense',
      { ...d, network: { ...d.network, output: 'linear' }, problem: { ...d.problem, dataset: 'arms' } },
      'network.output: expected softmax for arms, found "linear".',
    ],
    [
      'cross-entropy of tanh',
      { ...d, network: { ...d.network, output: 'tanh' } },
      'loss: expected mse with a tanh output, found "cross-entropy".',
    ],
    [
      'the other program’s weights on our points',
      { ...d, network: { ...d.network, initial: 'tensorflow-playground' } },
      'network.initial: expected tensorflow-playground only with the generator tensorflow-playground, found "tensorflow-playground".',
    ],
    [
      'ragged inputs',
      withCustom({ inputs: [[1], [2, 3], [4]] }),
      'problem.inputs[1]: expected a list of 1 numbers, found a list of 2.',
    ],
    [
      'an infinite input',
      withCustom({ inputs: [[1], [Infinity], [4]] }),
      'problem.inputs[1][0]: expected a finite number, found Infinity.',
    ],
    [
      'too few targets',
      withCustom({ targets: [[1]] }),
      'problem.targets: expected a list of 3, as many as inputs, found a list of 1.',
    ],
    [
      'eleven outputs',
      withCustom({ targets: [new Array(11).fill(0)] }),
      'problem.targets[0]: expected a list of 1 to 10 numbers, found a list of 11.',
    ],
    [
      'points of which none trains',
      withCustom({ train: [false, false, false] }),
      'problem.train: expected at least one point that trains, found none.',
    ],
    [
      'a softmax of one',
      { ...withCustom({}), network: { ...regression.network, output: 'softmax' } },
      'network.output: expected linear, sigmoid or tanh for a single output, found "softmax".',
    ],
    [
      'cross-entropy of other than probabilities',
      { ...regression, network: { ...regression.network, output: 'sigmoid' }, loss: 'cross-entropy' },
      'problem.targets: expected numbers from 0 to 1 for cross-entropy, found others.',
    ],
    [
      'parameters of another shape',
      {
        ...regression,
        parameters: [
          { weights: [[1], [2]], bias: [0, 0] },
          { weights: [[1, 2]], bias: [0] },
        ],
      },
      'parameters[0].weights: expected 3 × 1 numbers, found 2 × 1.',
    ],
    [
      'parameters of too few layers',
      { ...regression, parameters: [{ weights: [[1]], bias: [0] }] },
      'parameters: expected a list of 2 layers, found a list of 1.',
    ],
    [
      'a frozen parameter that is not there',
      { ...regression, frozen: [{ layer: 0, unit: 3, from: 0 }] },
      'frozen[0]: expected a parameter of the network, found layer 0, unit 3, from 0.',
    ],
    [
      'an unknown optimizer',
      { ...d, training: { ...d.training, optimizer: { kind: 'lbfgs' } } },
      'training.optimizer.kind: expected an optimizer of the kind sgd, momentum, nesterov, adagrad, rmsprop or adam, found "lbfgs".',
    ],
    [
      'batches of none',
      { ...d, training: { ...d.training, batchSize: 0 } },
      'training.batchSize: expected a whole number from 1 to 5000, or "all", found 0.',
    ],
  ];
  it.each(faults)('refuses %s', (_, value, sentence) => {
    expect(messageOf(value)).toBe(sentence);
  });

  it('takes data of its own with any output count a sigmoid or linear output may have', () => {
    const two = {
      targets: [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    };
    const network = { ...regression.network, output: 'sigmoid' };
    expect(messageOf({ ...withCustom(two), network, loss: 'cross-entropy' })).toBe('accepted');
  });

  it('answers any JSON value with one sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(messageOf(value)).toMatch(/^[^\n]+: expected [^\n]+, found [^\n]+\.$/u);
      }),
      { numRuns: 200 },
    );
  });

  it('answers an experiment with any part replaced', () => {
    const parts = [
      'seed',
      'problem',
      'features',
      'network',
      'loss',
      'training',
      'parameters',
      'frozen',
      'hide',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue({ maxDepth: 3 }), (part, value) => {
        const message = messageOf({ ...d, [part]: value });
        if (message !== 'accepted') expect(message).toMatch(/^[^\n]+: expected [^\n]+, found [^\n]+\.$/u);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a million points at once and cheaply', () => {
    const inputs = new Array(1_000_000).fill('x');
    const started = performance.now();
    expect(messageOf(withCustom({ inputs }))).toContain('found a list of 1000000');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
