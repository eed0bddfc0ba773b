import type { ElementwiseActivation } from './activation';

/** σ(e) = e, σ′(e) = 1 */
export const linear: ElementwiseActivation = {
  value: (e) => e,
  derivative: () => 1,
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = e[i];
  },
  backward() {},
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: true, backward: true },
    forward: () => (e) => e,
    backward: () => (d) => d,
  },
};
