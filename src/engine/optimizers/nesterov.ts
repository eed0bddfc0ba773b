import { add, mul, sub } from '../../wasm/f32x4';
import { settleFormula } from '../math/simd/settle';
import type { Reals } from '../reals';
import type { OptimizerCode } from './optimizer';
import { TINY } from './tiny';

/** v ← μv + g, w ← w − η(g + μv) */
export function nesterovStep(w: Reals, g: Reals, v: Reals, learningRate: number, momentum: number): void {
  for (let i = 0; i < w.length; i++) {
    const velocity = momentum * v[i] + g[i] + TINY - TINY;
    v[i] = velocity;
    w[i] -= learningRate * (g[i] + momentum * velocity);
  }
}

export const nesterovCode: OptimizerCode<'nesterov'> = {
  writeScalars(into, { learningRate, momentum }) {
    into[0] = learningRate;
    into[1] = momentum;
    return true;
  },
  step(f, [learningRate, momentum]) {
    const settle = settleFormula(f);
    return (w, g, [v]) => {
      const velocity = f.let(settle(add(mul(momentum, v.value), g)));
      v.store(velocity);
      return sub(w, mul(learningRate, add(g, mul(momentum, velocity))));
    };
  },
};
