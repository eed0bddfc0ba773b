import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { DIGIT_COUNT, unpackDigits, type DigitImages } from '../../src/data/digits/digitImages';
import { DIGIT_PIXELS } from '../../src/data/digits/digitShape';
import { setDataset, setProblem, setVariant } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { loadEverything } from './loadEverything';

const FILE = join(import.meta.dirname, '..', '..', 'src', 'data', 'digits', 'digits.bin');
/** SHA-256 of the table as it was published: a line "p0,…,p63,digit", then a line an image. */
const PUBLISHED = 'ba6ee5aa91a99912e5e4e601339a3d45bb1c136a5df153daf68d7a8e45a04ce5';

const packed = new Uint8Array(readFileSync(FILE));
let images: DigitImages;
beforeAll(async () => {
  images = await unpackDigits(packed.buffer);
  await loadEverything();
});

const digits = setDataset('digits')(DEFAULT_EXPERIMENT);

describe('the file of digits', () => {
  it('holds the published table, byte for byte', () => {
    const rows = Array.from({ length: images.count }, (_, image) => {
      const pixels = images.pixels.subarray(image * DIGIT_PIXELS, (image + 1) * DIGIT_PIXELS);
      return [...pixels, images.labels[image]].join();
    });
    const names = [...Array.from({ length: DIGIT_PIXELS }, (_, pixel) => `p${pixel}`), 'digit'].join();
    const table = `${[names, ...rows].join('\n')}\n`;
    expect(createHash('sha256').update(table).digest('hex')).toBe(PUBLISHED);
  });

  it('is at most 60 KB', () => {
    expect(packed.length).toBeLessThanOrEqual(60_000);
  });
});

describe('the digits', () => {
  it('bring all images, each with 64 pixels from −1 for white to 1 for black', () => {
    const { count, coordinates, inputs } = createDataset(digits);
    expect([count, coordinates]).toEqual([DIGIT_COUNT, 64]);
    expect(digits.features).toHaveLength(64);
    const values = new Set(inputs);
    expect(values.size).toBe(17);
    expect([Math.min(...values), Math.max(...values)]).toEqual([-1, 1]);
  });

  it('keep every image with its label, whatever the order', () => {
    const { inputs, labels } = createDataset(digits);
    const key = (pixels: Iterable<number>, label: number) => `${Array.from(pixels).join()}:${label}`;
    const published = Array.from(images.labels, (label, image) =>
      key(images.pixels.subarray(image * DIGIT_PIXELS, (image + 1) * DIGIT_PIXELS), label),
    );
    const drawn = Array.from(labels, (label, token) => {
      const row = inputs.subarray(token * DIGIT_PIXELS, (token + 1) * DIGIT_PIXELS);
      return key(
        row.map((input) => 8 * (input + 1)),
        label,
      );
    });
    expect(drawn.sort()).toEqual(published.sort());
  });

  it('have ten classes, or are a 2 or not', () => {
    const ten = createDataset(digits);
    const two = createDataset(setVariant('two')(digits));
    expect([ten.classes, ten.outputs]).toEqual([10, 10]);
    expect([two.classes, two.outputs]).toEqual([2, 1]);
    expect(Array.from(two.labels)).toEqual(Array.from(ten.labels, (label) => (label === 2 ? 1 : 0)));
  });

  it('are as many as asked for, drawn from all by the seed', () => {
    const few = setProblem({ samples: 200 })(digits);
    const { labels, train, test } = createDataset(few);
    expect(train.length + test.length).toBe(200);
    expect(new Set(labels).size).toBe(10);
    const others = createDataset(setProblem({ seed: 77 })(few));
    expect(others.inputs).not.toEqual(createDataset(few).inputs);
  });
});
