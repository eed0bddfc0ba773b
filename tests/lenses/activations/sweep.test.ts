import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/engine/layout';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { namedUnits } from '../../../src/figures/activations/census';
import { createSweep } from '../../../src/lenses/activations/sweep';
import { createNetwork, createNumbers, layer } from '../../engine/support';

const COUNT = 200;
const number = createNumbers(4);
const inputs = Float64Array.from({ length: COUNT }, () => Math.fround(number()));
const train = Uint32Array.from({ length: 150 }, (_, token) => token);

/** One input in −1 … 1 on four ReLU units, of which 1 and 3 are off everywhere; then two tanh units, the second driven far. */
const PARAMETERS = Float32Array.of(
  ...[1, 0.5, -2, -1],
  ...[-1.5, 1, -2.5, 0.5],
  ...[0, 0.3, 0, -0.2, 0, 1, 0, 1],
  ...[0, 4],
  ...[1, 1, 0],
);
const network = createNetwork(1, [layer(4, 'relu'), layer(2, 'tanh'), layer(1, 'sigmoid')]);
const activations = createPlainEngine()
  .createProbe(createLayout(network), inputs, COUNT)
  .run(network, PARAMETERS);
const values = { count: COUNT, features: Float32Array.from(inputs), activations };
const shape = { sizes: [1, 4, 2, 1], activations: ['relu', 'tanh', 'sigmoid'], train } as const;

describe('a sweep over the units', () => {
  it('names the dead and the saturated units of a network made by hand', () => {
    const sweep = createSweep(shape);
    expect(sweep.advance(values, PARAMETERS, () => false)).toBe(true);
    const census = sweep.layers.slice(0, -1).map(({ states }) => states);
    expect(namedUnits(census, 'dead')).toBe('hidden 1: units 1 and 3');
    expect(namedUnits(census, 'saturated')).toBe('hidden 2: unit 2');
  });

  it('counts every token of every unit once, and gives the extremes', () => {
    const sweep = createSweep(shape);
    sweep.advance(values, PARAMETERS, () => false);
    for (const [l, { counts }] of sweep.layers.entries())
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(COUNT * (shape.sizes[l + 1] ?? NaN));
    let least = Infinity;
    for (const x of inputs) least = Math.min(least, x - 1.5, 0.5 * x + 1, -2 * x - 2.5, -x + 0.5);
    expect(sweep.layers[0]?.least).toBeCloseTo(least, 5);
  });

  it('comes to the same in many short stretches', () => {
    const [whole, slow] = [createSweep(shape), createSweep(shape)];
    whole.advance(values, PARAMETERS, () => false);
    let turns = 1;
    while (!slow.advance(values, PARAMETERS, () => true)) turns++;
    expect(turns).toBe(7);
    expect(slow.layers).toEqual(whole.layers);
  });
});
