import { isProbability, type OutputActivation } from '../../experiment/names';
import type { TokenOutputs } from '../../protocol/snapshot';

/** A single output tells two classes apart at this value. */
export function classThreshold(output: OutputActivation): number {
  return isProbability(output) ? 0.5 : 0;
}

/** The class that the network gives a token: the largest output, or the side of a single one. */
export function predictedClass({ channels, values }: TokenOutputs, token: number, threshold: number): number {
  const at = token * channels;
  if (channels === 1) return (values[at] ?? 0) > threshold ? 1 : 0;
  let best = 0;
  for (let k = 1; k < channels; k++) if ((values[at + k] ?? 0) > (values[at + best] ?? 0)) best = k;
  return best;
}

/** Counts the tokens of each true and predicted class into `counts`, [true][predicted]. */
export function countConfusion(
  counts: Uint32Array,
  outputs: TokenOutputs,
  tokens: Uint32Array,
  labels: Uint8Array,
  classes: number,
  threshold: number,
): void {
  counts.fill(0);
  for (const token of tokens) {
    const at = (labels[token] ?? 0) * classes + predictedClass(outputs, token, threshold);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}
