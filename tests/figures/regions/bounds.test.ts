import { describe, expect, test } from 'vitest';
import { regionBounds } from '../../../src/figures/regions/bounds';
import { thresholdLines } from '../../../src/figures/regions/lines';
import { piecewiseNetwork, regionsFault } from '../../../src/figures/regions/piecewise';
import { boundText, countText, patternText } from '../../../src/figures/regions/text';
import { networkOf } from './networks';

const boundsOf = (units: readonly number[]) => regionBounds(piecewiseNetwork(networkOf(units, 'relu')));

describe('bounds of the number of regions', () => {
  test.each([
    [[], 1],
    [[1], 2],
    [[3], 7],
    [[8], 37],
    [[3, 2], 28],
    [[8, 6], 814],
    // A layer of one unit leaves one dimension: (1 + 1) · (1 + 5).
    [[1, 5], 12],
  ])('of layers %j is %i', (units, most) => {
    expect(boundsOf(units).most).toBe(most);
  });

  test('what deep networks reach is ⌊N₁/2⌋² times the regions of the last layer, for ReLU without residuals', () => {
    expect(boundsOf([8, 6]).reached).toBe(16 * 22);
    expect(boundsOf([8]).reached).toBeNull();
    expect(boundsOf([1, 5]).reached).toBeNull();
    const residual = piecewiseNetwork(networkOf([2, 2], 'relu', 'residual'));
    expect(regionBounds(residual).reached).toBeNull();
  });

  test('name where they come from', () => {
    const text = (units: readonly number[]) =>
      boundText(boundsOf(units), piecewiseNetwork(networkOf(units, 'relu')));
    expect(text([8])).toBe('One layer of N = 8: at most 1 + N + N(N − 1)/2 = 37.');
    expect(text([8, 6])).toContain('Montúfar');
    expect(text([8, 6])).toContain('814');
    expect(countText(2081 ** 8)).toBe('3.5·10²⁶');
  });
});

describe('networks without linear regions', () => {
  test('say why', () => {
    expect(regionsFault(networkOf([3], 'relu'))).toBeNull();
    expect(regionsFault(networkOf([3], 'leaky-relu'))).toBeNull();
    expect(regionsFault(networkOf([3], 'tanh'))).toContain('tanh bends everywhere');
    expect(regionsFault({ ...networkOf([3], 'relu'), features: ['x1', 'x2', 'x1^2'] })).toContain('x1^2');
    const relu = networkOf([3], 'relu');
    const problem = {
      dataset: 'custom',
      inputs: [[1, 2, 3]],
      targets: [[1]],
      train: [true],
      task: 'regression',
      trainFraction: 1,
    } as const;
    expect(regionsFault({ ...relu, problem })).toContain('these data have 3');
  });
});

describe('words and lines', () => {
  test('a pattern is written layer by layer, wide layers as a count', () => {
    const network = piecewiseNetwork(networkOf([3, 2], 'relu'));
    expect(patternText(network, Uint8Array.of(1, 0, 1, 0, 1))).toBe('101 01');
    const wide = piecewiseNetwork(networkOf([40], 'relu'));
    expect(patternText(wide, new Uint8Array(40).fill(1, 0, 7))).toBe('7 of 40 on');
  });

  test('a threshold line ends at the frame and points to the side where its unit is on', () => {
    const [line] = thresholdLines(Float64Array.of(-2, 0, 2), 6);
    expect([line?.from[0], line?.to[0]]).toEqual([1, 1]);
    expect([line?.from[1], line?.to[1]].sort()).toEqual([-6, 6]);
    expect(line?.normal).toEqual([-1, 0]);
    expect(thresholdLines(Float64Array.of(1, 1, 20), 6)).toEqual([]);
    expect(thresholdLines(Float64Array.of(0, 0, 0), 6)).toEqual([]);
  });
});
