import { add, mul, sub } from '../../wasm/f32x4';
import { sigmoid, sigmoidSingle } from '../math/exponential';
import { steepSigmoidFormula } from '../math/simd/exponential';
import { settleFormula } from '../math/simd/settle';
import { isSingle, type ElementwiseActivation } from './activation';

const slope = (e: number, s: number): number => s + e * s * (1 - s);

/** σ(e) = e·s with s = 1 / (1 + exp(−e)); σ′(e) = s + e·s(1 − s) */
export const swish: ElementwiseActivation = {
  value: (e) => e * sigmoid(e),
  derivative: (e) => slope(e, sigmoid(e)),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    if (isSingle(h)) for (let i = 0; i < count; i++) h[i] = e[i] * sigmoidSingle(e[i]);
    else for (let i = 0; i < count; i++) h[i] = e[i] * sigmoid(e[i]);
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    if (isSingle(d)) for (let i = 0; i < count; i++) d[i] *= slope(e[i], sigmoidSingle(e[i]));
    else for (let i = 0; i < count; i++) d[i] *= slope(e[i], sigmoid(e[i]));
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'excitation',
    light: { forward: false, backward: false },
    forward(f) {
      const sigmoid = steepSigmoidFormula(f);
      const settle = settleFormula(f);
      return (e) => settle(mul(e, sigmoid(e)));
    },
    backward(f) {
      const one = f.constant(1);
      const sigmoid = steepSigmoidFormula(f);
      const settle = settleFormula(f);
      return (d, e) => {
        const s = f.let(sigmoid(e));
        return mul(d, settle(add(s, mul(mul(e, s), sub(one, s)))));
      };
    },
  },
};
