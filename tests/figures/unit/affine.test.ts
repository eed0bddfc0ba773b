import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/engine/layout';
import { traceToken } from '../../../src/engine/trace/trace';
import { affineMap, linearRun } from '../../../src/figures/unit/affine';
import { createNetwork, createNumbers, createParameters, layer } from '../../engine/support';

const linear = (units: number) => ({ units, activation: 'linear' }) as const;
const tanh = (units: number) => ({ units, activation: 'tanh' }) as const;

describe('the affine map of linear layers', () => {
  it('is the product of the matrices, as worked by hand', () => {
    // W1 = [[1, 2], [0, −1]], b1 = (1, 0); W2 = [[2, 1], [−1, 3]], b2 = (0, 2); W3 = [1, 1], b3 = −1
    const parameters = Float32Array.of(1, 2, 0, -1, 1, 0, 2, 1, -1, 3, 0, 2, 1, 1, -1);
    const run = { first: 0, last: 1 };
    const { rows, columns, matrix, constant } = affineMap(
      parameters,
      [2, 2, 2, 1],
      [false, false, false],
      run,
    );
    expect([rows, columns]).toEqual([1, 2]);
    // W2 W1 = [[2, 3], [−1, −5]], W2 b1 + b2 = (2, 1); then the sum of both rows, less 1
    expect([...matrix]).toEqual([1, -2]);
    expect([...constant]).toEqual([2]);
  });

  it('leads from the inputs of the run to the next excitation, residual layers included', () => {
    const network = createNetwork(3, [
      layer(4, 'tanh'),
      layer(4, 'linear', true),
      layer(5, 'linear'),
      layer(2, 'tanh'),
    ]);
    const parameters = Float32Array.from(createParameters(network));
    const number = createNumbers(8);
    const trace = traceToken(
      network,
      createLayout(network),
      parameters,
      [number(), number(), number()],
      [0, 0],
    );
    const map = affineMap(parameters, [3, 4, 4, 5, 2], [false, true, false, false], { first: 1, last: 2 });
    const from = trace.layers[0]?.h ?? [];
    for (let k = 0; k < 2; k++) {
      let e = map.constant[k] ?? NaN;
      for (let i = 0; i < 4; i++) e += (map.matrix[k * 4 + i] ?? NaN) * (from[i] ?? NaN);
      expect(e).toBeCloseTo(trace.layers[3]?.e[k] ?? NaN, 12);
    }
  });
});

describe('a run of linear layers', () => {
  it('is as long as the linear neighbors go', () => {
    const hidden = [tanh(2), linear(3), linear(4), tanh(2)];
    expect(linearRun(hidden, 1)).toEqual({ first: 1, last: 2 });
    expect(linearRun(hidden, 2)).toEqual({ first: 1, last: 2 });
  });

  it('is told at the layer it feeds, and nowhere else', () => {
    const hidden = [tanh(2), linear(3), tanh(2), tanh(2)];
    expect(linearRun(hidden, 2)).toEqual({ first: 1, last: 1 });
    expect(linearRun(hidden, 0)).toBeNull();
    expect(linearRun(hidden, 3)).toBeNull();
    expect(linearRun([linear(2)], 1)).toEqual({ first: 0, last: 0 });
    expect(linearRun([], 0)).toBeNull();
  });
});
