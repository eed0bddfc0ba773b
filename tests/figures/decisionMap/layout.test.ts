import { describe, expect, test } from 'vitest';
import {
  axisTicks,
  nearestPoint,
  placeAt,
  shareX,
  shareY,
  type PlanePoints,
} from '../../../src/figures/decisionMap/layout';
import { sampleField } from '../../../src/figures/decisionMap/sampleField';
import { classMargins } from '../../../src/figures/decisionMap/regions';

const POINTS: PlanePoints = {
  count: 3,
  coordinates: 2,
  inputs: Float64Array.of(1, 1, -2, 3, 1.1, 1),
  classes: 2,
  labels: Uint8Array.of(0, 1, 1),
  targets: Float64Array.of(0, 1, 1),
  outputs: 1,
  train: Uint32Array.of(0, 1),
  test: Uint32Array.of(2),
};

describe('the plane', () => {
  test('has x1 to the right and x2 upwards, and places read back as they were', () => {
    expect([shareX(-6, 6), shareX(6, 6), shareY(6, 6), shareY(-6, 6)]).toEqual([0, 1, 0, 1]);
    const { x1, x2 } = placeAt(shareX(1.2, 6), shareY(-3.4, 6), 6);
    expect(x1).toBeCloseTo(1.2, 12);
    expect(x2).toBeCloseTo(-3.4, 12);
  });

  test('finds the nearest point in reach, test points only where they are shown', () => {
    expect(nearestPoint(POINTS, { x1: 1.1, x2: 1 }, 0.3, true)).toBe(2);
    expect(nearestPoint(POINTS, { x1: 1.1, x2: 1 }, 0.3, false)).toBe(0);
    expect(nearestPoint(POINTS, { x1: 5, x2: 5 }, 0.3, true)).toBe(-1);
  });

  test('reads a linear field exactly between its samples, on a channel further on too', () => {
    const size = 10;
    const field = new Float32Array(2 * size * size);
    for (let i = 0; i < size * size; i++) {
      const x = ((i % size) + 0.5) / size;
      const y = (Math.floor(i / size) + 0.5) / size;
      field[size * size + i] = 3 * x - 2 * y;
    }
    expect(sampleField(field, size * size, size, 0.33, 0.71)).toBeCloseTo(3 * 0.33 - 2 * 0.71, 5);
    expect(sampleField(field, size * size, size, 0, 0)).toBeCloseTo(3 * 0.05 - 2 * 0.05, 5);
    expect(sampleField(field, size * size, size, 1, 1)).toBeCloseTo(0.95, 5);
  });

  test('has ticks at its ends and middle, or at whole centimeters from zero up', () => {
    expect(axisTicks(6, null).map(({ value }) => value)).toEqual([-6, 0, 6]);
    const ticks = axisTicks(3.25, { mean: 3.758, deviation: 1.759 });
    expect(ticks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8]);
    for (const { share, value } of ticks)
      expect(3.758 + 1.759 * (2 * share - 1) * 3.25).toBeCloseTo(value, 9);
  });
});

describe('class regions', () => {
  test('are positive inside the most probable class and change sign at its boundary', () => {
    const values = Float32Array.of(0.7, 0.2, 0.1, /**/ 0.2, 0.5, 0.3, /**/ 0.1, 0.3, 0.6);
    const margins = new Float32Array(9);
    classMargins(values, 3, 3, margins);
    const rounded = Array.from(margins, (margin) => Math.round(margin * 100) / 100);
    expect(rounded).toEqual([0.5, -0.3, -0.5, -0.5, 0.2, -0.3, -0.6, -0.2, 0.3]);
  });
});
