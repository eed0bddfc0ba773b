import { add, load, loadSplat, mul, zero, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Local, Pointer } from '../../../wasm/functionCode';
import { ELEMENTWISE_ACTIVATIONS } from '../../activations/activations';
import type { HiddenActivation } from '../../../experiment/names';
import { VECTOR } from './rows';

/**
 * out[row][token] ← start + Σₖ W[row][k] · in[k][token], for every token: a layer's excitations from its inputs, or with W
 * transposed the derivative by its inputs from its δ. All steps and strides are bytes.
 */
export interface ProductShape {
  readonly rows: number;
  readonly depth: number;
  /** vectors of four tokens a row */
  readonly vectors: number;
  readonly inStride: number;
  readonly outStride: number;
  /** in W from row to row, and from k to k + 1 */
  readonly rowStep: number;
  readonly depthStep: number;
  /** What the sums start from: one bias a row, nothing, or rows that lie as the output does. */
  readonly start: 'bias' | 'zero' | 'rows';
  /** Whether the sums are also kept as they are, in rows that lie as the output does. */
  readonly keep: boolean;
  readonly finish: Finish;
}

/**
 * What is done to the sums before they are stored, and what it reads besides them: the rows `from`, which lie as the
 * output does, or what lies where the sums are to be stored.
 */
export interface Finish {
  readonly reads: 'nothing' | 'from' | 'output';
  readonly formula: (sum: Vector, read: Vector) => Vector;
}

export const AS_THEY_ARE: Finish = { reads: 'nothing', formula: (sum) => sum };

/** σ of the sums. Loads its constants here, before the loops. */
export function forwardFinish(f: FunctionCode, activation: HiddenActivation): Finish {
  return { reads: 'nothing', formula: ELEMENTWISE_ACTIVATIONS[activation].simd.forward(f) };
}

/** The sums times σ′, computed from e or h. */
export function backwardFinish(f: FunctionCode, activation: HiddenActivation): Finish {
  return { reads: 'from', formula: ELEMENTWISE_ACTIVATIONS[activation].simd.backward(f) };
}

/** Those that the shape has no use for may be any. */
export interface ProductPointers {
  readonly input: Pointer;
  readonly output: Pointer;
  readonly weights: Pointer;
  readonly start: Pointer;
  readonly from: Pointer;
  readonly kept: Pointer;
}

/** Moves all pointers but `input`. */
export function writeDenseProduct(f: FunctionCode, shape: ProductShape, pointers: ProductPointers): void {
  for (const [rows, times] of rowTiles(shape)) {
    f.repeat(times, () => {
      writeRows(f, shape, rows, pointers);
      f.advance(pointers.weights, rows * shape.rowStep);
      if (shape.start === 'bias') f.advance(pointers.start, rows * 4);
      for (const pointer of alongOutput(shape, pointers)) f.advance(pointer, rows * shape.outStride);
    });
  }
}

/** Those pointers that walk over rows that lie as the output does. */
function alongOutput(
  { start, keep, finish }: ProductShape,
  pointers: Pick<ProductPointers, 'output' | 'start' | 'from' | 'kept'>,
): Pointer[] {
  const along = [pointers.output];
  if (start === 'rows') along.push(pointers.start);
  if (finish.reads === 'from') along.push(pointers.from);
  if (keep) along.push(pointers.kept);
  return along;
}

/**
 * Rows of the tiles, and how many tiles of these there are. Sums, what they are made of and one product share fifteen
 * registers. Three rows by two vectors are quickest where a row's weights lie side by side, four where they lie in columns
 * and are read less often; with three vectors it is two rows.
 */
function rowTiles({ rows, vectors, depthStep }: ProductShape): readonly (readonly [number, number])[] {
  const largest = vectors === 3 ? 2 : vectors < 3 || depthStep > 4 ? 4 : 3;
  // Two and two rather than three and one.
  const most = Math.floor(rows / largest) - (largest === 3 && rows % 3 === 1 ? 1 : 0);
  const left = rows - Math.max(0, most) * largest;
  return [
    [largest, Math.max(0, most)],
    [2, Math.floor(left / 2)],
    [1, left % 2],
  ];
}

