import { add, andNot, equal, lessThan, select, zero } from '../../wasm/f32x4';
import type { ElementwiseActivation } from './activation';

const value = (e: number): number => (e > 0 ? 1 : e <= 0 ? -1 : NaN);

/**
 * σ(e) = 1 for e > 0, else −1, so that sign(0) = −1. No gradient passes: σ′ = 0 wherever it exists. A NaN
 * stays visible.
 */
export const sign: ElementwiseActivation = {
  value,
  derivative: () => 0,
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = value(e[i]);
  },
  backward(d, _e, _h, units, tokens) {
    d.fill(0, 0, units * tokens);
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: true, backward: true },
    forward(f) {
      const one = f.constant(1);
      const minusOne = f.constant(-1);
      return (e) => add(select(one, minusOne, lessThan(zero, e)), andNot(e, equal(e, e)));
    },
    backward: () => () => zero,
  },
};
