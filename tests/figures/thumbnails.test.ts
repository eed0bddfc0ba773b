import { expect, it } from 'vitest';
import { thumbnailPosition } from '../../src/figures/thumbnails/layout';

it('puts the largest x2 on top and the largest x1 on the right', () => {
  const [left, bottom] = thumbnailPosition(-6, -6, 6, 50);
  const [right, top] = thumbnailPosition(6, 6, 6, 50);
  expect(left).toBeLessThan(right);
  expect(top).toBeLessThan(bottom);
  expect(thumbnailPosition(0, 0, 6, 50)).toEqual([25, 25]);
});

it('keeps points beyond the plane inside the picture', () => {
  for (const coordinate of thumbnailPosition(90, -90, 6, 50)) {
    expect(coordinate).toBeGreaterThan(0);
    expect(coordinate).toBeLessThan(50);
  }
});
