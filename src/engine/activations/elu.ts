import { add, lessThan, mul, pmin, select, zero } from '../../wasm/f32x4';
import { expm1 } from '../math/exponential';
import { expm1Formula } from '../math/simd/exponential';
import type { ElementwiseActivation } from './activation';

/** σ(e) = e for e > 0, else exp(e) − 1 (α = 1); σ′(e) = 1 for e > 0, else exp(e) = h + 1 */
export const elu: ElementwiseActivation = {
  value: (e) => (e > 0 ? e : expm1(e)),
  derivative: (e) => (e > 0 ? 1 : expm1(e) + 1),
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = e[i] > 0 ? e[i] : expm1(e[i]);
  },
  backward(d, e, h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) if (!(e[i] > 0)) d[i] *= h[i] + 1;
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'response',
    light: { forward: false, backward: true },
    forward(f) {
      const expm1 = expm1Formula(f);
      return (e) => select(expm1(pmin(e, zero)), e, lessThan(e, zero));
    },
    backward(f) {
      const one = f.constant(1);
      return (d, h) => mul(d, pmin(add(h, one), one));
    },
  },
};
