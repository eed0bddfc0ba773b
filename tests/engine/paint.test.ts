import { describe, expect, it } from 'vitest';
import { paintClasses, paintUnit, type PaintTarget } from '../../src/engine/paint';

/** Red tells the position on the ramp (two positions a step), green marks +1, blue −1. */
const RAMP = Uint8ClampedArray.from(
  { length: 3 * 511 },
  (_, i) => [Math.floor(i / 3 / 2), i >= 3 * 510 ? 255 : 0, i < 3 ? 255 : 0][i % 3] ?? 0,
);

/** A tile of 2 × 2 pixels in the lower right of an image of 4 × 4. */
function createTarget(): PaintTarget {
  return { rgba: new Uint8ClampedArray(4 * 4 * 4), start: 4 * (2 * 4 + 2), rowBytes: 16, size: 2 };
}

function pixels({ rgba, start, rowBytes, size }: PaintTarget): number[][] {
  return Array.from({ length: size * size }, (_, i) => {
    const at = start + Math.floor(i / size) * rowBytes + 4 * (i % size);
    return Array.from(rgba.subarray(at, at + 4));
  });
}

const writtenBytes = ({ rgba }: PaintTarget) => rgba.filter((byte) => byte !== 0).length;

describe('a unit’s picture', () => {
  it('takes its colors from the ramp, clamped, into its own tile only', () => {
    const target = createTarget();
    paintUnit(target, Float32Array.of(9, -5, 0, 1, 2), 1, { center: 0, scale: 2, discrete: false }, RAMP);
    expect(pixels(target)).toEqual([
      [0, 0, 255, 255],
      [127, 0, 0, 255],
      [191, 0, 0, 255],
      [255, 255, 0, 255],
    ]);
    expect(writtenBytes(target)).toBe(
      pixels(target)
        .flat()
        .filter((byte) => byte !== 0).length,
    );
  });

  it('of probabilities is centered at ½', () => {
    const target = createTarget();
    paintUnit(
      target,
      Float32Array.of(0.5, 1, 0, 0.75),
      0,
      { center: 0.5, scale: 0.5, discrete: false },
      RAMP,
    );
    expect(pixels(target).map(([red]) => red)).toEqual([127, 255, 0, 191]);
  });

  it('made discrete has two colors', () => {
    const target = createTarget();
    paintUnit(target, Float32Array.of(0.1, -0.1, 0, 7), 0, { center: 0, scale: 1, discrete: true }, RAMP);
    expect(pixels(target).map(([red]) => red)).toEqual([255, 0, 255, 255]);
  });

  it('shows the color of 0 for what is not a number, and for a scale of 0', () => {
    const target = createTarget();
    paintUnit(
      target,
      Float32Array.of(NaN, Infinity, -Infinity, 0),
      0,
      { center: 0, scale: 1, discrete: false },
      RAMP,
    );
    expect(pixels(target).map(([red]) => red)).toEqual([127, 255, 0, 127]);
    paintUnit(target, Float32Array.of(NaN, 3, -3, 0), 0, { center: 0, scale: 0, discrete: false }, RAMP);
    expect(pixels(target).map(([red]) => red)).toEqual([127, 127, 127, 127]);
  });
});

describe('the picture of several classes', () => {
  const colors = {
    classes: Uint8ClampedArray.of(255, 0, 0, 0, 255, 0, 0, 0, 255),
    zero: Uint8ClampedArray.of(100, 100, 100),
  };
  const certain = [1, 0, 0];
  const split = [0.5, 0.5, 0].map((p, k) => (k === 1 ? p + 1e-6 : p));
  const even = [1 / 3, 1 / 3, 1 / 3];
  const third = [1 / 6, 1 / 6, 2 / 3];
  const values = Float32Array.from(
    [0, 1, 2].flatMap((k) => [certain, split, even, third].map((p) => p[k] ?? NaN)),
  );

  it('fades from the likeliest class’s color to zero’s as confidence goes', () => {
    const target = createTarget();
    paintClasses(target, values, 3, colors, false);
    expect(pixels(target)).toEqual([
      [255, 0, 0, 255],
      [75, 139, 75, 255],
      [100, 100, 100, 255],
      [50, 50, 178, 255],
    ]);
  });

  it('made discrete shows the likeliest class in full color', () => {
    const target = createTarget();
    paintClasses(target, values, 3, colors, true);
    expect(pixels(target).map((pixel) => pixel.indexOf(255))).toEqual([0, 1, 0, 2]);
  });
});
