import { add, div, mul, pmax, sub, type Vector } from '../../wasm/f32x4';
import { exp } from '../math/exponential';
import { expFormula } from '../math/simd/exponential';
import { settleFormula } from '../math/simd/settle';
import type { ActivationPasses } from './activation';

/** σ(e)ₖ = exp(eₖ) / Σⱼ exp(eⱼ) over the layer's units; for outputs only. The largest eⱼ is taken out first. */
export const softmax: ActivationPasses = {
  forward(h, e, units, tokens) {
    for (let b = 0; b < tokens; b++) {
      const end = units * tokens + b;
      let largest = e[b];
      for (let i = b + tokens; i < end; i += tokens) if (e[i] > largest) largest = e[i];
      let sum = 0;
      for (let i = b; i < end; i += tokens) {
        h[i] = exp(e[i] - largest);
        sum += h[i];
      }
      for (let i = b; i < end; i += tokens) h[i] /= sum;
    }
  },
  /** dₖ ← hₖ (dₖ − Σⱼ dⱼ hⱼ), the full Jacobian. */
  backward(d, _e, h, units, tokens) {
    for (let b = 0; b < tokens; b++) {
      const end = units * tokens + b;
      let dot = 0;
      for (let i = b; i < end; i += tokens) dot += d[i] * h[i];
      for (let i = b; i < end; i += tokens) d[i] = h[i] * (d[i] - dot);
    }
  },
  simd: {
    kind: 'joint',
    forward(f) {
      const exp = expFormula(f);
      const settle = settleFormula(f);
      return (e) => {
        const largest = f.let(e.reduce((top, each) => pmax(top, each)));
        const powers = e.map((each): Vector => f.let(exp(sub(each, largest))));
        const sum = f.let(powers.reduce(add));
        return powers.map((power) => settle(div(power, sum)));
      };
    },
    backward: (f) => (d, h) => {
      const dot = f.let(d.map((each, k) => mul(each, h[k])).reduce(add));
      return d.map((each, k) => mul(h[k], sub(each, dot)));
    },
  },
};
