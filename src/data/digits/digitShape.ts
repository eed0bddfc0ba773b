/** Pixels a side of a digit's picture. */
export const DIGIT_SIDE = 8;
export const DIGIT_PIXELS = DIGIT_SIDE * DIGIT_SIDE;
/** Number of shades beside white. */
export const DIGIT_DEPTH = 16;

/** A pixel as the network's input: −1 white … 1 black. */
export function digitInput(pixel: number): number {
  return pixel / (DIGIT_DEPTH / 2) - 1;
}
