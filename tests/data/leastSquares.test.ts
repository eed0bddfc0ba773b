import { beforeAll, describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { leastSquares, ridge, singularValues, type Matrix } from '../../src/data/leastSquares';
import { curvatureOf, largestResidual, solveNetwork, whyUnsolvable } from '../../src/data/networkSolution';
import {
  fitInT,
  fitInX,
  polynomialValue,
  rootMeanSquare,
  trainPoints,
  translateToT,
} from '../../src/data/polynomialFit';
import { loadResources } from '../../src/data/resources';
import { tokenSets } from '../../src/data/tokenSets';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { initialParameters } from '../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../src/engine/network';
import {
  addLayer,
  setFrozen,
  setOutput,
  setTraining,
  setVariant,
  type Change,
} from '../../src/experiment/changes';
import type { Experiment } from '../../src/experiment/experiment';
import { orderOf, setOrder } from '../../src/experiment/polynomial';
import { createNumbers } from '../engine/support';
import { curveExperiment } from '../experiment/curveExperiment';

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}

/** Full-batch training, `epochs` updates. */
function train(trained: Experiment, epochs: number, precision: 'single' | 'double') {
  const dataset = createDataset(trained);
  const { train, test } = tokenSets(dataset, trained);
  const engine = precision === 'double' ? createPlainEngine() : createSimdEngine();
  const trainer = engine.createTrainer({
    network: networkSpec(trained),
    update: updateSpec(trained, train.count),
    train,
    test,
    parameters: initialParameters(trained),
    precision,
  });
  for (let epoch = 0; epoch < epochs; epoch++) trainer.finishEpoch();
  return Float64Array.from(trainer.parameters.subarray(0, trained.features.length + 1));
}

const plainDescent = (learningRate: number) =>
  setTraining({ optimizer: { kind: 'sgd', learningRate }, batchSize: 'all' });

beforeAll(async () => {
  await loadResources(curveExperiment().problem);
});

describe('least squares', () => {
  it('is the line worked by hand: through (0, 1), (1, 3), (2, 4)', () => {
    const w = leastSquares(
      matrixOf([
        [1, 0],
        [1, 1],
        [1, 2],
      ]),
      [1, 3, 4],
    );
    expect(w?.[0]).toBeCloseTo(7 / 6, 13);
    expect(w?.[1]).toBeCloseTo(3 / 2, 13);
  });

  it('leaves a residual that is orthogonal to every column', () => {
    const number = createNumbers(5);
    const matrix: Matrix = { rows: 12, columns: 5, values: Float64Array.from({ length: 60 }, number) };
    const y = Float64Array.from({ length: 12 }, number);
    const w = leastSquares(matrix, y) ?? new Float64Array(5).fill(NaN);
    for (let k = 0; k < 5; k++) {
      let dot = 0;
      for (let i = 0; i < 12; i++) {
        const row = matrix.values.subarray(i * 5, i * 5 + 5);
        dot += (row[k] ?? 0) * (row.reduce((sum, a, j) => sum + a * (w[j] ?? 0), 0) - (y[i] ?? 0));
      }
      expect(Math.abs(dot)).toBeLessThan(1e-13);
    }
  });

  it('has no answer where columns depend on one another or rows are too few', () => {
    const dependent = [1, 2, 3, 4].map((x) => [1, x, 2 * x + 1]);
    expect(leastSquares(matrixOf(dependent), [1, 2, 3, 4])).toBeNull();
    expect(leastSquares(matrixOf([[1, 2]]), [1])).toBeNull();
    expect(leastSquares(matrixOf([[0], [0]]), [1, 1])).toBeNull();
  });

  it('ridge has an answer there, the one of the normal equations (AᵀA/n + Λ) w = Aᵀy/n', () => {
    const rows = [0.5, -1, 2, 0.25].map((x) => [1, x, 2 * x + 1]);
    const [y, rates] = [
      [1, 0, -1, 2],
      [0, 0.3, 0.1],
    ];
    const w = ridge(matrixOf(rows), y, rates);
    expect(w).not.toBeNull();
    for (let k = 0; k < 3; k++) {
      let gradient = (rates[k] ?? 0) * (w?.[k] ?? NaN);
      rows.forEach((row, i) => {
        const error = row.reduce((sum, a, j) => sum + a * (w?.[j] ?? NaN), 0) - (y[i] ?? 0);
        gradient += (error * (row[k] ?? 0)) / 4;
      });
      expect(Math.abs(gradient)).toBeLessThan(1e-14);
    }
  });
});

