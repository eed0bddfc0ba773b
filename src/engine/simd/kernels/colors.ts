import {
  add,
  and,
  atMost,
  floor,
  integerAdd,
  lane,
  lessThan,
  load,
  loadSplat,
  mul,
  pmax,
  pmin,
  shiftLeft,
  shuffle,
  sub,
  toInteger,
  zero,
  type Vector,
} from '../../../wasm/f32x4';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import type { Formula } from '../../math/simd/formula';
import type { PaintedSquare, ValueScale } from '../../paint';
import { VECTOR } from './rows';

/** Values to pixels by a table of colors. What it does is `paintUnit` in `paint.ts`, with the same pixels. */
export interface PaintShape extends Pick<PaintedSquare, 'size' | 'zoom'>, Pick<ValueScale, 'discrete'> {}

/** Where center and steps of the scale lie. */
export const CENTER = 0;
export const STEPS = 4;
/** 511 colors of four bytes */
export const COLORS = 2048;

/** Reads up to seven values more than there are. Moves both pointers. */
export function writePaintSquare(
  f: FunctionCode,
  shape: PaintShape,
  values: Pointer,
  pixels: Pointer,
  rowBytes: i32.Int,
): void {
  const { size, zoom } = shape;
  const position = positionFormula(f, shape.discrete);
  const read = readFormula(f, shape);
  const paint = (count: number, from: Pointer, to: Pointer) => {
    const colors = f.let(position(read(from)));
    for (let k = 0; k < count; k++) f.storeInteger(to, i32.load(lane(colors, k), COLORS), 4 * k);
  };
  f.repeat(size, () => {
    const from = f.let(values);
    const to = f.let(pixels);
    f.along(to, (size - (size % 4)) * 4, VECTOR, () => {
      paint(4, from, to);
      f.advance(from, zoom * VECTOR);
      f.advance(to, VECTOR);
    });
    if (size % 4 > 0) f.scope(() => paint(size % 4, from, to));
    f.advance(values, size * zoom * zoom * 4);
    f.set(pixels, i32.sum(pixels, rowBytes));
  });
}

/** Four values, or the means of four squares of 2 × 2. */
function readFormula(f: FunctionCode, { size, zoom }: PaintShape): (from: Pointer) => Vector {
  if (zoom === 1) return load;
  const quarter = f.constant(0.25);
  const pairs = (from: Pointer, at: number): Vector => {
    const [a, b] = [f.let(load(from, at)), f.let(load(from, at + VECTOR))];
    return add(shuffle(a, b, [0, 2, 4, 6]), shuffle(a, b, [1, 3, 5, 7]));
  };
  return (from) => mul(add(pairs(from, 0), pairs(from, size * zoom * 4)), quarter);
}

/** Value → bytes from the first color on. */
function positionFormula(f: FunctionCode, discrete: boolean): Formula {
  const [center, steps] = [CENTER, STEPS].map((at): Vector => f.let(loadSplat(i32.constant(0), at)));
  const [half, most, least] = f.constants([0.5, 255, -255]);
  const middle = f.integer(255);
  const stepsOf: Formula = discrete
    ? (difference) => sub(and(most, atMost(zero, difference)), and(most, lessThan(difference, zero)))
    : (difference) => pmax(pmin(mul(difference, steps), most), least);
  return (value) => {
    const difference = f.let(sub(value, center));
    // What is not a number becomes the whole number 0, and with that the middle.
    return shiftLeft(integerAdd(toInteger(floor(add(stepsOf(difference), half))), middle), 2);
  };
}
