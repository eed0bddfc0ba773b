import { atMost, lessThan, mul, select, zero } from '../../wasm/f32x4';
import type { ElementwiseActivation } from './activation';

const SLOPE = 0.01;

/** σ(e) = e for e > 0, else 0.01e; σ′(e) = 1 for e > 0, else 0.01 */
export const leakyRelu: ElementwiseActivation = {
  value: (e) => (e > 0 ? e : SLOPE * e),
  derivative: (e) => (e > 0 ? 1 : SLOPE),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = e[i] > 0 ? e[i] : SLOPE * e[i];
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) if (!(e[i] > 0)) d[i] *= SLOPE;
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: true, backward: true },
    forward(f) {
      const slope = f.constant(SLOPE);
      return (e) => select(mul(slope, e), e, lessThan(e, zero));
    },
    backward(f) {
      const slope = f.constant(SLOPE);
      return (d, h) => select(mul(slope, d), d, atMost(h, zero));
    },
  },
};
