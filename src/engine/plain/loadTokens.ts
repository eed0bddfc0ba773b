import type { Reals } from '../reals';
import type { TokenSet } from '../tokens';
import type { PlainPasses } from './plainPasses';

/** Fills a block with `count` tokens of a set, in the set's order from `start` on. */
export function loadRange(passes: PlainPasses, set: TokenSet, start: number, count: number): void {
  copyRange(passes.inputs, set.inputs, set.count, start, count);
  copyRange(passes.targets, set.targets, set.count, start, count);
}

/** Fills a block with the `count` tokens whose indices stand in `order` from `start` on. */
export function gatherTokens(
  passes: PlainPasses,
  set: TokenSet,
  order: Uint32Array,
  start: number,
  count: number,
): void {
  gather(passes.inputs, set.inputs, set.count, order, start, count);
  gather(passes.targets, set.targets, set.count, order, start, count);
}

/** to [row][count] ← from [row][total], columns start … start + count */
export function copyRange(to: Reals, from: Float64Array, total: number, start: number, count: number): void {
  for (let row = start, at = 0; row < from.length; row += total) {
    for (let b = 0; b < count; b++) to[at++] = from[row + b];
  }
}

function gather(
  to: Reals,
  from: Float64Array,
  total: number,
  order: Uint32Array,
  start: number,
  count: number,
): void {
  for (let row = 0, at = 0; row < from.length; row += total) {
    for (let b = start; b < start + count; b++) to[at++] = from[row + order[b]];
  }
}
