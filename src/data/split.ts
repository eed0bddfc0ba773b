import { shuffledTokens } from './random';

/** How many of `count` tokens train; at least one. */
export function firstTrain(count: number, fraction: number): number {
  return Math.max(1, Math.min(count, Math.round(count * fraction)));
}

/** Which tokens train. A larger fraction keeps all that a smaller one had. */
export function assignTrain(count: number, fraction: number, seed: number): boolean[] {
  const train = new Array<boolean>(count).fill(false);
  for (const token of shuffledTokens(seed, count, 'split').slice(0, firstTrain(count, fraction)))
    train[token] = true;
  return train;
}
