import type { Loss } from '../../experiment/names';
import type { TokenOutputs } from '../../protocol/snapshot';

/** Below this a probability counts as this, so that its logarithm is a number. */
const LEAST = 1e-7;

/** What one token adds to the loss, from the outputs alone. */
export function tokenLoss(
  { channels, values }: TokenOutputs,
  targets: ArrayLike<number>,
  token: number,
  loss: Loss,
): number {
  let sum = 0;
  for (let k = 0; k < channels; k++) {
    const output = values[token * channels + k] ?? 0;
    const target = targets[token * channels + k] ?? 0;
    if (loss === 'cross-entropy') {
      sum -= target * Math.log(Math.max(LEAST, output));
      if (channels === 1) sum -= (1 - target) * Math.log(Math.max(LEAST, 1 - output));
    } else {
      // The perceptron's criterion is of the same order: 0 for what is right, more for what is wrong.
      sum += 0.5 * (output - target) ** 2;
    }
  }
  return sum;
}

/** The tokens with the largest losses, the largest first. */
export function worstTokens(
  outputs: TokenOutputs,
  targets: ArrayLike<number>,
  tokens: Uint32Array,
  loss: Loss,
  most: number,
): number[] {
  const losses = Array.from(tokens, (token) => ({
    token,
    loss: tokenLoss(outputs, targets, token, loss),
  }));
  losses.sort((a, b) => b.loss - a.loss || a.token - b.token);
  return losses.slice(0, most).map(({ token }) => token);
}
