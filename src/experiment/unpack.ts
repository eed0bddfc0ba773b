import { decodeBase64Url } from './decodeBase64url';
import type { LayerParameters } from './experiment';
import { failure, success, type Result } from './result';
import { expectedSentence, showValue } from './sentences';

/** Reads what `pack.ts` writes. */

type Matrix = readonly (readonly number[])[];

interface Packed {
  readonly shape: readonly number[];
  readonly numbers: readonly number[];
}

/** `count` says from the shape how many numbers there must be. */
function unpackNumbers(
  key: string,
  text: string,
  count: (shape: readonly number[]) => number,
): Result<Packed> {
  const [format = '', shapeText = '', digits = '', ...rest] = text.split('.');
  const known =
    (format === 'f32' || format === 'f64') && rest.length === 0 && /^\d{1,4}(x\d{1,4})*$/u.test(shapeText);
  if (!known) {
    return failure(expectedSentence([key], 'packed numbers such as f32.2x8x1.AACAPw', showValue(text)));
  }
  const shape = shapeText.split('x').map(Number);
  const size = format === 'f32' ? 4 : 8;
  const fits = Math.floor((digits.length * 3) / 4) === count(shape) * size;
  const bytes = fits ? decodeBase64Url(digits) : null;
  if (!bytes) {
    const expected = `${count(shape)} packed numbers`;
    return failure(expectedSentence([key], expected, `${digits.length} characters that do not hold them`));
  }
  const view = new DataView(bytes.buffer);
  const read = (i: number) => (size === 4 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true));
  return success({ shape, numbers: Array.from({ length: count(shape) }, (_, i) => read(i)) });
}

function rows(numbers: readonly number[], offset: number, count: number, width: number): number[][] {
  return Array.from({ length: count }, (_, r) => numbers.slice(offset + r * width, offset + (r + 1) * width));
}

export function unpackParameters(key: string, text: string): Result<LayerParameters[]> {
  const countOf = (sizes: readonly number[]) =>
    sizes.slice(1).reduce((sum, units, l) => sum + units * ((sizes[l] ?? 0) + 1), 0);
  const packed = unpackNumbers(key, text, countOf);
  if (!packed.ok) return packed;
  const { shape, numbers } = packed.value;
  let offset = 0;
  const parameters = shape.slice(1).map((units, l) => {
    const inputs = shape[l] ?? 0;
    const weights = rows(numbers, offset, units, inputs);
    const bias = numbers.slice(offset + units * inputs, offset + units * (inputs + 1));
    offset += units * (inputs + 1);
    return { weights, bias };
  });
  return success(parameters);
}

export function unpackPoints(key: string, text: string): Result<{ inputs: Matrix; targets: Matrix }> {
  const countOf = ([points = 0, coordinates = 0, outputs = 0]: readonly number[]) =>
    points * (coordinates + outputs);
  const packed = unpackNumbers(key, text, countOf);
  if (!packed.ok) return packed;
  const { shape, numbers } = packed.value;
  const [points = 0, coordinates = 0, outputs = 0] = shape;
  const inputs = rows(numbers, 0, points, coordinates);
  return success({ inputs, targets: rows(numbers, points * coordinates, points, outputs) });
}

export function unpackFlags(key: string, text: string, count: number): Result<boolean[]> {
  const bytes = decodeBase64Url(text);
  if (!bytes || bytes.length !== Math.ceil(count / 8)) {
    return failure(expectedSentence([key], `${count} packed bits`, showValue(text)));
  }
  return success(Array.from({ length: count }, (_, i) => (((bytes[i >> 3] ?? 0) >> (i & 7)) & 1) === 1));
}
