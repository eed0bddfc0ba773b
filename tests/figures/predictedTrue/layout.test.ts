import { expect, test } from 'vitest';
import { along, layoutPredictedTrue } from '../../../src/figures/predictedTrue/layout';

test('both axes have the domain of the targets, and what lies beyond stays at the edge', () => {
  const scale = layoutPredictedTrue(Float64Array.of(-1, 0, 1), { width: 350, height: 160 });
  expect(scale.low).toBeLessThan(-1);
  expect(scale.high).toBeGreaterThan(1);
  expect(along(scale, 0)).toBeCloseTo(scale.side / 2, 9);
  expect(along(scale, 99)).toBe(scale.side);
  expect(along(scale, -99)).toBe(0);
  expect(scale.left + scale.side).toBeLessThanOrEqual(350);
});

test('targets that are all the same still have a domain', () => {
  const scale = layoutPredictedTrue(Float64Array.of(2, 2), { width: 350, height: 160 });
  expect(along(scale, 2)).toBeCloseTo(scale.side / 2, 9);
});