describe('singular values', () => {
  it('are those known on paper: 3 and 1 of [[2, 1], [1, 2]]', () => {
    const values = singularValues(
      matrixOf([
        [2, 1],
        [1, 2],
      ]),
    );
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
  });

  it('keep their product, the determinant, down to the smallest: the 6 × 6 Hilbert matrix', () => {
    const hilbert = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => 1 / (i + j + 1)));
    const values = singularValues(matrixOf(hilbert));
    expect(values.reduce((product, value) => product * value)).toBeCloseTo(5.3673e-18, 21);
    // Its condition number in the 2-norm, from the literature.
    expect((values[0] ?? NaN) / (values[5] ?? NaN) / 1.4951058642e7).toBeCloseTo(1, 7);
  });
});

describe('a polynomial of the powers of x', () => {
  it('is the same polynomial in t = (x + 1)/2', () => {
    expect(Array.from(translateToT([0, 1]))).toEqual([-1, 2]);
    expect(Array.from(translateToT([0, 0, 1]))).toEqual([1, -4, 4]);
    const w = Float64Array.from([0.3, -1, 2, 0.5, -4, 1.5]);
    const inT = translateToT(w);
    for (const x of [-1, -0.4, 0, 0.7, 1])
      expect(polynomialValue(inT, (x + 1) / 2)).toBeCloseTo(polynomialValue(w, x), 12);
  });

  it('reproduces the sizes of Bishop’s coefficients: hundreds of thousands for M = 9, small with ln λ = 0', () => {
    const points = trainPoints(createDataset(curveExperiment(setVariant('bishop'))));
    expect(points.x).toHaveLength(10);
    const free = fitInT(points, 9, 0);
    const some = fitInT(points, 9, Math.exp(-18));
    const strong = fitInT(points, 9, 1);
    const largest = (w: Float64Array | null) => Math.max(...Array.from(w ?? [NaN], Math.abs));
    expect(largest(free)).toBeGreaterThan(1e4);
    expect(largest(some)).toBeLessThan(1000);
    expect(largest(strong)).toBeLessThan(1);
  });

  it('in t with a penalty solves the normal equations of ½Σ(ŷ − y)² + ½λ‖w‖²', () => {
    const points = trainPoints(createDataset(curveExperiment(setVariant('bishop'))));
    const w = fitInT(points, 3, 0.01) ?? [];
    for (let k = 0; k <= 3; k++) {
      let gradient = 0.01 * (w[k] ?? NaN);
      points.x.forEach((x, i) => {
        const t = (x + 1) / 2;
        gradient += (polynomialValue(w, t) - (points.y[i] ?? NaN)) * t ** k;
      });
      expect(Math.abs(gradient)).toBeLessThan(1e-13);
    }
  });

  it('fits no worse the higher its order', () => {
    const points = trainPoints(createDataset(curveExperiment(setVariant('bishop'))));
    const errors = Array.from({ length: 10 }, (_, order) =>
      rootMeanSquare(fitInX(points, order, 0) ?? [NaN], points),
    );
    for (let order = 1; order < 10; order++)
      expect(errors[order]).toBeLessThanOrEqual((errors[order - 1] ?? NaN) + 1e-9);
    expect(errors[9]).toBeLessThan(1e-6);
  });
});

