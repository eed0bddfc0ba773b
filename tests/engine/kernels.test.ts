import { describe, expect, it } from 'vitest';
import type { LayerLayout } from '../../src/engine/engine';
import { denseBackward } from '../../src/engine/plain/denseBackward';
import { denseForward } from '../../src/engine/plain/denseForward';
import { weightGradient } from '../../src/engine/plain/weightGradient';
import { createNumbers } from './support';

const SIZES = [1, 2, 3, 5, 17];
const TOKENS = [0, 1, 3, 4, 5, 17];

const shapes = SIZES.flatMap((inputs) =>
  SIZES.flatMap((units) => TOKENS.map((tokens) => ({ inputs, units, tokens }))),
);

function drawn(length: number, seed: number): Float64Array {
  const number = createNumbers(seed);
  return Float64Array.from({ length }, number);
}

const at = (values: Float64Array, i: number): number => values[i] ?? NaN;

function expectClose(actual: Float64Array, expected: Float64Array): void {
  expect(actual).toHaveLength(expected.length);
  expect(Math.max(0, ...actual.map((value, i) => Math.abs(value - at(expected, i))))).toBeLessThan(1e-13);
}

/** Some parameters of another layer stand before this one's. */
function layerOf(inputs: number, units: number): LayerLayout {
  return { inputs, units, weights: 3, bias: 3 + inputs * units, firstUnit: 0 };
}

describe.each(shapes)('$inputs inputs, $units units, $tokens tokens', ({ inputs, units, tokens }) => {
  const layer = layerOf(inputs, units);
  const p = drawn(layer.bias + units, 1);
  const x = drawn(inputs * tokens, 2);
  const d = drawn(units * tokens, 3);
  const w = (k: number, j: number) => at(p, layer.weights + k * inputs + j);

  it('sends forward W x + b', () => {
    const e = drawn(units * tokens, 4);
    denseForward(e, x, p, layer, tokens);
    const expected = e.map((_, i) => {
      const [k, b] = [Math.floor(i / tokens), i % tokens];
      let sum = at(p, layer.bias + k);
      for (let j = 0; j < inputs; j++) sum += w(k, j) * at(x, j * tokens + b);
      return sum;
    });
    expectClose(e, expected);
  });

  it('adds Wᵀ d on the way back', () => {
    const before = drawn(inputs * tokens, 5);
    const dx = before.slice();
    denseBackward(dx, d, p, layer, tokens);
    const expected = before.map((value, i) => {
      const [j, b] = [Math.floor(i / tokens), i % tokens];
      let sum = value;
      for (let k = 0; k < units; k++) sum += w(k, j) * at(d, k * tokens + b);
      return sum;
    });
    expectClose(dx, expected);
  });

  it('adds d xᵀ to the gradient and leaves other layers alone', () => {
    const before = drawn(p.length, 6);
    const g = before.slice();
    weightGradient(g, d, x, layer, tokens);
    const expected = before.map((value, i) => {
      if (i < layer.weights) return value;
      const place = i - layer.weights;
      const k = i < layer.bias ? Math.floor(place / inputs) : i - layer.bias;
      let sum = value;
      for (let b = 0; b < tokens; b++) {
        sum += at(d, k * tokens + b) * (i < layer.bias ? at(x, (place % inputs) * tokens + b) : 1);
      }
      return sum;
    });
    expectClose(g, expected);
  });
});
