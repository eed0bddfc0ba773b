import { OPTIMIZERS, type OptimizerKind } from '../../experiment/names';
import { OPTIMIZER_VECTORS } from '../optimizers/optimizers';
import type { UpdateSpec } from '../network';
import type { Reals } from '../reals';
import { hasClip } from './penalty';

/**
 * A checkpoint's state: parameters, header, then as many vectors of the parameters' length as the settings need: the
 * optimizer's, the carried gradient, the marks of clipped weights. The header says which, so that a state can be read
 * under other settings than it was written under.
 */
export interface StateHeader {
  readonly optimizer: OptimizerKind;
  /** steps of the optimizer */
  readonly t: number;
  /** tokens whose gradients are carried into the next update */
  readonly carried: number;
  readonly hasCarried: boolean;
  readonly hasClipped: boolean;
}

export const HEADER_LENGTH = 7;
/** Counts are split in two, for single precision holds whole numbers only up to 2²⁴. */
const SPLIT = 1_048_576;

export function stateLength(update: UpdateSpec, parameterCount: number): number {
  const carried = update.remainder === 'carry' ? 1 : 0;
  const clipped = hasClip(update.regularization) ? 1 : 0;
  const vectors = 1 + OPTIMIZER_VECTORS[update.optimizer.kind] + carried + clipped;
  return HEADER_LENGTH + vectors * parameterCount;
}

export function writeHeader(state: Reals, at: number, header: StateHeader): void {
  state[at] = OPTIMIZERS.indexOf(header.optimizer);
  state[at + 1] = header.t % SPLIT;
  state[at + 2] = Math.floor(header.t / SPLIT);
  state[at + 3] = header.carried % SPLIT;
  state[at + 4] = Math.floor(header.carried / SPLIT);
  state[at + 5] = header.hasCarried ? 1 : 0;
  state[at + 6] = header.hasClipped ? 1 : 0;
}

export function readHeader(state: Reals, at: number): StateHeader {
  return {
    optimizer: OPTIMIZERS[state[at]] ?? 'sgd',
    t: state[at + 1] + state[at + 2] * SPLIT,
    carried: state[at + 3] + state[at + 4] * SPLIT,
    hasCarried: state[at + 5] === 1,
    hasClipped: state[at + 6] === 1,
  };
}
