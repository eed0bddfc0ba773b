import { describe, expect, it } from 'vitest';
import type { Projection } from '../../../src/figures/hiddenSpace/projection';
import { thresholdsOf, visiblePart } from '../../../src/figures/hiddenSpace/thresholds';

const plane: Projection = {
  kind: 'plane',
  base: new Float64Array(2),
  directions: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
  shares: [],
};
const space: Projection = {
  kind: 'space',
  base: new Float64Array(3),
  directions: [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0), Float64Array.of(0, 0, 1)],
  shares: [],
};
const square = { middle: [0, 0], half: 1 };
const cube = { middle: [0, 0, 0], half: 1 };

describe('the next layer’s thresholds', () => {
  it('lie where w·h + b = 0', () => {
    // 2h₁ − h₂ + 0.5 = 0 and h₂ = 3
    const parameters = [2, -1, 0, 1, 0.5, -3];
    const next = { inputs: 2, units: 2, weights: 0, bias: 4, softmax: false };
    const [first, second] = thresholdsOf(plane, next, parameters);
    const ends = first === undefined ? [] : visiblePart(first, square);
    expect(ends).toHaveLength(2);
    for (const [h1 = NaN, h2 = NaN] of ends) expect(2 * h1 - h2 + 0.5).toBeCloseTo(0, 12);
    // The other one is outside of what is shown.
    expect(second === undefined ? null : visiblePart(second, square)).toEqual([]);
  });

  it('are cut by a plane that does not run through the origin', () => {
    // h = (0.5, 2, 1) + q₁ (1, 1, 0)/√2 + q₂ (0, 0, 1), and h₁ + h₂ − 3h₃ = 0.
    const projection: Projection = {
      kind: 'principal',
      base: Float64Array.of(0.5, 2, 1),
      directions: [Float64Array.of(Math.SQRT1_2, Math.SQRT1_2, 0), Float64Array.of(0, 0, 1)],
      shares: [0.7, 0.2],
    };
    const next = { inputs: 3, units: 1, weights: 0, bias: 3, softmax: false };
    const [threshold] = thresholdsOf(projection, next, [1, 1, -3, 0]);
    const ends = threshold === undefined ? [] : visiblePart(threshold, square);
    expect(ends).toHaveLength(2);
    for (const [q1 = NaN, q2 = NaN] of ends) {
      const h = [0.5 + q1 * Math.SQRT1_2, 2 + q1 * Math.SQRT1_2, 1 + q2] as const;
      expect(h[0] + h[1] - 3 * h[2]).toBeCloseTo(0, 12);
    }
  });

  it('of a softmax end where a third class takes over', () => {
    // e₁ = h₁, e₂ = −h₁, e₃ = h₂: the first two share the lead on h₁ = 0 as long as h₂ < 0.
    const next = { inputs: 2, units: 3, weights: 0, bias: 6, softmax: true };
    const thresholds = thresholdsOf(plane, next, [1, 0, -1, 0, 0, 1, 0, 0, 0]);
    expect(thresholds).toHaveLength(3);
    const between = thresholds.find(({ unit, other }) => unit === 0 && other === 1);
    const ends = between === undefined ? [] : visiblePart(between, square);
    expect(ends.map(([, h2]) => h2).sort()).toEqual([-1, 0]);
    for (const [h1] of ends) expect(h1).toBeCloseTo(0, 12);
  });

  it('of three units are polygons whose corners all lie on the plane, in order', () => {
    const next = { inputs: 3, units: 1, weights: 0, bias: 3, softmax: false };
    const [threshold] = thresholdsOf(space, next, [1, 1, 1, 0]);
    const corners = threshold === undefined ? [] : visiblePart(threshold, cube);
    // A cube is cut in a regular hexagon of side √2.
    expect(corners).toHaveLength(6);
    corners.forEach((corner, i) => {
      const after = corners[(i + 1) % 6] ?? [];
      expect(corner.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      expect(Math.hypot(...corner.map((value, d) => value - (after[d] ?? 0)))).toBeCloseTo(Math.SQRT2, 12);
    });
  });

  it('of a single unit are a point', () => {
    const line: Projection = {
      kind: 'line',
      base: new Float64Array(1),
      directions: [Float64Array.of(1)],
      shares: [],
    };
    const next = { inputs: 1, units: 1, weights: 0, bias: 1, softmax: false };
    const [threshold] = thresholdsOf(line, next, [2, -1]);
    expect(threshold === undefined ? null : visiblePart(threshold, { middle: [0], half: 1 })).toEqual([
      [0.5],
    ]);
  });

  it('are nowhere where all weights are zero', () => {
    const next = { inputs: 2, units: 1, weights: 0, bias: 2, softmax: false };
    const [threshold] = thresholdsOf(plane, next, [0, 0, 0]);
    expect(threshold === undefined ? null : visiblePart(threshold, square)).toEqual([]);
  });
});
