import { expect, test } from 'vitest';
import { slopeAt } from '../../../src/figures/decisionMap/slope';

test('a plane is as steep everywhere as its coefficients say, by shares of the square', () => {
  const size = 20;
  const values = Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size];
    return 3 * x - 4 * y;
  });
  for (const [x, y] of [
    [0.5, 0.5],
    [0, 1],
    [1, 0.3],
  ] as const)
    expect(slopeAt(values, size, x, y)).toBeCloseTo(5, 4);
});

test('a ridge one sample wide is steep on its crest', () => {
  const size = 9;
  const values = Float32Array.from({ length: size * size }, (_, i) => (i % size === 4 ? 1 : 0));
  expect(slopeAt(values, size, 0.5, 0.5)).toBe(9);
});
