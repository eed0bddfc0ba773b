import { add, div, mul, sqrt, sub } from '../../wasm/f32x4';
import { settleFormula } from '../math/simd/settle';
import type { Reals } from '../reals';
import type { OptimizerCode } from './optimizer';
import { EPSILON, TINY, TINY_GRADIENT } from './tiny';

/** s ← ρs + (1 − ρ)g², w ← w − ηg / (√s + 1e-8) */
export function rmspropStep(w: Reals, g: Reals, s: Reals, learningRate: number, decay: number): void {
  for (let i = 0; i < w.length; i++) {
    const square = decay * s[i] + (1 - decay) * g[i] * g[i] + TINY - TINY;
    s[i] = square;
    w[i] -= (learningRate * g[i]) / (Math.sqrt(square) + EPSILON);
  }
}

export const rmspropCode: OptimizerCode<'rmsprop'> = {
  writeScalars(into, { learningRate, decay }) {
    into[0] = learningRate;
    into[1] = decay;
    into[2] = 1 - decay;
    return true;
  },
  step(f, [learningRate, decay, rest]) {
    const epsilon = f.constant(EPSILON);
    const settle = settleFormula(f);
    const settleGradient = settleFormula(f, TINY_GRADIENT);
    return (w, gradient, [s]) => {
      const g = f.let(settleGradient(gradient));
      const square = f.let(settle(add(mul(decay, s.value), mul(mul(rest, g), g))));
      s.store(square);
      return sub(w, div(mul(learningRate, g), add(sqrt(square), epsilon)));
    };
  },
};
