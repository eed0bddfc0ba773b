import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/engine/layout';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { traceToken } from '../../../src/engine/trace/trace';
import {
  wiringOf,
  writeContribution,
  writeExcitation,
  type PointValues,
} from '../../../src/figures/unit/excitation';
import { createNetwork, createNumbers, createParameters, layer } from '../../engine/support';

const COUNT = 40;
const SIZES = [3, 4, 4, 2];
const network = createNetwork(3, [layer(4, 'tanh'), layer(4, 'softplus', true), layer(2, 'linear')]);
const layout = createLayout(network);
const parameters = Float32Array.from(createParameters(network));
const number = createNumbers(5);
/** [feature][point] */
const inputs = Float64Array.from({ length: 3 * COUNT }, () => Math.fround(2 * number()));
const activations = createPlainEngine().createProbe(layout, inputs, COUNT).run(network, parameters);
const values: PointValues = { count: COUNT, features: Float32Array.from(inputs), activations };

const trace = (point: number) =>
  traceToken(
    network,
    layout,
    parameters,
    [0, 1, 2].map((f) => inputs[f * COUNT + point] ?? NaN),
    [0, 0],
  );

describe('the excitations of the unit lens', () => {
  it('agree with a double-precision trace in every layer, residual ones too', () => {
    const e = new Float32Array(COUNT);
    for (const [l, units] of [4, 4, 2].entries()) {
      for (let unit = 0; unit < units; unit++) {
        writeExcitation(e, wiringOf(SIZES, { layer: l, unit }), parameters, values);
        for (const point of [0, 17, COUNT - 1])
          expect(e[point]).toBeCloseTo(trace(point).layers[l]?.e[unit] ?? NaN, 4);
      }
    }
  });

  it('find a unit’s own activation among the probe’s', () => {
    for (const [l, unit] of [
      [0, 3],
      [1, 2],
      [2, 1],
    ] as const) {
      const { index } = wiringOf(SIZES, { layer: l, unit });
      expect(activations[index * COUNT + 9]).toBeCloseTo(trace(9).layers[l]?.h[unit] ?? NaN, 4);
    }
  });
});

describe('what a unit sends', () => {
  it('adds up, with the bias, to the excitation of the receiving unit', () => {
    const receiving = wiringOf(SIZES, { layer: 1, unit: 2 });
    const one = new Float32Array(COUNT);
    const sum = new Float32Array(COUNT).fill(parameters[receiving.bias] ?? NaN);
    const running = new Float32Array(COUNT);
    for (let unit = 0; unit < 4; unit++) {
      const weight = parameters[receiving.weights + unit] ?? NaN;
      writeContribution(one, weight, wiringOf(SIZES, { layer: 0, unit }).index, values);
      for (let p = 0; p < COUNT; p++) sum[p] = (sum[p] ?? 0) + (one[p] ?? 0);
      writeExcitation(running, receiving, parameters, values, unit + 1);
      expect(running[11]).toBeCloseTo(sum[11] ?? NaN, 5);
    }
    expect(sum[11]).toBeCloseTo(trace(11).layers[1]?.e[2] ?? NaN, 4);
  });
});
