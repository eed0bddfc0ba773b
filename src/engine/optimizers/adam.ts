import { add, div, mul, sqrt, sub } from '../../wasm/f32x4';
import { power } from '../math/exponential';
import { settleFormula } from '../math/simd/settle';
import type { Reals } from '../reals';
import type { OptimizerCode } from './optimizer';
import { EPSILON, TINY, TINY_GRADIENT } from './tiny';

export interface AdamSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
}

/**
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η m̂ / (√v̂ + 1e-8) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ);
 * t counts from 1. Kingma and Ba, arXiv 1412.6980.
 */
export function adamStep(w: Reals, g: Reals, m: Reals, v: Reals, settings: AdamSettings, t: number): void {
  const { beta1, beta2 } = settings;
  const step = settings.learningRate / (1 - power(beta1, t));
  const rootCorrection = 1 / Math.sqrt(1 - power(beta2, t));
  for (let i = 0; i < w.length; i++) {
    const mean = beta1 * m[i] + (1 - beta1) * g[i] + TINY - TINY;
    const square = beta2 * v[i] + (1 - beta2) * g[i] * g[i] + TINY - TINY;
    m[i] = mean;
    v[i] = square;
    w[i] -= (step * mean) / (Math.sqrt(square) * rootCorrection + EPSILON);
  }
}

export const adamCode: OptimizerCode<'adam'> = {
  writeScalars(into, { learningRate, beta1, beta2 }, t) {
    const rest = 1 - power(beta1, t);
    const squareRest = 1 - power(beta2, t);
    // Both parts of m̂ / (√v̂ + 1e-8), multiplied by the root that v̂ has in its denominator.
    into[0] = (learningRate * Math.sqrt(squareRest)) / rest;
    into[1] = EPSILON * Math.sqrt(squareRest);
    into[2] = beta1;
    into[3] = 1 - beta1;
    into[4] = beta2;
    into[5] = 1 - beta2;
    return rest === 1 && squareRest === 1;
  },
  step(f, [step, epsilon, beta1, rest1, beta2, rest2]) {
    const settle = settleFormula(f);
    const settleGradient = settleFormula(f, TINY_GRADIENT);
    return (w, gradient, [m, v]) => {
      const g = f.let(settleGradient(gradient));
      const mean = f.let(settle(add(mul(beta1, m.value), mul(rest1, g))));
      const square = f.let(settle(add(mul(beta2, v.value), mul(mul(rest2, g), g))));
      m.store(mean);
      v.store(square);
      return sub(w, div(mul(step, mean), add(sqrt(square), epsilon)));
    };
  },
};
