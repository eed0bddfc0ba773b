import { add, load, loadSplat, mul, shuffle, sub, zero, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Local, Pointer } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import { VECTOR } from './rows';

/**
 * W[unit][input] ⊕ Σ_tokens δ[unit]·x[input] and b[unit] ⊕ Σ_tokens δ[unit], the dot products over a block of tokens.
 * ⊕ stores or adds them, or makes a step of gradient descent.
 */
export interface WeightGradientShape {
  readonly units: number;
  readonly inputs: number;
  readonly vectors: number;
  readonly deltaStride: number;
  readonly inputStride: number;
  readonly into: 'store' | 'add' | { readonly descendBy: readonly [number, number] };
}

/** Dot products over at most so many vectors are written out, not looped. */
const UNROLLED = 4;

export interface WeightGradientPointers {
  readonly delta: Pointer;
  readonly input: Pointer;
  /** of the gradient, or of the network that descends */
  readonly weights: Pointer;
  readonly biases: Pointer;
}

/** How a gradient enters what lies there; `scale` is done once for four numbers that go to different places. */
interface Combine {
  scale(gradient: Vector): Vector;
  combine(old: Vector, scaled: Vector): Vector;
}

/** Moves all pointers but `input`. */
export function writeWeightGradient(
  f: FunctionCode,
  shape: WeightGradientShape,
  pointers: WeightGradientPointers,
): void {
  const combine = combineFormula(f, shape.into);
  const write = (units: number) => {
    writeUnits(f, shape, units, pointers, combine);
    f.advance(pointers.delta, units * shape.deltaStride);
    f.advance(pointers.weights, units * shape.inputs * 4);
    f.advance(pointers.biases, units * 4);
  };
  f.repeat(Math.floor(shape.units / 2), () => write(2));
  if (shape.units % 2 > 0) f.scope(() => write(1));
}

function combineFormula(f: FunctionCode, into: WeightGradientShape['into']): Combine {
  if (into === 'store') return { scale: (gradient) => gradient, combine: (_old, gradient) => gradient };
  if (into === 'add') return { scale: (gradient) => gradient, combine: add };
  const [share, learningRate] = into.descendBy.map((at) => loadSplat(i32.constant(0), at));
  const rate = f.let(mul(share, learningRate));
  return { scale: (gradient) => mul(rate, gradient), combine: sub };
}

/** One or two units: four inputs at a time, then what is left of the inputs together with the biases. */
function writeUnits(
  f: FunctionCode,
  shape: WeightGradientShape,
  units: number,
  pointers: WeightGradientPointers,
  combine: Combine,
): void {
  const { delta, biases } = pointers;
  const { inputs, inputStride } = shape;
  const input = f.let(pointers.input);
  const weights = f.let(pointers.weights);
  f.repeat(Math.floor(inputs / 4), () => {
    const sums = dotProducts(f, shape, units, 4, delta, input);
    sums.forEach((row, unit) => {
      const at = unit * inputs * 4;
      const gradient = combine.scale(horizontalSums(f, row));
      f.store(weights, combine.combine(load(weights, at), gradient), at);
    });
    f.advance(input, 4 * inputStride);
    f.advance(weights, 4 * 4);
  });
  const sums = dotProducts(f, shape, units, inputs % 4, delta, input);
  const singles = sums.flatMap((row, unit) => [
    ...row.map((sum, k) => ({ sum, pointer: weights, at: (unit * inputs + k) * 4 })),
    { sum: rowSum(f, shape, delta, unit), pointer: biases, at: unit * 4 },
  ]);
  for (let first = 0; first < singles.length; first += 4) {
    storeSingles(f, singles.slice(first, first + 4), combine);
  }
}

/** [unit][input] sums of four tokens each, to be summed up across */
function dotProducts(
  f: FunctionCode,
  shape: WeightGradientShape,
  units: number,
  inputs: number,
  delta: Pointer,
  input: Pointer,
): Local<'v128'>[][] {
  const { vectors, deltaStride, inputStride } = shape;
  const sums = Array.from({ length: units }, () => Array.from({ length: inputs }, () => f.variable('v128')));
  if (inputs === 0) return sums;
  const step = (d: Pointer, x: Pointer, at: number, first: boolean) =>
    f.scope(() => {
      const ds = sums.map((_, unit) => f.let(load(d, unit * deltaStride + at)));
      for (let k = 0; k < inputs; k++) {
        const value = f.let(load(x, k * inputStride + at));
        sums.forEach((row, unit) => {
          const product = mul(ds[unit], value);
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

/** Σ δ of one unit, four tokens each */
function rowSum(f: FunctionCode, shape: WeightGradientShape, delta: Pointer, unit: number): Vector {
  const at = unit * shape.deltaStride;
  if (shape.vectors <= UNROLLED) {
    const loads = Array.from({ length: shape.vectors }, (_, v) => load(delta, at + v * VECTOR));
    return f.let(loads.reduce(add));
  }
  const sum = f.let(zero);
  const d = f.let(delta);
  f.along(d, shape.vectors * VECTOR, VECTOR, () => {
    f.set(sum, add(sum, load(d, at)));
    f.advance(d, VECTOR);
  });
  return sum;
}

/** One to four vectors of four numbers → their sums, in this order. */
function horizontalSums(f: FunctionCode, vectors: readonly Vector[]): Vector {
  const [a, b = a, c, d = c] = vectors;
  const pair = (p: Vector, q: Vector) => f.let(add(shuffle(p, q, [0, 4, 1, 5]), shuffle(p, q, [2, 6, 3, 7])));
  const ab = pair(a, b);
  const cd = vectors.length > 2 ? pair(c, d) : ab;
  return add(shuffle(ab, cd, [0, 1, 4, 5]), shuffle(ab, cd, [2, 3, 6, 7]));
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
