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

/** What is done to the sums before they are stored; `backward` reads e or h from rows that lie as the output does. */
export type Finish =
  | { readonly kind: 'none' }
  | { readonly kind: 'forward' | 'backward'; readonly activation: HiddenActivation };

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
  const finish = finishFormula(f, shape.finish);
  let left = shape.rows;
  for (const rows of rowTiles(shape.vectors)) {
    const times = Math.floor(left / rows);
    left -= times * rows;
    f.repeat(times, () => {
      writeRows(f, shape, rows, pointers, finish);
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
  if (finish.kind === 'backward') along.push(pointers.from);
  if (keep) along.push(pointers.kept);
  return along;
}

/** Rows of a tile, largest first: with three vectors, two rows fill the registers as four do with two. */
function rowTiles(vectors: number): readonly number[] {
  return vectors === 3 ? [2, 1] : [4, 2, 1];
}

/** Vectors of a tile. */
function tileVectors(vectors: number, rows: number): number {
  if (vectors <= 3) return vectors;
  if (rows === 1) return 4;
  return rows === 2 && vectors % 3 === 0 ? 3 : 2;
}

function writeRows(
  f: FunctionCode,
  shape: ProductShape,
  rows: number,
  pointers: ProductPointers,
  finish: FinishFormula,
): void {
  const tile = tileVectors(shape.vectors, rows);
  const times = Math.floor(shape.vectors / tile);
  const rest = shape.vectors % tile;
  if (times === 1 && rest === 0) return f.scope(() => writeTile(f, shape, rows, tile, pointers, finish));
  const input = f.let(pointers.input);
  const output = f.let(pointers.output);
  const start = shape.start === 'rows' ? f.let(pointers.start) : pointers.start;
  const from = shape.finish.kind === 'backward' ? f.let(pointers.from) : pointers.from;
  const kept = shape.keep ? f.let(pointers.kept) : pointers.kept;
  const at = { ...pointers, input, output, start, from, kept };
  f.repeat(times, () => {
    writeTile(f, shape, rows, tile, at, finish);
    for (const pointer of [input, ...alongOutput(shape, at)]) f.advance(pointer, tile * VECTOR);
  });
  if (rest > 0) f.scope(() => writeTile(f, shape, rows, rest, at, finish));
}

/** One tile: its sums stay in registers while k runs. */
function writeTile(
  f: FunctionCode,
  shape: ProductShape,
  rows: number,
  vectors: number,
  pointers: ProductPointers,
  finish: FinishFormula,
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
    f.store(pointers.output, finish(sums[i], pointers.from, place(each)), place(each));
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

type FinishFormula = (sum: Vector, from: Pointer, at: number) => Vector;

function finishFormula(f: FunctionCode, finish: Finish): FinishFormula {
  if (finish.kind === 'none') return (sum) => sum;
  const code = ELEMENTWISE_ACTIVATIONS[finish.activation].simd;
  if (finish.kind === 'forward') {
    const forward = code.forward(f);
    return (sum) => forward(sum);
  }
  const backward = code.backward(f);
  return (sum, from, at) => backward(sum, f.let(load(from, at)));
}
