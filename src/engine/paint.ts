/**
 * Numbers to pixels, in the worker: one look-up a pixel, nothing allocated. Colors come as RGB bytes; what they mean is
 * the page's business.
 */

/** A square of an RGBA image that is `rowBytes` wide; it begins at byte `start`. */
export interface PaintTarget {
  readonly rgba: Uint8ClampedArray;
  readonly start: number;
  readonly rowBytes: number;
  /** pixels a side */
  readonly size: number;
}

/** A square of values and its place in an image. */
export interface PaintedSquare {
  /** pixel of its upper left corner */
  readonly column: number;
  readonly row: number;
  /** pixels a side */
  readonly size: number;
  /** values a side and pixel: with 2 a pixel is the mean of 2 × 2 values */
  readonly zoom: 1 | 2;
}

/** 511 colors, 3 bytes each, from −1 over 0 (number 255) to +1. */
export type Ramp = Uint8ClampedArray;

/** How values become positions on the ramp: `center` is 0, `center` ± `scale` and beyond is ±1. */
export interface ValueScale {
  readonly center: number;
  readonly scale: number;
  /** Two colors only, by the side of the center. */
  readonly discrete: boolean;
}

/**
 * Paints values [row][column], size², that begin at `offset`. What is not a number takes the color of 0. Every step is
 * rounded to single precision, so that vectors paint the same pixels.
 */
export function paintUnit(
  target: PaintTarget,
  values: Float32Array,
  offset: number,
  scale: ValueScale,
  ramp: Ramp,
): void {
  const { rgba, start, rowBytes, size } = target;
  const { discrete } = scale;
  const center = Math.fround(scale.center);
  const steps = stepsOf(scale);
  for (let row = 0, i = offset; row < size; row++) {
    let pixel = start + row * rowBytes;
    for (let column = 0; column < size; column++, i++, pixel += 4) {
      const difference = Math.fround(values[i] - center);
      const at = 3 * (discrete ? sideOf(difference) : positionOf(Math.fround(difference * steps)));
      rgba[pixel] = ramp[at];
      rgba[pixel + 1] = ramp[at + 1];
      rgba[pixel + 2] = ramp[at + 2];
      rgba[pixel + 3] = 255;
    }
  }
}

/** Positions of the ramp for a difference of 1; where there is no scale, all stays at the center. */
export function stepsOf({ scale }: ValueScale): number {
  return scale > 0 ? Math.fround(255 / scale) : 0;
}

/** −255 … 255, clamped → 0 … 510 */
function positionOf(steps: number): number {
  if (steps >= 255) return 510;
  if (steps <= -255) return 0;
  return steps === steps ? 255 + Math.floor(Math.fround(steps + 0.5)) : 255;
}

function sideOf(difference: number): number {
  if (difference >= 0) return 510;
  return difference < 0 ? 0 : 255;
}

/** Colors of the classes, 3 bytes each, and the color that an undecided point fades into. */
export interface ClassColors {
  readonly classes: Uint8ClampedArray;
  readonly zero: Uint8ClampedArray;
}

/**
 * Paints the class of the largest probability, values [class][row][column] from index 0 on. The color fades with the
 * confidence (p − 1/K) / (1 − 1/K) of K classes; `discrete`: it does not.
 */
export function paintClasses(
  target: PaintTarget,
  values: Float32Array,
  classCount: number,
  colors: ClassColors,
  discrete: boolean,
): void {
  const { rgba, start, rowBytes, size } = target;
  const { classes, zero } = colors;
  const pixels = size * size;
  const even = 1 / classCount;
  for (let i = 0; i < pixels; i++) {
    let top = 0;
    for (let k = 1; k < classCount; k++) if (values[k * pixels + i] > values[top * pixels + i]) top = k;
    const confidence = (values[top * pixels + i] - even) / (1 - even);
    const share = discrete ? 1 : confidence > 0 ? confidence : 0;
    const row = (i / size) | 0;
    const pixel = start + row * rowBytes + 4 * (i - row * size);
    rgba[pixel] = zero[0] + share * (classes[3 * top] - zero[0]);
    rgba[pixel + 1] = zero[1] + share * (classes[3 * top + 1] - zero[1]);
    rgba[pixel + 2] = zero[2] + share * (classes[3 * top + 2] - zero[2]);
    rgba[pixel + 3] = 255;
  }
}
