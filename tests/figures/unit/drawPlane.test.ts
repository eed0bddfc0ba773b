import { expect, test } from 'vitest';
import { crossesSquare, normalFoot } from '../../../src/figures/unit/drawPlane';

test('the normal stands on the zero line where it is nearest to the middle', () => {
  const line = { w1: 3, w2: 4, b: -10 };
  const { x1, x2 } = normalFoot(line, 6);
  expect(3 * x1 + 4 * x2 - 10).toBeCloseTo(0, 12);
  expect(x1 / x2).toBeCloseTo(3 / 4, 12);
});

test('a zero line outside the square leaves the normal in the middle', () => {
  const line = { w1: 0.1, w2: 0, b: -1 };
  expect(crossesSquare(line, 6)).toBe(false);
  expect(normalFoot(line, 6)).toEqual({ x1: 0, x2: 0 });
});

test('a line through a corner’s neighborhood crosses the square, one beyond the corner does not', () => {
  expect(crossesSquare({ w1: 1, w2: 1, b: -11.9 }, 6)).toBe(true);
  expect(crossesSquare({ w1: 1, w2: 1, b: -12.1 }, 6)).toBe(false);
});
