import { mul } from '../../wasm/f32x4';
import { cos, sin as sine } from '../math/trigonometry';
import { cosFormula, sinFormula } from '../math/simd/trigonometry';
import type { ElementwiseActivation } from './activation';

/** σ(e) = sin e, σ′(e) = cos e */
export const sin: ElementwiseActivation = {
  value: sine,
  derivative: cos,
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = sine(e[i]);
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) d[i] *= cos(e[i]);
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'excitation',
    light: { forward: false, backward: false },
    forward: sinFormula,
    backward(f) {
      const cosine = cosFormula(f);
      return (d, e) => mul(d, cosine(e));
    },
  },
};
