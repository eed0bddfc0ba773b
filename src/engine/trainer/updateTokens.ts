import type { UpdateSpec } from '../network';

export type BatchSpec = Pick<UpdateSpec, 'batchSize' | 'remainder'>;

/**
 * How many of the `left` tokens of an epoch the next update takes, beside those that wait for it. 0 where they fill no
 * batch and are carried into the next epoch.
 */
export function updateTokens({ batchSize, remainder }: BatchSpec, left: number): number {
  return left >= batchSize || remainder === 'short' ? Math.min(batchSize, left) : 0;
}
