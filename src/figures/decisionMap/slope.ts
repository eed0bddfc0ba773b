/**
 * How steep a sampled field is at a place given by its shares of the square: the length of its gradient by shares, so
 * that a field rising by 1 from edge to edge has slope 1. Samples sit at cell centers, [row][column].
 */
export function slopeAt(values: Float32Array, size: number, shareX: number, shareY: number): number {
  const column = Math.max(1, Math.min(size - 2, Math.floor(shareX * size)));
  const row = Math.max(1, Math.min(size - 2, Math.floor(shareY * size)));
  const at = row * size + column;
  const here = values[at] ?? 0;
  // The steeper of both sides: across a narrow ridge the two would cancel.
  const across = steeper((values[at + 1] ?? 0) - here, here - (values[at - 1] ?? 0));
  const down = steeper((values[at + size] ?? 0) - here, here - (values[at - size] ?? 0));
  return size * Math.sqrt(across * across + down * down);
}

const steeper = (a: number, b: number): number => Math.max(Math.abs(a), Math.abs(b));
