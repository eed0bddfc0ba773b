import type { Evaluation, Layout, TrainerOptions } from './engine';
import type { NetworkSpec, UpdateSpec } from './network';
import type { Reals } from './reals';
import type { TokenSet } from './tokens';
import type { EpochOrder } from './trainer/epochOrder';
import type { ParameterState } from './trainer/parameterState';

/**
 * What the plain and the SIMD engine do differently: all that computes. When an update is due, and from which tokens, is
 * decided once for both, in `trainer/`.
 *
 * Tokens are named by their place in the epoch: `count` of them from `position` on, in the order that `order` has laid out.
 */
export interface Backend {
  readonly state: ParameterState;

  /** Other formulas for the same layout. */
  setNetwork(network: NetworkSpec): void;
  setUpdate(update: UpdateSpec): void;
  setTokens(train: TokenSet, test: TokenSet): void;

  /** Adds the tokens' gradients to those that wait for the next update. */
  take(order: EpochOrder, position: number, count: number): void;
  /** An update by the mean gradient of these tokens and of those that wait. */
  step(order: EpochOrder, position: number, count: number): void;
  /** Updates from `batches` batches one after the other, each of as many tokens as the settings say. */
  steps(order: EpochOrder, position: number, batches: number): void;

  /** Called after the last update of each epoch. */
  completeEpoch(): void;

  evaluate(set: 'train' | 'test'): Evaluation;
  /** [output][token] of the last `evaluate` */
  outputs(set: 'train' | 'test'): Reals;

  /** The tokens' gradients, summed; no penalty. Overwritten by the next call. */
  gradientOf(order: EpochOrder, position: number, count: number): Reals;
  /** Summed over all training tokens; no penalty. Overwritten likewise. */
  fullGradient(): Reals;
  /** Whether any unit of a hidden layer is other than zero for any training token, before any residual is added. */
  responds(layer: number): boolean;
}

export type CreateBackend = (options: TrainerOptions, layout: Layout) => Backend;
