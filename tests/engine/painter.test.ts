import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Painter } from '../../src/engine/engine';
import type { PaintedSquare, ValueScale } from '../../src/engine/paint';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { createNumbers } from './support';

/** Every position of the ramp has a color of its own. */
const RAMP = Uint8ClampedArray.from({ length: 3 * 511 }, (_, i) => {
  const position = Math.floor(i / 3);
  return [position % 256, Math.floor(position / 256), 7][i % 3] ?? 0;
});

interface Picture {
  readonly values: Float32Array | Float64Array;
  readonly from: number;
  readonly square: PaintedSquare;
  readonly scale: ValueScale;
}

/** The image's bytes, where they were painted; elsewhere 0. */
function paint(painter: Painter, width: number, height: number, pictures: readonly Picture[]) {
  const rgba = new Uint8ClampedArray(4 * width * height);
  painter.begin(width, height, RAMP);
  for (const { values, from, square, scale } of pictures) painter.paint(values, from, square, scale);
  painter.copyTo(rgba);
  const isPainted = (pixel: number) =>
    pictures.some(({ square: { column, row, size } }) => {
      const [x, y] = [(pixel % width) - column, Math.floor(pixel / width) - row];
      return x >= 0 && y >= 0 && x < size && y < size;
    });
  return rgba.map((byte, i) => (isPainted(Math.floor(i / 4)) ? byte : 0));
}

const painters = [
  ['plain', createPlainEngine().createPainter()],
  ['SIMD', createSimdEngine().createPainter()],
] as const;

describe.each(painters)('the %s painter', (_, painter) => {
  const scale = { center: 0, scale: 255, discrete: false };
  /** red and green of each pixel as the position on the ramp that they tell */
  const positions = (rgba: Uint8ClampedArray) =>
    Array.from({ length: rgba.length / 4 }, (__, i) => (rgba[4 * i] ?? 0) + 256 * (rgba[4 * i + 1] ?? 0));

  it('gives each value the color of its position, at most the ends', () => {
    const values = Float32Array.of(-1e9, -255, -1.6, -0.4, 0, 0.6, 254.4, 255, Infinity);
    const square = { column: 0, row: 0, size: 3, zoom: 1 } as const;
    const rgba = paint(painter, 3, 3, [{ values, from: 0, square, scale }]);
    expect(positions(rgba)).toEqual([0, 0, 253, 255, 255, 256, 509, 510, 510]);
    expect(rgba.filter((__, i) => i % 4 === 3)).toEqual(new Uint8ClampedArray(9).fill(255));
  });

  it('paints what is not a number, and all without a scale, in the color of 0', () => {
    const square = { column: 0, row: 0, size: 2, zoom: 1 } as const;
    const values = Float32Array.of(NaN, NaN, 0, 0);
    const flat = { values: Float32Array.of(3, -3, Infinity, 0), from: 0, scale: { ...scale, scale: 0 } };
    for (const discrete of [false, true]) {
      const rgba = paint(painter, 2, 2, [{ values, from: 0, square, scale: { ...scale, discrete } }]);
      expect(positions(rgba).slice(0, 2)).toEqual([255, 255]);
    }
    expect(positions(paint(painter, 2, 2, [{ ...flat, square }]))).toEqual([255, 255, 255, 255]);
  });

  it('gives a pixel the mean of 2 × 2 values', () => {
    const values = Float64Array.of(9, 1, 2, 10, 20, 3, 4, 30, 40, -1, -2, 0, 0, -3, -2, 0, 0);
    const square = { column: 0, row: 0, size: 2, zoom: 2 } as const;
    const rgba = paint(painter, 2, 2, [{ values, from: 1, square, scale }]);
    expect(positions(rgba)).toEqual([258, 280, 253, 255]);
  });

  it('leaves alone what was painted beside', () => {
    const values = new Float32Array(64 * 64).fill(255);
    const pictures = [0, 1, 2].map((k) => ({
      ...{ values: values.map((value) => value * (k - 1)), from: 0, scale },
      // The last is larger than any before.
      square: { column: 3 * k, row: 2 * k, size: k === 2 ? 20 : 3, zoom: 1 } as const,
    }));
    const corner = (k: number) => 2 * k * 40 + 3 * k;
    const found = positions(paint(painter, 40, 40, pictures));
    expect([0, 1, 2].map((k) => found[corner(k)])).toEqual([0, 255, 510]);
    expect(found[2 * 40 + 2]).toBe(0);
  });
});

it('both painters give the same pixels', () => {
  const [[, plain], [, simd]] = painters;
  const sizes = { size: fc.integer({ min: 1, max: 23 }), zoom: fc.constantFrom(1 as const, 2 as const) };
  const scales = {
    center: fc.constantFrom(0, 0.5, -3),
    scale: fc.constantFrom(0, 0.5, 1, 3.7, 1e-30),
    discrete: fc.boolean(),
  };
  fc.assert(
    fc.property(
      fc.record({ ...sizes, ...scales, seed: fc.nat(), offset: fc.nat(9), isDouble: fc.boolean() }),
      ({ size, zoom, center, scale, discrete, seed, offset, isDouble }) => {
        const number = createNumbers(seed % 1e6);
        const special = [NaN, Infinity, -Infinity, 0, -0, center, 1e-40];
        const draw = () => {
          const value = center + 1.3 * scale * number();
          return number() > 0.8 ? (special[Math.floor(3.5 * (number() + 1))] ?? value) : value;
        };
        const drawn = Array.from({ length: offset + (size * zoom) ** 2 }, draw);
        const values = isDouble ? Float64Array.from(drawn) : Float32Array.from(drawn);
        const square = { column: 2, row: 1, size, zoom };
        const pictures = [{ values, from: offset, square, scale: { center, scale, discrete } }];
        const [width, height] = [size + 5, size + 2];
        expect(paint(simd, width, height, pictures)).toEqual(paint(plain, width, height, pictures));
      },
    ),
    { numRuns: 300 },
  );
});