/** Vectors of a tile. */
function tileVectors(vectors: number, rows: number): number {
  if (vectors <= 3) return vectors;
  if (rows > 2) return 2;
  if (rows === 2 && vectors % 4 > 0) return vectors % 3 === 0 ? 3 : 2;
  return 4;
}

function writeRows(f: FunctionCode, shape: ProductShape, rows: number, pointers: ProductPointers): void {
  const tile = tileVectors(shape.vectors, rows);
  const times = Math.floor(shape.vectors / tile);
  const rest = shape.vectors % tile;
  if (times === 1 && rest === 0) return f.scope(() => writeTile(f, shape, rows, tile, pointers));
  const input = f.let(pointers.input);
  const output = f.let(pointers.output);
  const start = shape.start === 'rows' ? f.let(pointers.start) : pointers.start;
  const from = shape.finish.reads === 'from' ? f.let(pointers.from) : pointers.from;
  const kept = shape.keep ? f.let(pointers.kept) : pointers.kept;
  const at = { ...pointers, input, output, start, from, kept };
  f.repeat(times, () => {
    writeTile(f, shape, rows, tile, at);
    for (const pointer of [input, ...alongOutput(shape, at)]) f.advance(pointer, tile * VECTOR);
  });
  if (rest > 0) f.scope(() => writeTile(f, shape, rows, rest, at));
}

/** One tile: its sums stay in registers while k runs. */
function writeTile(
  f: FunctionCode,
  shape: ProductShape,
  rows: number,
  vectors: number,
  pointers: ProductPointers,
): void {
  const tile = Array.from({ length: rows * vectors }, (_, i) => ({
    row: Math.floor(i / vectors),
    vector: i % vectors,
  }));
  const place = ({ row, vector }: (typeof tile)[number]) => row * shape.outStride + vector * VECTOR;
  const biases = Array.from({ length: shape.start === 'bias' ? rows : 0 }, (_, row) =>
    f.let(loadSplat(pointers.start, row * 4)),
  );
  const sums = tile.map((each) => f.let(startOf(shape, biases[each.row], pointers.start, place(each))));
  eachSummand(f, shape, pointers, (input, weights) => {
    const x = Array.from({ length: vectors }, (_, v) => f.let(load(input, v * VECTOR)));
    for (let row = 0; row < rows; row++) {
      const w = f.let(loadSplat(weights, row * shape.rowStep));
      for (let v = 0; v < vectors; v++) addTo(f, sums[row * vectors + v], mul(w, x[v]));
    }
  });
  tile.forEach((each, i) => {
    if (shape.keep) f.store(pointers.kept, sums[i], place(each));
    f.store(pointers.output, finished(f, shape.finish, sums[i], pointers, place(each)), place(each));
  });
}

function startOf(shape: ProductShape, bias: Vector, start: Pointer, at: number): Vector {
  switch (shape.start) {
    case 'bias':
      return bias;
    case 'rows':
      return load(start, at);
    case 'zero':
      return zero;
  }
}

/** Runs the body for each k; one a turn, for more would push the sums out of the registers. */
function eachSummand(
  f: FunctionCode,
  { depth, inStride, depthStep }: ProductShape,
  pointers: ProductPointers,
  body: (input: Pointer, weights: Pointer) => void,
): void {
  const input = depth === 1 ? pointers.input : f.let(pointers.input);
  const weights = depth === 1 ? pointers.weights : f.let(pointers.weights);
  f.along(input, depth * inStride, inStride, () => {
    body(input, weights);
    if (depth === 1) return;
    f.advance(weights, depthStep);
    f.advance(input, inStride);
  });
}

function addTo(f: FunctionCode, sum: Local<'v128'>, value: Vector): void {
  f.set(sum, add(sum, value));
}

function finished(
  f: FunctionCode,
  { reads, formula }: Finish,
  sum: Vector,
  { from, output }: ProductPointers,
  at: number,
): Vector {
  if (reads === 'nothing') return formula(sum, sum);
  return formula(sum, f.let(load(reads === 'from' ? from : output, at)));
}
