import { add, load, loadSplat, mul, shuffle, sub, zero, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Local, Pointer } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import { VECTOR } from './rows';
import { horizontalSums } from './transpose';

/** Sums over the tokens of a block, four at a time and across at the end, and what becomes of them. */
export interface TokenSumShape {
  readonly units: number;
  readonly inputs: number;
  readonly vectors: number;
  readonly deltaStride: number;
  readonly inputStride: number;
}

export interface TokenSumPointers {
  readonly delta: Pointer;
  readonly input: Pointer;
  /** of the gradient, or of the network that descends */
  readonly weights: Pointer;
  readonly biases: Pointer;
}

/** What a gradient does to what lies there: replaces it, is added, or takes a step of so much share and rate. */
export type Into = 'store' | 'add' | { readonly descendBy: readonly [number, number] };

/** Dot products over at most so many vectors are written out, not looped. */
const UNROLLED = 4;

/** How a gradient enters what lies there; `scale` is done once for four numbers that go to different places. */
export interface Combine {
  readonly reads: 'nothing' | 'output';
  scale(gradient: Vector): Vector;
  combine(old: Vector, scaled: Vector): Vector;
}

export function combineFormula(f: FunctionCode, into: Into): Combine {
  if (into === 'store')
    return { reads: 'nothing', scale: (gradient) => gradient, combine: (_old, gradient) => gradient };
  if (into === 'add') return { reads: 'output', scale: (gradient) => gradient, combine: add };
  const [share, learningRate] = into.descendBy.map((at) => loadSplat(i32.constant(0), at));
  const rate = f.let(mul(share, learningRate));
  return { reads: 'output', scale: (gradient) => mul(rate, gradient), combine: sub };
}

/** Four units at a time, whose biases lie side by side. */
export function writeBiases(
  f: FunctionCode,
  shape: TokenSumShape,
  { delta, biases }: TokenSumPointers,
  combine: Combine,
): void {
  const sumsOf = (units: number) => dotProducts(f, shape, units, 0, delta, delta, true).flat();
  f.repeat(Math.floor(shape.units / 4), () => {
    const gradient = combine.scale(horizontalSums(f, sumsOf(4)));
    f.store(biases, combine.combine(load(biases), gradient));
    f.advance(delta, 4 * shape.deltaStride);
    f.advance(biases, VECTOR);
  });
  const rest = shape.units % 4;
  if (rest === 0) return;
  const singles = sumsOf(rest).map((sum, unit) => ({ sum, pointer: biases, at: unit * 4 }));
  storeSingles(f, singles, combine);
}

/** One or two units, for the last so many inputs: four inputs at a time, then what is left together with the biases. */
export function writeUnits(
  f: FunctionCode,
  shape: TokenSumShape,
  units: number,
  count: number,
  pointers: TokenSumPointers,
  combine: Combine,
): void {
  const { delta, biases } = pointers;
  const { inputs, inputStride } = shape;
  const input = f.let(pointers.input);
  const weights = f.let(pointers.weights);
  f.repeat(Math.floor(count / 4), () => {
    const sums = dotProducts(f, shape, units, 4, delta, input);
    sums.forEach((row, unit) => {
      const at = unit * inputs * 4;
      const gradient = combine.scale(horizontalSums(f, row));
      f.store(weights, combine.combine(load(weights, at), gradient), at);
    });
    f.advance(input, 4 * inputStride);
    f.advance(weights, 4 * 4);
  });
  const sums = dotProducts(f, shape, units, count % 4, delta, input, true);
  const singles = sums.flatMap((row, unit) =>
    row.map((sum, k) =>
      k < count % 4
        ? { sum, pointer: weights, at: (unit * inputs + k) * 4 }
        : { sum, pointer: biases, at: unit * 4 },
    ),
  );
  for (let first = 0; first < singles.length; first += 4) {
    storeSingles(f, singles.slice(first, first + 4), combine);
  }
}

/** [unit][input] sums of four tokens each, to be summed up across; `withBias` those of δ alone come last. */
function dotProducts(
  f: FunctionCode,
  shape: Pick<TokenSumShape, 'vectors' | 'deltaStride' | 'inputStride'>,
  units: number,
  inputs: number,
  delta: Pointer,
  input: Pointer,
  withBias = false,
): Local<'v128'>[][] {
  const { vectors, deltaStride, inputStride } = shape;
  const length = inputs + (withBias ? 1 : 0);
  const sums = Array.from({ length: units }, () => Array.from({ length }, () => f.variable('v128')));
  const step = (d: Pointer, x: Pointer, at: number, first: boolean) =>
    f.scope(() => {
      const ds = sums.map((_, unit) => f.let(load(d, unit * deltaStride + at)));
      for (let k = 0; k < length; k++) {
        const value = k < inputs ? f.let(load(x, k * inputStride + at)) : null;
        sums.forEach((row, unit) => {
          const product = value === null ? ds[unit] : mul(ds[unit], value);
          f.set(row[k], first ? product : add(row[k], product));
        });
      }
    });
  if (vectors <= UNROLLED) {
    for (let v = 0; v < vectors; v++) step(delta, input, v * VECTOR, v === 0);
    return sums;
  }
  for (const sum of sums.flat()) f.set(sum, zero);
  const d = f.let(delta);
  const x = f.let(input);
  f.along(d, vectors * VECTOR, VECTOR, () => {
    step(d, x, 0, false);
    f.advance(d, VECTOR);
    f.advance(x, VECTOR);
  });
  return sums;
}

/** A sum that goes to a place of its own. */
interface Single {
  readonly sum: Vector;
  readonly pointer: Pointer;
  readonly at: number;
}

function storeSingles(f: FunctionCode, singles: readonly Single[], { scale, combine }: Combine): void {
  const sums = horizontalSums(
    f,
    singles.map(({ sum }) => sum),
  );
  const scaled = f.let(scale(sums));
  singles.forEach(({ pointer, at }, k) => {
    const spread = k === 0 ? scaled : shuffle(scaled, scaled, [k, k, k, k]);
    f.storeLane(pointer, combine(loadSplat(pointer, at), spread), 0, at);
  });
}
