import type { FunctionCode, Pointer } from '../../../wasm/functionCode';

/** Bytes of a vector: four tokens. */
export const VECTOR = 16;

/** Values [row][token]: so many vectors of four tokens a row, `stride` bytes from row to row. */
export interface RowShape {
  readonly rows: number;
  readonly vectors: number;
  readonly stride: number;
}

/** The same values as few rows as possible: one, where the rows lie end to end. */
export function joinRows({ rows, vectors, stride }: RowShape): RowShape {
  if (stride !== vectors * VECTOR) return { rows, vectors, stride };
  return { rows: 1, vectors: rows * vectors, stride: 0 };
}

/**
 * Runs the body for every vector, `perTurn` of them a turn; all pointers move along. It gets their places within the turn, in
 * bytes, so that it may load them all before it stores the first.
 */
export function eachVector(
  f: FunctionCode,
  shape: RowShape,
  pointers: readonly Pointer[],
  body: (ats: readonly number[]) => void,
  perTurn = 1,
): void {
  const { rows, vectors, stride } = joinRows(shape);
  const [first] = pointers;
  const rest = vectors % perTurn;
  const turn = (count: number) => {
    body(Array.from({ length: count }, (_, k) => k * VECTOR));
    for (const pointer of pointers) f.advance(pointer, count * VECTOR);
  };
  f.repeat(rows, () => {
    f.along(first, (vectors - rest) * VECTOR, perTurn * VECTOR, () => turn(perTurn));
    if (rest > 0) f.scope(() => turn(rest));
    if (rows > 1) for (const pointer of pointers) f.advance(pointer, stride - vectors * VECTOR);
  });
}
