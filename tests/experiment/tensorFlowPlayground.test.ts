import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseTensorFlowPlaygroundLink,
  tensorFlowPlaygroundView,
} from '../../src/experiment/tensorFlowPlayground';
import type { Experiment } from '../../src/experiment/experiment';
import { parseHash } from '../../src/experiment/link';
import { experimentHash } from '../../src/experiment/linkText';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'tensorflow-playground');

function linkOf(name: string): string {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')).link;
}

function experimentOf(text: string): Experiment {
  const result = parseTensorFlowPlaygroundLink(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function messageOf(text: string): string {
  const result = parseTensorFlowPlaygroundLink(text);
  return result.ok ? 'accepted' : result.message;
}

describe('a link of the TensorFlow Playground', () => {
  it('becomes the experiment that it trains', () => {
    expect(experimentOf(linkOf('xor-l1'))).toEqual({
      version: 1,
      title: '',
      seed: 1,
      problem: {
        dataset: 'xor',
        generator: 'tensorflow-playground',
        seed: '0.60606',
        samples: 500,
        noise: 0,
        trainFraction: 0.5,
      },
      features: ['x1', 'x2'],
      network: {
        hidden: [{ units: 4, activation: 'tanh' }],
        output: 'tanh',
        connectivity: 'sequential',
        initial: 'tensorflow-playground',
      },
      loss: 'mse',
      training: {
        optimizer: { kind: 'sgd', learningRate: 0.03 },
        batchSize: 10,
        order: 'sequential',
        remainder: 'carry',
        regularization: { kind: 'l1', rate: 0.01, clip: true },
      },
    });
  });

  it('may hold seven inputs, noise, L2, or regression', () => {
    const spiral = experimentOf(linkOf('spiral-seven-features-relu'));
    expect(spiral.features).toEqual(['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)']);
    expect(spiral.problem).toMatchObject({ dataset: 'spiral', noise: 0.1 });
    expect(spiral.network.hidden.map((layer) => layer.units)).toEqual([8, 8, 6]);
    const gauss = experimentOf(linkOf('gauss-l2-sigmoid'));
    expect(gauss.training.regularization).toEqual({ kind: 'l2', rate: 0.01 });
    expect(gauss.problem.trainFraction).toBe(0.6);
    const plane = experimentOf(linkOf('plane-regression'));
    expect(plane).toMatchObject({
      problem: { dataset: 'plane', samples: 1200, seed: '0.00042' },
      loss: 'mse',
    });
    expect(plane.network.output).toBe('linear');
  });

  it('goes on as one of ours', () => {
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
      const experiment = experimentOf(linkOf(file.slice(0, -'.json'.length)));
      expect(parseHash(experimentHash(experiment))).toEqual({ ok: true, value: experiment });
    }
  });

  it('means their defaults where it says nothing', () => {
    const experiment = experimentOf('https://playground.tensorflow.org/');
    expect(experiment).toMatchObject({
      problem: { dataset: 'circles', seed: '0.5', samples: 500, noise: 0, trainFraction: 0.5 },
      features: ['x1', 'x2'],
      network: {
        hidden: [
          { units: 4, activation: 'tanh' },
          { units: 2, activation: 'tanh' },
        ],
        output: 'tanh',
      },
      training: {
        optimizer: { learningRate: 0.03 },
        batchSize: 10,
        regularization: { kind: 'none', rate: 0 },
      },
    });
    expect(experimentOf('#problem=regression').problem.dataset).toBe('plane');
    expect(experimentOf('#networkShape=').network.hidden).toEqual([]);
  });

  it('takes the noise that their slider would show', () => {
    expect(experimentOf('#noise=35').problem).toMatchObject({ noise: 0.35 });
    expect(experimentOf('#noise=80').problem).toMatchObject({ noise: 0.8 });
    expect(experimentOf('#noise=81').problem).toMatchObject({ noise: 0.5 });
    expect(experimentOf('#noise=-5').problem).toMatchObject({ noise: 0 });
  });

  it('starts from zeros when it says so', () => {
    expect(experimentOf('#initZero=true').network.initial).toBe('zeros');
    expect(experimentOf('#initZero=false').network.initial).toBe('tensorflow-playground');
  });

  it('names the controls that its author hid', () => {
    const experiment = experimentOf(
      '#learningRate_hide=true&stepButton_hide=true&noise_hide=false&foo_hide=true',
    );
    expect(experiment.hide).toEqual(['Learning rate', 'Step', 'Step one epoch']);
  });

  it('tells the view apart from the experiment', () => {
    expect(tensorFlowPlaygroundView('#discretize=true&showTestData=false')).toEqual({
      discrete: true,
      testPoints: false,
    });
  });

  const faults: [string, string][] = [
    ['#activation=selu', 'activation: expected tanh, relu, sigmoid or linear, found "selu".'],
    ['#regularization=L3', 'regularization: expected L1, L2 or none, found "L3".'],
    ['#dataset=moons', 'dataset: expected circle, xor, gauss or spiral, found "moons".'],
    ['#problem=ranking', 'problem: expected classification or regression, found "ranking".'],
    ['#problem=regression&regDataset=x', 'regDataset: expected reg-plane or reg-gauss, found "x".'],
    ['#learningRate=fast', 'learningRate: expected a number from 0 to 10, found "fast".'],
    ['#batchSize=0', 'batchSize: expected a number from 1 to 2000, found "0".'],
    ['#percTrainData=200', 'percTrainData: expected a number from 10 to 100, found "200".'],
    [
      '#networkShape=4,x',
      'networkShape: expected up to 8 layers of 1 to 64 units, such as 4,2, found "4,x".',
    ],
    ['#cosX=true', 'cosX: expected false, since Perceptarium has no cosine among its inputs, found true.'],
    ['#x=false&y=false', 'x and y: expected at least one input switched on, found none.'],
    ['#activation=constructor', 'activation: expected tanh, relu, sigmoid or linear, found "constructor".'],
  ];
  it.each(faults)('%s is refused with a sentence', (text, sentence) => {
    expect(messageOf(text)).toBe(sentence);
  });

  it('with rubbish for values gives one sentence or an experiment', () => {
    const keys = [
      'activation',
      'noise',
      'networkShape',
      'seed',
      'percTrainData',
      'batchSize',
      'x',
      'learningRate',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.string({ unit: 'binary' })), (values) => {
        const text = Object.entries(values).map(([key, value]) => `${key}=${value}`);
        expect(messageOf(`#${text.join('&')}`)).toMatch(
          /^(accepted|[^\n]+: expected [^\n]+, found [^\n]+\.)$/u,
        );
      }),
      { numRuns: 300 },
    );
  });
});
