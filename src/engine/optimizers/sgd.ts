import { mul, sub } from '../../wasm/f32x4';
import type { Reals } from '../reals';
import type { OptimizerCode } from './optimizer';

/** w ← w − ηg */
export function sgdStep(w: Reals, g: Reals, learningRate: number): void {
  for (let i = 0; i < w.length; i++) w[i] -= learningRate * g[i];
}

export const sgdCode: OptimizerCode<'sgd'> = {
  writeScalars(into, { learningRate }) {
    into[0] = learningRate;
    return true;
  },
  step:
    (_f, [learningRate]) =>
    (w, g) =>
      sub(w, mul(learningRate, g)),
};
