import type { BatchOrder } from '../../experiment/names';
import { mixHash, unitInterval } from '../hash';

/** Tells the order's draws from others made of the same seed. */
const ORDER_KEY = 0x6f726465;

/**
 * The tokens of one epoch in the order in which they train. It depends on nothing but the settings, the seed and the
 * epoch's number, so a checkpoint needs no state of a random stream.
 */
export class EpochOrder {
  /** [place in the epoch] token index */
  indices = new Uint32Array(0);
  /** Another whenever `indices` holds another order. */
  version = 0;
  private epoch = -1;
  private order: BatchOrder = 'sequential';
  private seed = 0;

  configure(order: BatchOrder, seed: number, count: number): void {
    if (this.indices.length !== count) this.indices = new Uint32Array(count);
    this.order = order;
    this.seed = seed;
    this.epoch = -1;
  }

  /** Lays out the order of `epoch`, unless it lies there already. */
  begin(epoch: number): void {
    if (this.epoch === epoch) return;
    const isLaid = this.epoch >= 0 && this.order === 'sequential';
    this.epoch = epoch;
    if (isLaid) return;
    this.version++;
    const { indices } = this;
    const key = mixHash(mixHash(ORDER_KEY, this.seed), epoch);
    if (this.order === 'random') drawTokens(indices, key);
    else for (let i = 0; i < indices.length; i++) indices[i] = i;
    if (this.order === 'shuffled') shuffle(indices, key);
  }
}

/** As many tokens as there are, each drawn from all of them. */
function drawTokens(indices: Uint32Array, key: number): void {
  const count = indices.length;
  for (let i = 0; i < count; i++) indices[i] = Math.floor(unitInterval(mixHash(key, i)) * count);
}

/** Fisher–Yates from the end. */
function shuffle(indices: Uint32Array, key: number): void {
  for (let i = indices.length - 1; i > 0; i--) {
    const j = Math.floor(unitInterval(mixHash(key, i)) * (i + 1));
    const index = indices[i];
    indices[i] = indices[j];
    indices[j] = index;
  }
}
