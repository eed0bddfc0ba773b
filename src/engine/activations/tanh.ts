import { mul, sub } from '../../wasm/f32x4';
import { tanh as exactTanh, tanhSingle } from '../math/exponential';
import { tanhFormula } from '../math/simd/tanh';
import { isSingle, type ElementwiseActivation } from './activation';

/** σ(e) = tanh e, σ′(e) = 1 − h² */
export const tanh: ElementwiseActivation = {
  value: exactTanh,
  derivative: (e) => 1 - exactTanh(e) * exactTanh(e),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    if (isSingle(h)) for (let i = 0; i < count; i++) h[i] = tanhSingle(e[i]);
    else for (let i = 0; i < count; i++) h[i] = exactTanh(e[i]);
  },
  backward(d, _e, h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) d[i] *= 1 - h[i] * h[i];
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: false, backward: true },
    forward: tanhFormula,
    backward(f) {
      const one = f.constant(1);
      return (d, h) => mul(d, sub(one, mul(h, h)));
    },
  },
};
