import { add, load, shuffle, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import { VECTOR } from './rows';

/** Sums across vectors, and rows turned into columns: the only places where numbers of a vector change theirs. */

/** One to four vectors of four numbers → their sums, in this order. */
export function horizontalSums(f: FunctionCode, vectors: readonly Vector[]): Vector {
  const [a, b = a, c, d = c] = vectors;
  const pair = (p: Vector, q: Vector) => f.let(add(shuffle(p, q, [0, 4, 1, 5]), shuffle(p, q, [2, 6, 3, 7])));
  const ab = pair(a, b);
  const cd = vectors.length > 2 ? pair(c, d) : ab;
  return add(shuffle(ab, cd, [0, 1, 4, 5]), shuffle(ab, cd, [2, 3, 6, 7]));
}

/** Four rows of tokens turned into one vector a token, `toStride` bytes from token to token, from byte `at` on. */
export interface TransposedShape {
  /** vectors of four tokens a row */
  readonly vectors: number;
  readonly stride: number;
  readonly toStride: number;
  readonly at: number;
}

/** Moves no pointer. */
export function writeTransposed(
  f: FunctionCode,
  { vectors, stride, toStride, at }: TransposedShape,
  rows: Pointer,
  to: Pointer,
): void {
  const from = f.let(rows);
  const into = f.let(to);
  f.along(from, vectors * VECTOR, VECTOR, () => {
    const [a, b, c, d] = [0, 1, 2, 3].map((row) => f.let(load(from, row * stride)));
    const [ab, cd] = [f.let(shuffle(a, b, [0, 4, 1, 5])), f.let(shuffle(c, d, [0, 4, 1, 5]))];
    const [AB, CD] = [f.let(shuffle(a, b, [2, 6, 3, 7])), f.let(shuffle(c, d, [2, 6, 3, 7]))];
    const tokens = [
      shuffle(ab, cd, [0, 1, 4, 5]),
      shuffle(ab, cd, [2, 3, 6, 7]),
      shuffle(AB, CD, [0, 1, 4, 5]),
      shuffle(AB, CD, [2, 3, 6, 7]),
    ];
    tokens.forEach((token, k) => f.store(into, token, at + k * toStride));
    f.advance(from, VECTOR);
    f.advance(into, 4 * toStride);
  });
}
