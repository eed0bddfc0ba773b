import type { NetworkSpec } from '../network';
import type { Reals } from '../reals';
import type { TokenSet } from '../tokens';

/**
 * Share of tokens with the right class. One output: both on the same side of the middle between the two targets, ½ for
 * the 0 and 1 of sigmoid and step, else 0. Several: the largest output is that of the largest target.
 */
export function accuracy(network: NetworkSpec, set: TokenSet, outputs: Reals): number {
  const last = network.layers[network.layers.length - 1];
  if (last.units > 1) return shareOfRightClasses(set, outputs, last.units);
  const middle = last.activation === 'sigmoid' || last.activation === 'step' ? 0.5 : 0;
  let right = 0;
  for (let b = 0; b < set.count; b++) if (outputs[b] > middle === set.targets[b] > middle) right++;
  return right / set.count;
}

function shareOfRightClasses(set: TokenSet, outputs: Reals, classes: number): number {
  const { count, targets } = set;
  let right = 0;
  for (let b = 0; b < count; b++) {
    let guess = 0;
    let label = 0;
    for (let k = 1; k < classes; k++) {
      if (outputs[k * count + b] > outputs[guess * count + b]) guess = k;
      if (targets[k * count + b] > targets[label * count + b]) label = k;
    }
    if (guess === label) right++;
  }
  return right / count;
}

/** Σ (y − mean of that output's y)² over all outputs and tokens: what R² measures the errors against. */
export function totalSquares({ count, targets }: TokenSet): number {
  let total = 0;
  for (let row = 0; row < targets.length; row += Math.max(1, count)) {
    let mean = 0;
    for (let b = row; b < row + count; b++) mean += targets[b] / count;
    for (let b = row; b < row + count; b++) total += (targets[b] - mean) * (targets[b] - mean);
  }
  return total;
}

/** R² = 1 − Σ (y − ŷ)² / total over all outputs. Where all targets are equal: 1 when every ŷ hits them, else 0. */
export function rSquared(set: TokenSet, outputs: Reals, total: number): number {
  const { targets } = set;
  let errors = 0;
  for (let i = 0; i < targets.length; i++) errors += (targets[i] - outputs[i]) * (targets[i] - outputs[i]);
  if (total === 0) return errors === 0 ? 1 : 0;
  return 1 - errors / total;
}
