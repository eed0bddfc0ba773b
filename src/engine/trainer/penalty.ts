import type { Regularization } from '../../experiment/experiment';
import type { Layout } from '../engine';
import type { Reals } from '../reals';

/** L2: rate·½Σw², gradient rate·w. L1: rate·Σ|w|, gradient rate·sign w, 0 at 0. Weights only, no biases. */
export function addPenaltyGradient(g: Reals, w: Reals, layout: Layout, { kind, rate }: Regularization): void {
  if (kind === 'none' || rate === 0) return;
  for (let l = 0; l < layout.layers.length; l++) {
    const { weights, bias } = layout.layers[l];
    if (kind === 'l2') for (let i = weights; i < bias; i++) g[i] += rate * w[i];
    else for (let i = weights; i < bias; i++) g[i] += w[i] > 0 ? rate : w[i] < 0 ? -rate : 0;
  }
}

/** Whether the L1 penalty is a step of its own that stops weights at 0, as in the TensorFlow Playground. */
export function hasClip(regularization: Regularization): boolean {
  return regularization.kind === 'l1' && regularization.clip === true;
}

/**
 * The penalty's own step after the optimizer's: w ← w − step·sign(w before the optimizer). A weight that this turns
 * through zero becomes 0 and is marked in `clipped`, to stay there.
 */
export function clipByPenalty(w: Reals, before: Reals, clipped: Reals, layout: Layout, step: number): void {
  for (let l = 0; l < layout.layers.length; l++) {
    const { weights, bias } = layout.layers[l];
    for (let i = weights; i < bias; i++) {
      const moved = w[i] - (before[i] > 0 ? step : before[i] < 0 ? -step : 0);
      const turned = w[i] * moved < 0;
      w[i] = turned ? 0 : moved;
      if (turned) clipped[i] = 1;
    }
  }
}
