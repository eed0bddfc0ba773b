import { describe, expect, it } from 'vitest';
import { networkSpec, updateSpec } from '../../../src/engine/network';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment, Optimizer } from '../../../src/experiment/experiment';
import { formatNumber } from '../../../src/lenses/backprop/numbers';
import { lossTex } from '../../../src/lenses/backprop/symbols';
import { createStepValues, type StepValues, type Token } from '../../../src/lenses/backprop/values';

/** One layer on x₁ and x₂; weights [unit][sending], then the biases. */
const PARAMETERS = [0.5, -0.3, -0.2, 0.7, 0.1, 0.4];
const TOKEN: Token = { input: Float64Array.of(0.8, -1.5), target: Float64Array.of(0, 1) };

function experimentOf(
  optimizer: Optimizer,
  output: 'softmax' | 'sigmoid',
  loss: Experiment['loss'],
): Experiment {
  const inputs = [[0.8, -1.5]];
  return {
    ...DEFAULT_EXPERIMENT,
    problem: { dataset: 'custom', task: 'classification', inputs, targets: [[0, 1]], trainFraction: 1 },
    features: ['x1', 'x2'],
    network: { hidden: [], output, connectivity: 'sequential' },
    loss,
    training: { ...DEFAULT_EXPERIMENT.training, optimizer, regularization: { kind: 'l2', rate: 0.1 } },
  };
}

/** The lens's values of the step that follows `steps` steps on the token. */
function after(steps: number, experiment: Experiment): StepValues {
  const train = { count: 1, inputs: TOKEN.input, targets: TOKEN.target };
  const trainer = createPlainEngine().createTrainer({
    ...{ network: networkSpec(experiment), update: updateSpec(experiment, 1), train, precision: 'double' },
    test: { count: 0, inputs: new Float64Array(0), targets: new Float64Array(0) },
    parameters: PARAMETERS,
  });
  for (let i = 0; i < steps; i++) trainer.update();
  const values = createStepValues(experiment);
  values.follow(trainer.parameters.slice(), trainer.save().state, [TOKEN], 0);
  return values;
}

/** g of the weight at 0:1:0 at every step so far, the coming one last. */
function gradients(steps: number, experiment: Experiment): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => after(i, experiment).valueOf('G:0:1:0'));
}

const AT = '0:1:0';

describe('the numbers of an optimizer’s step', () => {
  it('are Adam’s moments, old and new, their corrections and the weight that comes of them', () => {
    const adam = { kind: 'adam', learningRate: 0.05, beta1: 0.8, beta2: 0.95 } as const;
    const experiment = experimentOf(adam, 'softmax', 'mse');
    const [m, v] = [[0], [0]];
    gradients(3, experiment).forEach((g, i) => {
      m.push(0.8 * (m[i] ?? NaN) + 0.2 * g);
      v.push(0.95 * (v[i] ?? NaN) + 0.05 * g * g);
    });
    const [mHat, vHat] = [(m[4] ?? NaN) / (1 - 0.8 ** 4), (v[4] ?? NaN) / (1 - 0.95 ** 4)];
    const { valueOf } = after(3, experiment);
    const told = ['a', 'A', 'k', 'K', 'z', 'Z', '1', '2', 't'].map((letter) => valueOf(`${letter}:${AT}`));
    const expected = [m[3], m[4], v[3], v[4], mHat, vHat, 1 - 0.8 ** 4, 1 - 0.95 ** 4, 4];
    told.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 12));
    const w = valueOf(`w:${AT}`) - (0.05 * mHat) / (Math.sqrt(vHat) + 1e-8);
    expect(valueOf(`n:${AT}`)).toBeCloseTo(w, 12);
  });

  it('are the velocity before and after a step with momentum', () => {
    const momentum = { kind: 'momentum', learningRate: 0.1, momentum: 0.7 } as const;
    const experiment = experimentOf(momentum, 'sigmoid', 'cross-entropy');
    const [g0 = NaN, g1 = NaN, g2 = NaN] = gradients(2, experiment);
    const { valueOf } = after(2, experiment);
    const before = 0.7 * g0 + g1;
    expect(valueOf(`a:${AT}`)).toBeCloseTo(before, 12);
    expect(valueOf(`A:${AT}`)).toBeCloseTo(0.7 * before + g2, 12);
    expect(valueOf(`n:${AT}`)).toBeCloseTo(valueOf(`w:${AT}`) - 0.1 * (0.7 * before + g2), 12);
    expect(valueOf(`K:${AT}`)).toBeNaN();
  });

  it('begin anew with every token while no state is known', () => {
    const momentum = { kind: 'momentum', learningRate: 0.1, momentum: 0.7 } as const;
    const values = createStepValues(experimentOf(momentum, 'softmax', 'cross-entropy'));
    for (let i = 0; i < 2; i++) {
      values.follow(Float64Array.from(PARAMETERS), null, [TOKEN], 0);
      expect(values.valueOf(`a:${AT}`)).toBe(0);
      expect(values.valueOf(`A:${AT}`)).toBeCloseTo(values.valueOf(`G:${AT}`), 15);
    }
  });
});

describe('the pieces of loss and ε', () => {
  const sgd = { kind: 'sgd', learningRate: 0.1 } as const;

  it('make up ε of squared error after softmax', () => {
    const { valueOf } = after(0, experimentOf(sgd, 'softmax', 'mse'));
    const e = [0.4 + 0.45 + 0.1, -0.16 - 1.05 + 0.4];
    const powers = e.map(Math.exp);
    const h = powers.map((power) => power / ((powers[0] ?? NaN) + (powers[1] ?? NaN)));
    const d = [h[0] ?? NaN, (h[1] ?? NaN) - 1];
    const sum = d.reduce((total, each, k) => total + each * (h[k] ?? NaN), 0);
    expect(valueOf('S')).toBeCloseTo(sum, 12);
    d.forEach((each, k) => {
      expect(valueOf(`D:${k}`)).toBeCloseTo(each, 12);
      expect(valueOf(`d:0:${k}`)).toBeCloseTo((h[k] ?? NaN) * (each - sum), 12);
    });
  });

  it('make up the cross-entropy of sigmoids, and keep 1 − ŷ where ŷ is 1', () => {
    const values = after(0, experimentOf(sgd, 'sigmoid', 'cross-entropy'));
    const terms = [0, 1].map((k) => {
      const [y = NaN, h = NaN, v = NaN, u = NaN] = [`y:${k}`, `h:0:${k}`, `v:${k}`, `u:${k}`].map(
        values.valueOf,
      );
      expect([y + v, h + u]).toEqual([1, expect.closeTo(1, 15)]);
      return -(y * Math.log(h) + v * Math.log(u));
    });
    expect((terms[0] ?? NaN) + (terms[1] ?? NaN)).toBeCloseTo(values.valueOf('L'), 12);
    values.follow(Float64Array.of(50, 0, 0, 0, 0, 0), null, [TOKEN], 0);
    expect(values.valueOf('u:0') / Math.exp(-40)).toBeCloseTo(1, 9);
  });
});

it('whole numbers are written without decimals', () => {
  expect([1, -1, 0, 12, 0.5, 0.99996, 1234].map(formatNumber)).toEqual([
    ...['1', '−1', '0', '12', '0.500', '1.000', '1234'],
  ]);
});

it('the loss of several sigmoids is their sum', () => {
  expect(lossTex('cross-entropy', 'sigmoid', 1)).not.toContain('\\sum');
  expect(lossTex('cross-entropy', 'sigmoid', 2)).toContain('\\sum_k');
});
