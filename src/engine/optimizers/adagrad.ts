import { add, div, mul, sqrt, sub } from '../../wasm/f32x4';
import { settleFormula } from '../math/simd/settle';
import type { Reals } from '../reals';
import type { OptimizerCode } from './optimizer';
import { EPSILON, TINY_GRADIENT } from './tiny';

/** s ← s + g², w ← w − ηg / (√s + 1e-8) */
export function adagradStep(w: Reals, g: Reals, s: Reals, learningRate: number): void {
  for (let i = 0; i < w.length; i++) {
    const square = s[i] + g[i] * g[i];
    s[i] = square;
    w[i] -= (learningRate * g[i]) / (Math.sqrt(square) + EPSILON);
  }
}

export const adagradCode: OptimizerCode<'adagrad'> = {
  writeScalars(into, { learningRate }) {
    into[0] = learningRate;
    return true;
  },
  step(f, [learningRate]) {
    const epsilon = f.constant(EPSILON);
    const settleGradient = settleFormula(f, TINY_GRADIENT);
    return (w, gradient, [s]) => {
      const g = f.let(settleGradient(gradient));
      const square = f.let(add(s.value, mul(g, g)));
      s.store(square);
      return sub(w, div(mul(learningRate, g), add(sqrt(square), epsilon)));
    };
  },
};
