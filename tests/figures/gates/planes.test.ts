import { describe, expect, it } from 'vitest';
import { boundaryOf, placeOn, weightExtent } from '../../../src/figures/gates/planes';

describe('the plane of the weights', () => {
  it('is as large as the weights want, in round steps', () => {
    expect(weightExtent([0, 0])).toBe(1);
    expect(weightExtent([2, -1])).toBe(3);
    expect(weightExtent([-35])).toBe(40);
    expect(weightExtent([12345])).toBe(100_000);
  });

  it('has the second weight upwards', () => {
    expect(placeOn(100, 2, 0, 0)).toEqual({ x: 50, y: 50 });
    expect(placeOn(100, 2, 2, 1)).toEqual({ x: 100, y: 25 });
  });
});

describe('the separator', () => {
  it('is the line on which w·x + b is 0, cut to the square', () => {
    const line = boundaryOf(2, 1, -2, 1.5);
    for (const end of [line?.from, line?.to, line?.middle]) {
      expect(2 * (end?.x ?? NaN) + (end?.y ?? NaN) - 2).toBeCloseTo(0, 12);
      expect(Math.max(Math.abs(end?.x ?? NaN), Math.abs(end?.y ?? NaN))).toBeLessThanOrEqual(1.5 + 1e-12);
    }
    const ends = [line?.from, line?.to].map((end) =>
      Math.max(Math.abs(end?.x ?? NaN), Math.abs(end?.y ?? NaN)),
    );
    for (const end of ends) expect(end).toBeCloseTo(1.5, 12);
    expect(line?.normal.x).toBeCloseTo(2 / Math.sqrt(5), 12);
  });

  it('has a normal toward the side that is on', () => {
    const line = boundaryOf(-1, 0, 0.5, 1.5);
    expect(line?.middle.x).toBe(0.5);
    expect(line?.middle.y).toBeCloseTo(0, 12);
    expect(line?.normal.x).toBe(-1);
  });

  it('is nowhere without weights, or beyond the square', () => {
    expect(boundaryOf(0, 0, 1, 1.5)).toBeNull();
    expect(boundaryOf(1, 0, -5, 1.5)).toBeNull();
    expect(boundaryOf(1, 1, -5, 1.5)).toBeNull();
    expect(boundaryOf(NaN, 1, 0, 1.5)).toBeNull();
  });
});
