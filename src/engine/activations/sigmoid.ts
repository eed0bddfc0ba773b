import { mul, sub } from '../../wasm/f32x4';
import { sigmoid as logistic, sigmoidSingle } from '../math/exponential';
import { sigmoidFormula } from '../math/simd/tanh';
import { isSingle, type ElementwiseActivation } from './activation';

/** σ(e) = 1 / (1 + exp(−e)), σ′(e) = h(1 − h) */
export const sigmoid: ElementwiseActivation = {
  value: logistic,
  derivative: (e) => logistic(e) * logistic(-e),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    if (isSingle(h)) for (let i = 0; i < count; i++) h[i] = sigmoidSingle(e[i]);
    else for (let i = 0; i < count; i++) h[i] = logistic(e[i]);
  },
  backward(d, _e, h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) d[i] *= h[i] * (1 - h[i]);
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: false, backward: true },
    forward: sigmoidFormula,
    backward(f) {
      const one = f.constant(1);
      return (d, h) => mul(d, mul(h, sub(one, h)));
    },
  },
};
