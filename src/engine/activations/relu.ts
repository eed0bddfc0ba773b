import { andNot, atMost, pmax, zero } from '../../wasm/f32x4';
import type { ElementwiseActivation } from './activation';

/** σ(e) = max(0, e), σ′(e) = 1 for e > 0, else 0. A NaN stays visible. */
export const relu: ElementwiseActivation = {
  value: (e) => (e < 0 ? 0 : e),
  derivative: (e) => (e > 0 ? 1 : 0),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = e[i] < 0 ? 0 : e[i];
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) if (e[i] <= 0) d[i] = 0;
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: true, backward: true },
    forward: () => (e) => pmax(e, zero),
    backward: () => (d, h) => andNot(d, atMost(h, zero)),
  },
};
