import { PLANE_EXTENT } from '../../experiment/limits';
import type { Random } from '../random';

/** One token of a generated problem, before it is folded into the plane and rounded. */
export interface DrawnToken {
  readonly x1: number;
  readonly x2: number;
  /** classification: class index; regression: the value */
  readonly target: number;
}

/** Two streams a token: what noise draws must not move the rest. */
export interface Draws {
  readonly data: Random;
  readonly noise: Random;
}

/**
 * Draws token number `token`. Classes take turns, so that any number of tokens is balanced. `noise` (0 … 0.8) only
 * scales what the noise stream draws, so that moving its slider moves the points without a jump.
 */
export type Generator = (token: number, draws: Draws, noise: number, seed: number) => DrawnToken;

/** Reflects at the border of the plane: nothing leaves it and nothing piles up on it. */
export function foldIntoPlane(x: number): number {
  let folded = x;
  while (Math.abs(folded) > PLANE_EXTENT) folded = Math.sign(folded) * 2 * PLANE_EXTENT - folded;
  return folded;
}

/**
 * Position 0 … 1 of the index-th point along a curve: steps of the golden ratio cover the curve evenly for any number
 * of points; the seed chooses where they begin.
 */
export function alongCurve(index: number, start: number): number {
  const position = start + index * 0.6180339887498949;
  return position - Math.floor(position);
}
