import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpackDigits } from '../../../src/data/digits/digitImages';
import { DIGIT_PIXELS } from '../../../src/data/digits/digitShape';
import { normalizeDigit } from '../../../src/figures/digits/normalize';
import {
  blockCounts,
  drawStroke,
  EMPTY_PAD,
  isBlank,
  PAD_SIDE,
  padOf,
  shadeBlock,
  type PadPicture,
} from '../../../src/figures/digits/pad';

const FILE = join(import.meta.dirname, '..', '..', '..', 'src', 'data', 'digits', 'digits.bin');

/** [first row, last row, first column, last column] with a dark pixel */
function reach(picture: PadPicture): number[] {
  const rows: number[] = [];
  const columns: number[] = [];
  picture.forEach((dark, i) => {
    if (dark === 0) return;
    rows.push(Math.floor(i / PAD_SIDE));
    columns.push(i % PAD_SIDE);
  });
  return [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)];
}

describe('the pad', () => {
  it('gives every digit of the data back as it was, when its blocks are painted', async () => {
    const { count, pixels } = await unpackDigits(new Uint8Array(readFileSync(FILE)).buffer);
    for (let image = 0; image < count; image++) {
      const row = pixels.subarray(image * DIGIT_PIXELS, (image + 1) * DIGIT_PIXELS);
      expect(blockCounts(normalizeDigit(padOf(row))), `image ${image}`).toEqual(Uint8Array.from(row));
    }
  });

  it('darkens a block and nothing else when the pen touches its middle', () => {
    const dot = drawStroke(EMPTY_PAD, { x: 14, y: 10 }, { x: 14, y: 10 });
    const counts = blockCounts(dot);
    expect(counts[2 * 8 + 3]).toBe(16);
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(16);
  });

  it('draws a stroke from end to end, as wide as the pen', () => {
    const stroke = drawStroke(EMPTY_PAD, { x: 6, y: 16 }, { x: 26, y: 16 });
    expect(reach(stroke)).toEqual([14, 17, 4, 27]);
    expect(isBlank(stroke)).toBe(false);
    expect(isBlank(EMPTY_PAD)).toBe(true);
  });

  it('shades a block by the number of its dark pixels, and lightens it again', () => {
    for (const dark of [0, 1, 7, 16]) expect(blockCounts(shadeBlock(EMPTY_PAD, 20, dark))[20]).toBe(dark);
    const lighter = shadeBlock(shadeBlock(EMPTY_PAD, 20, 16), 20, 3);
    expect(blockCounts(lighter)[20]).toBe(3);
  });

  it('enlarges a small drawing in a corner until it is as high as the pad, and centers it', () => {
    const upright = drawStroke(EMPTY_PAD, { x: 4, y: 4 }, { x: 4, y: 10 });
    const [top, bottom, left = 0, right = 0] = reach(normalizeDigit(upright));
    expect([top, bottom]).toEqual([0, 31]);
    expect(Math.abs(left - (31 - right))).toBeLessThanOrEqual(1);
  });

  it('makes a drawing that is wider than high as wide as the pad', () => {
    const flat = drawStroke(EMPTY_PAD, { x: 20, y: 28 }, { x: 28, y: 28 });
    const [top = 0, bottom = 0, left, right] = reach(normalizeDigit(flat));
    expect([left, right]).toEqual([0, 31]);
    expect(Math.abs(top - (31 - bottom))).toBeLessThanOrEqual(1);
  });

  it('moves a drawing that is as high as the pad but far to the side', () => {
    const aside = drawStroke(EMPTY_PAD, { x: 3, y: 0 }, { x: 3, y: 32 });
    const [, , left = 0, right = 0] = reach(normalizeDigit(aside));
    expect(Math.abs(left - (31 - right))).toBeLessThanOrEqual(1);
  });

  it('leaves an empty pad empty', () => {
    expect(isBlank(normalizeDigit(EMPTY_PAD))).toBe(true);
  });
});
