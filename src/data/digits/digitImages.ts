import { DIGIT_PIXELS } from './digitShape';

/**
 * The test set of the "Optical Recognition of Handwritten Digits" (E. Alpaydin and C. Kaynak, UCI, 1998, CC BY 4.0):
 * 1,797 images of 8 × 8 pixels, each the count of dark pixels in a 4 × 4 block of a 32 × 32 scan, 0 … 16.
 */
export interface DigitImages {
  readonly count: number;
  /** [image][pixel], row by row, 0 … 16 */
  readonly pixels: Uint8Array;
  /** [image] 0 … 9 */
  readonly labels: Uint8Array;
}

export const DIGIT_COUNT = 1797;

/** The file is deflated: an image's 64 pixels and its label, a byte each, one image after the other. */
export async function unpackDigits(file: ArrayBuffer): Promise<DigitImages> {
  const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const count = bytes.length / (DIGIT_PIXELS + 1);
  const pixels = new Uint8Array(count * DIGIT_PIXELS);
  const labels = new Uint8Array(count);
  for (let image = 0; image < count; image++) {
    const at = image * (DIGIT_PIXELS + 1);
    pixels.set(bytes.subarray(at, at + DIGIT_PIXELS), image * DIGIT_PIXELS);
    labels[image] = bytes[at + DIGIT_PIXELS] ?? 0;
  }
  return { count, pixels, labels };
}
