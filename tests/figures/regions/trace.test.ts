import { describe, expect, test } from 'vitest';
import { regionBounds } from '../../../src/figures/regions/bounds';
import { isInCell, PLANE, squareCell } from '../../../src/figures/regions/cells';
import { piecewiseNetwork } from '../../../src/figures/regions/piecewise';
import { flat, networkOf, trace } from './networks';

/** What `regions` have in a window and in the plane, with the bound beside them. */
function counts(units: readonly number[], parameters: Float32Array, extent: number) {
  const network = piecewiseNetwork(networkOf(units, 'relu'));
  return {
    window: trace(network, parameters, squareCell(extent)).count,
    plane: trace(network, parameters, PLANE).count,
    bound: regionBounds(network).most,
  };
}

describe('networks whose regions can be counted on paper', () => {
  /*
   * Three lines in general position: the axes and x1 + x2 = 1. They make a triangle, three regions beside its sides and
   * three at its corners.
   *
   *        \ |
   *    5    \|   6
   *          |\
   *       4  |7 \  3
   *    ------+---\------
   *       1  | 2  \
   */
  test('three lines in general position make seven regions', () => {
    const parameters = flat(
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, -1],
      ],
      [[1, 1, 1, 0]],
    );
    expect(counts([3], parameters, 6)).toEqual({ window: 7, plane: 7, bound: 7 });
    // x1 + x2 = 1 passes outside a square of half side 0.4; the axes still quarter it.
    expect(counts([3], parameters, 0.4)).toEqual({ window: 4, plane: 7, bound: 7 });
  });

  /*
   * The four sides of the square |x1| < 2.5, |x2| < 2.5, two and two parallel: a board of 3 × 3.
   *
   *      |   |
   *    --+---+--
   *      |   |
   *    --+---+--
   *      |   |
   */
  test('two pairs of parallel lines make a board of nine', () => {
    const parameters = flat(
      [
        [1, 0, 2.5],
        [-1, 0, 2.5],
        [0, 1, 2.5],
        [0, -1, 2.5],
      ],
      [[1, 1, 1, 1, -3.5]],
    );
    expect(counts([4], parameters, 6)).toEqual({ window: 9, plane: 9, bound: 11 });
    expect(counts([4], parameters, 2)).toEqual({ window: 1, plane: 9, bound: 11 });
  });

  /*
   * Layer 1 has x1, −x1 and x2 as excitations: quarters of the plane. Layer 2 adds h1 + h2 = |x1| and parts it at 1, so
   * its one unit has two lines; its other unit parts max(0, x2) at 1. Columns at −1, 0, 1 and rows at 0, 1:
   *
   *       |  |  |
   *    ---+--+--+---  x2 = 1
   *       |  |  |
   *    ---+--+--+---  x2 = 0
   *       |  |  |
   *
   * 4 × 3 regions. Montúfar 2017: (1 + 3 + 3) · (1 + 2 + 1) = 28.
   */
  test('a second layer folds one line into two: twelve regions', () => {
    const parameters = flat(
      [
        [1, 0, 0],
        [-1, 0, 0],
        [0, 1, 0],
      ],
      [
        [1, 1, 0, -1],
        [0, 0, 1, -1],
      ],
      [[1, 1, 0]],
    );
    expect(counts([3, 2], parameters, 6)).toEqual({ window: 12, plane: 12, bound: 28 });
    expect(counts([3, 2], parameters, 0.5)).toEqual({ window: 4, plane: 12, bound: 28 });
  });
});

describe('regions of special networks', () => {
  test('lines through one point make two regions each, and units alike share one line', () => {
    const star = flat(
      [
        [1, 0, 0],
        [0.3, 0.7, 0],
        [0.1, -0.9, 0],
        [-0.2, 0.6, 0],
      ],
      [[1, 1, 1, 1, 0]],
    );
    expect(counts([4], star, 6)).toEqual({ window: 8, plane: 8, bound: 11 });
    const alike = flat(
      [
        [0.1, 0.2, 0.3],
        [0.2, 0.4, 0.6],
        [-0.3, -0.6, -0.9],
      ],
      [[1, 1, 1, 0]],
    );
    expect(counts([3], alike, 6)).toEqual({ window: 2, plane: 2, bound: 7 });
  });

  test('a unit that is on or off everywhere parts nothing', () => {
    const constant = flat(
      [
        [0, 0, 1],
        [0, 0, -1],
        [0, 0, 0],
      ],
      [[1, 1, 1, 0]],
    );
    const { regions } = trace(piecewiseNetwork(networkOf([3], 'relu')), constant, PLANE);
    expect(regions.map(({ pattern }) => Array.from(pattern))).toEqual([[1, 0, 0]]);
  });

  test('excitations that cancel up to rounding have no line', () => {
    const parameters = flat(
      [
        [0.1, 0.7, 0.3],
        [0.1, 0.7, 0.3],
      ],
      [[0.3, -0.3, 0]],
      [[1, 0]],
    );
    expect(counts([2, 1], parameters, 6).plane).toBe(2);
  });

  test('a line far outside the window counts in the plane alone', () => {
    const parameters = flat([[1e-6, 1e-6, 1]], [[1, 0]]);
    expect(counts([1], parameters, 6)).toEqual({ window: 1, plane: 2, bound: 2 });
  });

  test('no hidden layer leaves one region, a linear one too', () => {
    const none = networkOf([], 'relu');
    expect(trace(piecewiseNetwork(none), flat([[1, 2, 3]]), PLANE).count).toBe(1);
    const linear = piecewiseNetwork(networkOf([2], 'linear'));
    expect(
      trace(
        linear,
        flat(
          [
            [1, 2, 3],
            [4, 5, 6],
          ],
          [[1, 1, 0]],
        ),
        PLANE,
      ).count,
    ).toBe(1);
  });

  test('steps make the same regions as ReLUs with the same lines', () => {
    const parameters = flat(
      [
        [1, 0, 2.5],
        [-1, 0, 2.5],
        [0, 1, 2.5],
        [0, -1, 2.5],
      ],
      [[1, 1, 1, 1, 0]],
    );
    expect(trace(piecewiseNetwork(networkOf([4], 'step')), parameters, PLANE).count).toBe(9);
  });

  test('tracing stops where there are more than were asked for', () => {
    const parameters = flat(
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, -1],
      ],
      [[1, 1, 1, 0]],
    );
    const network = piecewiseNetwork(networkOf([3], 'relu'));
    expect(trace(network, parameters, PLANE, 6).complete).toBe(false);
    expect(trace(network, parameters, PLANE, 7)).toMatchObject({ count: 7, complete: true });
  });

  test('unbounded regions contain points as far away as one likes', () => {
    const parameters = flat(
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, -1],
      ],
      [[1, 1, 1, 0]],
    );
    const { regions } = trace(piecewiseNetwork(networkOf([3], 'relu')), parameters, PLANE);
    const far = regions.filter(({ cell }) => isInCell(cell, 1e9, 1e5));
    expect(far.map(({ pattern }) => Array.from(pattern))).toEqual([[1, 1, 1]]);
  });
});
