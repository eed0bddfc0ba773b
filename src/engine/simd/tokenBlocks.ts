import type { TokenSet } from '../tokens';

/**
 * Writes one block as the kernels read it: inputs, then targets, [row][lane], from index `at` on. It gets `tokens` tokens of
 * a set, in `order` from `start` on; what it has more of repeats the first of them: real values, so that nothing overflows
 * there that would not elsewhere.
 */
export function writeBlock(
  floats: Float32Array,
  at: number,
  lanes: number,
  { inputs, targets, count }: TokenSet,
  order: Uint32Array,
  start: number,
  tokens: number,
): void {
  const targetsAt = writeRows(floats, at, lanes, inputs, count, order, start, tokens);
  writeRows(floats, targetsAt, lanes, targets, count, order, start, tokens);
}

/** Gives the index after the last. */
function writeRows(
  floats: Float32Array,
  at: number,
  lanes: number,
  rows: Float64Array,
  count: number,
  order: Uint32Array,
  start: number,
  tokens: number,
): number {
  let to = at;
  for (let row = 0; row < rows.length; row += count) {
    for (let b = 0; b < tokens; b++) floats[to++] = rows[row + order[start + b]];
    const filler = floats[to - tokens];
    for (let b = tokens; b < lanes; b++) floats[to++] = filler;
  }
  return to;
}
