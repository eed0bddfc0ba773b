import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOptimizer, DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { layerSizes } from '../../../src/experiment/shape';
import { storyOf, type Stage, type StageKind } from '../../../src/figures/backprop/story';
import {
  matrixEquations,
  type Equation,
  type Layers,
  type Matrix,
} from '../../../src/lenses/backprop/matrixForms';
import { numpyLines } from '../../../src/lenses/backprop/numpyLines';
import { createStepValues, type StepValues } from '../../../src/lenses/backprop/values';

type Rows = number[][];

const referenceOf = (name: string): Experiment =>
  withOptimizer(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'reference', `${name}.json`), 'utf8'),
    ).experiment,
  );

/** A file may leave out settings of its optimizer. */
function withOptimizer(experiment: Experiment): Experiment {
  const { kind, learningRate } = experiment.training.optimizer;
  return {
    ...experiment,
    training: { ...experiment.training, optimizer: createOptimizer(kind, learningRate) },
  };
}

function layersOf(experiment: Experiment, minibatch = false): Layers {
  const units = layerSizes(experiment).slice(1);
  return { experiment, minibatch, notation: { features: experiment.features, units } };
}

/** The values of the first tokens of a problem given outright, with its given parameters. */
function valuesOf(experiment: Experiment, count: number): StepValues {
  const { problem, parameters = [] } = experiment;
  if (problem.dataset !== 'custom') throw new Error('The problem has no points of its own.');
  const tokens = problem.inputs.slice(0, count).map((input, i) => ({
    input: Float64Array.from(input),
    target: Float64Array.from(problem.targets[i] ?? []),
  }));
  const values = createStepValues(experiment);
  const flat = parameters.flatMap(({ weights, bias }) => [...weights.flat(), ...bias]);
  values.follow(Float64Array.from(flat), null, tokens, 0);
  return values;
}

function stageOf(layers: Layers, kind: StageKind, layer: number): Stage {
  const found = storyOf(layerSizes(layers.experiment)).find(
    (stage) => stage.kind === kind && (stage.layer === layer || stage.layer < 0),
  );
  if (found === undefined) throw new Error(`No stage ${kind} ${layer}`);
  return found;
}

const signsOf = (equation: Equation) =>
  equation.map((part) => (typeof part === 'string' ? part : part.tex)).join(' ');
const matricesOf = (equation: Equation): Matrix[] => equation.filter((part) => typeof part !== 'string');

const numbersOf = (values: StepValues, { rows, columns, key }: Matrix): Rows =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => values.valueOf(key(r, c))),
  );

const product = (a: Rows, b: Rows): Rows =>
  a.map((row) => (b[0] ?? []).map((_, c) => row.reduce((sum, x, i) => sum + x * (b[i]?.[c] ?? NaN), 0)));
const merge = (a: Rows, b: Rows, by: (x: number, y: number) => number): Rows =>
  a.map((row, r) => row.map((x, c) => by(x, b[r]?.[c] ?? NaN)));
const plus = (a: Rows, b: Rows) => merge(a, b, (x, y) => x + y);
const times = (a: Rows, b: Rows) => merge(a, b, (x, y) => x * y);

function expectSame(a: Rows, b: Rows): void {
  expect(a.map((row) => row.length)).toEqual(b.map((row) => row.length));
  merge(a, b, (x, y) => {
    expect(Math.abs(x - y)).toBeLessThan(1e-12);
    return 0;
  });
}