describe('a network without hidden layer', () => {
  it('of order 9 passes through ten points to 1e-6 when solved, and nearly so in single precision', () => {
    const bishop = curveExperiment(setVariant('bishop'), setOrder(9));
    const dataset = createDataset(bishop);
    const solution = solveNetwork(bishop, dataset, new Float64Array(10)) ?? new Float64Array(10);
    expect(largestResidual(bishop, dataset, solution)).toBeLessThan(1e-6);
    const inSingle = largestResidual(bishop, dataset, Float32Array.from(solution));
    expect(inSingle).toBeGreaterThan(1e-9);
    expect(inSingle).toBeLessThan(1e-3);
  });

  it('of order 3 comes to its least-squares solution within 1 % by gradient descent, as a student would set it', () => {
    const cubic = curveExperiment(setOrder(3), plainDescent(1));
    const solution = solveNetwork(cubic, createDataset(cubic), new Float64Array(4)) ?? new Float64Array(4);
    const trained = train(cubic, 1000, 'single');
    const size = Math.max(...Array.from(solution, Math.abs));
    solution.forEach((w, p) => expect(Math.abs((trained[p] ?? NaN) - w)).toBeLessThan(0.01 * size));
  });

  it('with an L2 penalty is solved at the minimum of the page’s own loss, where long descent ends too', () => {
    const rate = 0.05;
    const penalized = curveExperiment(
      setOrder(5),
      plainDescent(0.5),
      setTraining({ regularization: { kind: 'l2', rate } }),
      setTraining({ optimizer: { kind: 'sgd', learningRate: 0.5 }, batchSize: 'all' }),
    );
    const solution = solveNetwork(penalized, createDataset(penalized), new Float64Array(6));
    const trained = train(penalized, 20_000, 'double');
    expect(solution).not.toBeNull();
    solution?.forEach((w, p) => expect(trained[p]).toBeCloseTo(w, 9));
  });

  it('keeps what is frozen: order 0 is the mean of the targets', () => {
    const constant = curveExperiment(setOrder(0));
    expect(orderOf(constant)).toBe(0);
    const dataset = createDataset(constant);
    const { y } = trainPoints(dataset);
    const solution = solveNetwork(constant, dataset, new Float64Array(2));
    expect(solution?.[0]).toBe(0);
    expect(solution?.[1]).toBeCloseTo(y.reduce((sum, each) => sum + each, 0) / y.length, 13);
  });

  it('has the curvatures that a descent feels: stable below 2/λ, beyond it not', () => {
    const cubic = curveExperiment(setOrder(3));
    const { largest, least } = curvatureOf(cubic, createDataset(cubic));
    expect(least).toBeGreaterThan(0);
    const size = (rate: number) =>
      Math.max(
        ...Array.from(train(curveExperiment(setOrder(3), plainDescent(rate)), 400, 'double'), Math.abs),
      );
    expect(size(1.98 / largest)).toBeLessThan(100);
    expect(size(2.1 / largest)).toBeGreaterThan(1e6);
  });

  it('says in a sentence why something cannot be solved', () => {
    const why = (...changes: readonly Change[]) => {
      const asked = curveExperiment(...changes);
      return whyUnsolvable(asked, createDataset(asked));
    };
    expect(why(setOrder(3))).toBeNull();
    expect(why(setOrder(3), setFrozen({ layer: 0, unit: 0, from: 1 }, true))).toBeNull();
    expect(why(addLayer())).toMatch(/without hidden layer/);
    expect(why(setOrder(3), setOutput('tanh'))).toMatch(/linear output/);
    expect(why(setOrder(3), setTraining({ regularization: { kind: 'l1', rate: 0.1 } }))).toMatch(/L1/);
    const few = (each: Experiment): Experiment => ({
      ...each,
      problem: { ...each.problem, trainFraction: 0.5 },
    });
    expect(why(setVariant('bishop'), few, setOrder(9))).toMatch(/5 training points do not determine 10/);
  });
});

describe('the order of a polynomial', () => {
  it('sets features x … x^M and no hidden layer, and is read back', () => {
    for (let order = 0; order <= 9; order++) {
      const chosen = curveExperiment(setOrder(order));
      expect(chosen.network.hidden).toEqual([]);
      expect(orderOf(chosen)).toBe(order);
    }
    expect(orderOf(curveExperiment(setOrder(0), setOrder(4)))).toBe(4);
    expect(orderOf(curveExperiment(setOrder(7), setOrder(2)))).toBe(2);
    expect(curveExperiment(setOrder(0), setOrder(4)).frozen).toBeUndefined();
    expect(orderOf(curveExperiment())).toBeNull();
  });
});
