import { abs, add, mul, neg, pmax, zero } from '../../wasm/f32x4';
import { exp, sigmoid, sigmoidSingle } from '../math/exponential';
import { log1p } from '../math/logarithm';
import { expFormula } from '../math/simd/exponential';
import { log1pOfShareFormula } from '../math/simd/logarithm';
import { settleFormula } from '../math/simd/settle';
import { sigmoidFormula } from '../math/simd/tanh';
import { isSingle, type ElementwiseActivation } from './activation';

/** ln(1 + exp(e)), which neither overflows nor loses small values. */
export function softplusOf(e: number): number {
  return e > 0 ? e + log1p(exp(-e)) : log1p(exp(e));
}

/** σ(e) = ln(1 + exp(e)), σ′(e) = 1 / (1 + exp(−e)) */
export const softplus: ElementwiseActivation = {
  value: softplusOf,
  derivative: sigmoid,
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = softplusOf(e[i]);
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    if (isSingle(d)) for (let i = 0; i < count; i++) d[i] *= sigmoidSingle(e[i]);
    else for (let i = 0; i < count; i++) d[i] *= sigmoid(e[i]);
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'excitation',
    light: { forward: false, backward: false },
    forward(f) {
      const exp = expFormula(f);
      const log1p = log1pOfShareFormula(f);
      const settle = settleFormula(f);
      return (e) => add(pmax(e, zero), settle(log1p(exp(f.let(neg(abs(e)))))));
    },
    backward(f) {
      const sigmoid = sigmoidFormula(f);
      return (d, e) => mul(d, sigmoid(e));
    },
  },
};
