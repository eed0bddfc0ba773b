import { describe, expect, it } from 'vitest';
import { createLayout } from '../../src/engine/layout';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import {
  createNetwork,
  createNumbers,
  createParameters,
  createTestTrainer,
  layer,
  NO_TOKENS,
} from './support';

const COUNT = 300;
const number = createNumbers(1);
const inputs = Float64Array.from({ length: 2 * COUNT }, () => Math.fround(3 * number()));
const network = createNetwork(2, [layer(2, 'tanh', true), layer(3, 'relu'), layer(2, 'softmax')]);
const layout = createLayout(network);
const parameters = Float32Array.from(createParameters(network));

describe('a probe', () => {
  it('gives every unit’s activation at every token, the output’s as an evaluation has it', () => {
    const probe = createPlainEngine().createProbe(layout, inputs, COUNT);
    const values = probe.run(network, parameters);
    expect(values).toHaveLength(7 * COUNT);
    const train = { count: COUNT, inputs, targets: new Float64Array(2 * COUNT) };
    const trainer = createTestTrainer({ network, train, test: NO_TOKENS, parameters, precision: 'single' });
    trainer.evaluate('train');
    expect(Array.from(values.subarray(5 * COUNT))).toEqual(Array.from(trainer.outputs('train')));
  });

  it('shows a residual layer’s activation with its input added', () => {
    const values = createPlainEngine().createProbe(layout, inputs, COUNT).run(network, parameters);
    for (const token of [0, 127, 128, 299]) {
      const [w1 = NaN, w2 = NaN] = parameters;
      const [x1 = NaN, x2 = NaN] = [inputs[token], inputs[COUNT + token]];
      const e = w1 * x1 + w2 * x2 + (parameters[4] ?? NaN);
      expect(values[token]).toBeCloseTo(Math.tanh(e) + x1, 5);
    }
  });

  it('takes other formulas from run to run', () => {
    const probe = createPlainEngine().createProbe(layout, inputs, COUNT);
    const before = Array.from(probe.run(network, parameters));
    const other = createNetwork(2, [layer(2, 'tanh'), layer(3, 'sin'), layer(2, 'linear')]);
    expect(Array.from(probe.run(other, parameters))).not.toEqual(before);
    expect(Array.from(probe.run(network, parameters))).toEqual(before);
  });

  for (const engine of [createPlainEngine(), createSimdEngine()]) {
    it(`goes on to other tokens (${engine.kind})`, () => {
      const others = inputs.map((input) => Math.fround(1 - input));
      const probe = engine.createProbe(layout, inputs, COUNT);
      const before = Array.from(probe.run(network, parameters));
      probe.move(others);
      const moved = Array.from(probe.run(network, parameters));
      expect(moved).toEqual(Array.from(engine.createProbe(layout, others, COUNT).run(network, parameters)));
      expect(moved).not.toEqual(before);
    });
  }
});