describe('the matrix form of a residual network', () => {
  const experiment = referenceOf('residual-tanh');
  const layers = layersOf(experiment);
  const values = valuesOf(experiment, 1);
  /** A hidden layer that adds what it receives, after another hidden layer. */
  const residual = experiment.network.hidden.findIndex(
    ({ units }, l) => l > 0 && experiment.network.hidden[l - 1]?.units === units,
  );

  it('has h = σ(e) + h of the layer before, in signs and in numbers', () => {
    const [sum = [], response = []] = matrixEquations(stageOf(layers, 'forward', residual), layers);
    const [e = [], W = [], x = [], b = []] = matricesOf(sum).map((matrix) => numbersOf(values, matrix));
    expectSame(e, plus(product(W, x), b));
    const [h = [], again = [], around = []] = matricesOf(response).map((matrix) => numbersOf(values, matrix));
    const bent = again.map((row) => row.map(Math.tanh));
    expectSame(h, plus(bent, around));
    expect(signsOf(response)).toContain(`+ h^{(${residual})}`);
  });

  it('has the identity path in δ of the layer before, in signs and in numbers', () => {
    const [equation = []] = matrixEquations(stageOf(layers, 'delta', residual - 1), layers);
    expect(signsOf(equation)).toContain(`+ \\tfrac{dL}{dh^{(${residual + 1})}}`);
    const [delta = [], slope = [], W = [], after = [], around = []] = matricesOf(equation).map((matrix) =>
      numbersOf(values, matrix),
    );
    expectSame(delta, times(slope, plus(product(W, after), around)));
  });

  it('has neither where the widths differ or the layer is the output', () => {
    const last = experiment.network.hidden.length;
    const [, response = []] = matrixEquations(stageOf(layers, 'forward', last), layers);
    expect(signsOf(response)).not.toContain('+');
    const [delta = []] = matrixEquations(stageOf(layers, 'delta', last - 1), layers);
    expect(signsOf(delta)).not.toContain('dL');
  });

  it('runs on from line to line in NumPy, with both paths', () => {
    const n = residual + 1;
    expect(numpyLines(stageOf(layers, 'forward', residual), layers).split('\n')).toEqual([
      `e${n} = W${n} @ h${residual} + b${n}`,
      `h${n} = np.tanh(e${n}) + h${residual}`,
    ]);
    expect(numpyLines(stageOf(layers, 'delta', residual - 1), layers).split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^dh${residual} = W${n}\\.T @ \\w+ \\+ dh${n}$`)),
      `sigma_prime${residual} = 1 - np.tanh(e${residual}) ** 2`,
      `delta${residual} = sigma_prime${residual} * dh${residual}`,
    ]);
  });
});

describe('the matrix form of a gradient', () => {
  for (const kind of ['l1', 'l2'] as const) {
    it(`adds the ${kind.toUpperCase()} penalty`, () => {
      const tanh = referenceOf('tanh-mse-sgd');
      const experiment: Experiment = {
        ...tanh,
        training: { ...tanh.training, regularization: { kind, rate: 0.02 } },
      };
      const layers = layersOf(experiment);
      const values = valuesOf(experiment, 1);
      const [equation = []] = matrixEquations(stageOf(layers, 'gradient', 0), layers);
      const [whole = [], delta = [], x = [], penalty = []] = matricesOf(equation).map((matrix) =>
        numbersOf(values, matrix),
      );
      expectSame(whole, plus(product(delta, x), penalty));
      expect(penalty.flat().some((value) => value !== 0)).toBe(true);
      const code = numpyLines(stageOf(layers, 'gradient', 0), layers);
      expect(code).toContain(kind === 'l2' ? '+ lam * W1' : '+ lam * np.sign(W1)');
    });
  }

  it('is the mean over the tokens of a minibatch, with the token’s own above it', () => {
    const experiment = referenceOf('softplus-l2');
    const layers = layersOf(experiment, true);
    const values = valuesOf(experiment, 3);
    const [own = [], whole = [], bias = []] = matrixEquations(stageOf(layers, 'gradient', 0), layers);
    const [g = [], delta = [], x = []] = matricesOf(own).map((matrix) => numbersOf(values, matrix));
    expectSame(g, product(delta, x));
    const [sum = [], mean = [], penalty = []] = matricesOf(whole).map((matrix) => numbersOf(values, matrix));
    expectSame(sum, plus(mean, penalty));
    expect(signsOf(bias)).toContain('\\overline{\\delta^{(1)}}');
    expect(
      numpyLines(stageOf(layers, 'gradient', 0), layers)
        .split('\n')
        .slice(1),
    ).toEqual(['dW1 = delta1 @ x.T / x.shape[1] + lam * W1', 'db1 = delta1.mean(axis=1)']);
  });
});

it('ε of softmax with squared error is (diag ŷ − ŷ ŷᵀ)(ŷ − y)', () => {
  const experiment: Experiment = { ...referenceOf('sigmoid-softmax-momentum'), loss: 'mse' };
  const layers = layersOf(experiment);
  const values = valuesOf(experiment, 1);
  const [equation = []] = matrixEquations(
    stageOf(layers, 'epsilon', layers.notation.units.length - 1),
    layers,
  );
  const [epsilon = [], diagonal = [], column = [], row = [], yHat = [], y = []] = matricesOf(equation).map(
    (matrix) => numbersOf(values, matrix),
  );
  const outer = product(column, row);
  const inner = outer.map((values, r) =>
    values.map((value, c) => (r === c ? (diagonal[r]?.[0] ?? NaN) : 0) - value),
  );
  expectSame(
    epsilon,
    product(
      inner,
      merge(yHat, y, (a, b) => a - b),
    ),
  );
});

it('every number of every stage is there, for every optimizer’s network', () => {
  for (const name of ['relu-bce-adam', 'rmsprop-leaky', 'semicircle-like-vector-regression', 'residual-tanh'])
    for (const minibatch of [false, true]) {
      const experiment = referenceOf(name);
      const layers = layersOf(experiment, minibatch);
      const values = valuesOf(experiment, minibatch ? 3 : 1);
      for (const stage of storyOf(layerSizes(experiment)))
        for (const matrix of matrixEquations(stage, layers).flatMap(matricesOf))
          expect(numbersOf(values, matrix).flat().every(Number.isFinite), `${name} ${matrix.name}`).toBe(
            true,
          );
    }
});

it('features are NumPy expressions of the coordinates', () => {
  const layers = layersOf({ ...DEFAULT_EXPERIMENT, features: ['x1', 'x2^2', 'x1*x2', 'sin(x1)', 'x12'] });
  expect(numpyLines(stageOf(layers, 'input', -1), layers)).toBe(
    'x = np.array([x1, x2 ** 2, x1 * x2, np.sin(x1), x12])',
  );
});
