import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { featureInputs, featurePrecision, featureSymbol, featureTex } from '../../src/data/features';
import { assignTrain } from '../../src/data/split';
import { tokenSets } from '../../src/data/tokenSets';
import { setDataset, setOutput, setProblem, setTrainFraction } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT as D } from '../../src/experiment/defaults';
import type { CustomProblem, Experiment } from '../../src/experiment/experiment';
import { DATASETS, PLANE_FEATURES } from '../../src/experiment/names';
import { setPrecision } from '../../src/experiment/precision';
import { outputCount } from '../../src/experiment/shape';
import { loadEverything } from './loadEverything';

const share = (fraction: number, experiment: Experiment = D) =>
  createDataset(setTrainFraction(fraction, () => [])(experiment));

const own: CustomProblem = {
  dataset: 'custom',
  task: 'regression',
  inputs: [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  targets: [
    [0.1, 1],
    [0.2, 2],
    [0.3, 3],
  ],
  trainFraction: 0.67,
};
const ownExperiment: Experiment = {
  ...D,
  problem: own,
  features: ['x3', 'x1*x2'],
  network: { ...D.network, output: 'linear' },
  loss: 'mse',
};

await loadEverything();

describe('a data set', () => {
  it('is split at the train share, without a token lost or doubled', () => {
    for (const dataset of DATASETS) {
      const experiment = setDataset(dataset)(D);
      const { count, train, test } = createDataset(experiment);
      expect(train.length).toBe(Math.round(count * experiment.problem.trainFraction));
      expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
    }
  });

  it('keeps its points where they are when only the train share changes', () => {
    const half = share(0.5);
    const most = share(0.8);
    expect(most.inputs).toEqual(half.inputs);
    expect(most.labels).toEqual(half.labels);
    expect(most.train.slice(0, half.train.length)).toEqual(half.train);
  });

  it('trains at least one token and tests none when all train', () => {
    const few = setProblem({ samples: 20 })(D);
    expect(share(0.01, few).train.length).toBe(1);
    expect(share(1, few).test.length).toBe(0);
  });

  it('mixes its classes in the order of training', () => {
    const { labels, train } = createDataset(D);
    const ones = Array.from(train).filter((token) => labels[token] === 1).length;
    expect(Math.abs(ones / train.length - 0.5)).toBeLessThan(0.1);
    const changes = Array.from(labels).filter((label, i) => i > 0 && label !== labels[i - 1]).length;
    expect(changes).toBeGreaterThan(200);
  });

  it('has its targets written for the output', () => {
    expect(new Set(createDataset(D).targets)).toEqual(new Set([0, 1]));
    const tanh = createDataset(setOutput('tanh')(D));
    expect(new Set(tanh.targets)).toEqual(new Set([-1, 1]));
    tanh.labels.forEach((label, i) => expect(tanh.targets[i]).toBe(label === 1 ? 1 : -1));
    for (const dataset of DATASETS) {
      const experiment = setDataset(dataset)(D);
      const { outputs, targets, count, labels, classes } = createDataset(experiment);
      expect(outputs).toBe(outputCount(experiment));
      expect(targets.length).toBe(count * outputs);
      if (classes > 2) labels.forEach((label, i) => expect(targets[i * outputs + label]).toBe(1));
    }
  });

  it('of one’s own keeps points, targets and order', () => {
    const dataset = createDataset(ownExperiment);
    expect(dataset).toMatchObject({ count: 3, coordinates: 3, outputs: 2, classes: 0 });
    expect(Array.from(dataset.inputs)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Array.from(dataset.targets)).toEqual([0.1, 1, 0.2, 2, 0.3, 3]);
    expect(Array.from(dataset.train)).toEqual([0, 1]);
    const chosen = createDataset({ ...ownExperiment, problem: { ...own, train: [false, true, true] } });
    expect([Array.from(chosen.train), Array.from(chosen.test)]).toEqual([[1, 2], [0]]);
  });

  it('of one’s own has the class with the largest target', () => {
    const targets = [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ];
    const problem: CustomProblem = { ...own, task: 'classification', targets };
    expect(Array.from(createDataset({ ...ownExperiment, problem }).labels)).toEqual([1, 2, 0]);
  });
});

describe('token sets', () => {
  it('hold the features of each token, feature by feature', () => {
    const { train, test } = tokenSets(createDataset(ownExperiment), ownExperiment);
    expect(train).toEqual({
      count: 2,
      inputs: Float64Array.of(3, 6, 2, 20),
      targets: Float64Array.of(0.1, 0.2, 1, 2),
    });
    expect(test).toEqual({ count: 1, inputs: Float64Array.of(9, 56), targets: Float64Array.of(0.3, 3) });
  });

  it('may be empty', () => {
    const experiment = setTrainFraction(1, () => [])(D);
    expect(tokenSets(createDataset(experiment), experiment).test).toMatchObject({ count: 0 });
  });
});

describe('features', () => {
  const points = Float64Array.of(Math.fround(1.1), Math.fround(-2.3));
  const [x1 = 0, x2 = 0] = points;
  const exact = [x1, x2, x1 * x1, x2 * x2, x1 * x2, Math.sin(x1), Math.sin(x2)];

  it('are rounded to single precision unless the experiment asks for double, or the TensorFlow Playground has them', () => {
    expect(featurePrecision(D)).toBe('single');
    expect(featurePrecision(setPrecision('double')(D))).toBe('double');
    expect(Array.from(featureInputs(PLANE_FEATURES, points, 2, 'tensorflow-playground'))).toEqual(exact);
    featureInputs(PLANE_FEATURES, points, 2, 'double').forEach((value, f) =>
      expect(value).toBeCloseTo(exact[f] ?? NaN, 14),
    );
    expect(Array.from(featureInputs(PLANE_FEATURES, points, 2, 'single'))).toEqual(exact.map(Math.fround));
  });

  it('have symbols', () => {
    expect(PLANE_FEATURES.map(featureSymbol)).toEqual([
      'x₁',
      'x₂',
      'x₁²',
      'x₂²',
      'x₁x₂',
      'sin(x₁)',
      'sin(x₂)',
    ]);
    expect(featureSymbol('x64')).toBe('x₆₄');
    expect(featureTex('x1^2')).toBe('x_1^2');
    expect(featureTex('x1*x2')).toBe('x_1 x_2');
    expect(featureTex('sin(x2)')).toBe('\\sin(x_2)');
    expect(featureTex('x12')).toBe('x_{12}');
  });
});

describe('assigning the tokens that train', () => {
  it('meets the share and keeps those of a smaller one', () => {
    const few = assignTrain(200, 0.3, 5);
    const many = assignTrain(200, 0.7, 5);
    expect(few.filter(Boolean).length).toBe(60);
    expect(many.filter(Boolean).length).toBe(140);
    few.forEach((trains, i) => expect(!trains || many[i]).toBe(true));
    expect(assignTrain(3, 0, 5).filter(Boolean).length).toBe(1);
  });
});
