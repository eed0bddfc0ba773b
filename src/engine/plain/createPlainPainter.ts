import type { Painter } from '../engine';
import { paintUnit, type PaintedSquare, type Ramp } from '../paint';
import type { Reals } from '../reals';

/** A painter that looks up one pixel after the other. */
export function createPlainPainter(): Painter {
  let rgba = new Uint8ClampedArray(0);
  let ramp: Ramp = rgba;
  let rowBytes = 0;
  let square = new Float32Array(0);

  return {
    begin(width, height, colors) {
      rowBytes = 4 * width;
      ramp = colors;
      if (rgba.length !== rowBytes * height) rgba = new Uint8ClampedArray(rowBytes * height);
    },
    paint(values, from, { column, row, size, zoom }, scale) {
      if (square.length !== size * size) square = new Float32Array(size * size);
      if (zoom === 1) square.set(values.subarray(from, from + square.length));
      else halve(square, values, from, size);
      paintUnit({ rgba, start: row * rowBytes + 4 * column, rowBytes, size }, square, 0, scale, ramp);
    },
    copyTo: (into) => into.set(rgba),
  };
}

/** The mean of 2 × 2 values, rounded to single precision at every step as vectors are. */
function halve(square: Float32Array, values: Reals, from: number, size: PaintedSquare['size']): void {
  const { fround } = Math;
  const side = 2 * size;
  for (let row = 0, i = 0; row < size; row++) {
    for (let at = from + 2 * row * side, end = at + side; at < end; at += 2, i++) {
      const upper = fround(fround(values[at]) + fround(values[at + 1]));
      const lower = fround(fround(values[at + side]) + fround(values[at + side + 1]));
      square[i] = fround(upper + lower) * 0.25;
    }
  }
}
