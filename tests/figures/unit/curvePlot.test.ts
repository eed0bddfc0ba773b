import { expect, test } from 'vitest';
import { ELEMENTWISE_ACTIVATIONS } from '../../../src/engine/activations/activations';
import { HIDDEN_ACTIVATIONS } from '../../../src/experiment/names';
import { bandY, curveReach, curveX, layoutCurve } from '../../../src/figures/unit/curvePlot';

test('the axis holds the largest excitation, in round steps', () => {
  expect([0.2, 3, 3.01, 7, 101].map(curveReach)).toEqual([3, 3, 4, 8, 1000]);
});

test.each(HIDDEN_ACTIVATIONS)('%s and its derivative stay within their parts of the figure', (name) => {
  const curve = ELEMENTWISE_ACTIVATIONS[name];
  const plot = layoutCurve(curve, 4, 190, 210);
  expect(plot.value.bottom).toBeLessThanOrEqual(plot.rug);
  expect(plot.rug).toBeLessThan(plot.slope.top);
  for (let e = -4; e <= 4; e += 0.125) {
    const y = bandY(plot.value, curve.value(e));
    expect(y).toBeGreaterThan(plot.value.top - 0.1);
    expect(y).toBeLessThan(plot.value.bottom + 0.1);
    const slope = bandY(plot.slope, curve.derivative(e));
    expect(slope).toBeGreaterThan(plot.slope.top - 0.1);
    expect(slope).toBeLessThan(plot.slope.bottom + 0.1);
  }
});

test('the axis runs from end to end of the figure', () => {
  const plot = layoutCurve(ELEMENTWISE_ACTIVATIONS.tanh, 5, 190, 210);
  expect(curveX(plot, 0)).toBeCloseTo((plot.left + plot.right) / 2, 12);
  expect(curveX(plot, -5)).toBe(plot.left);
  expect(curveX(plot, 5)).toBe(plot.right);
});
