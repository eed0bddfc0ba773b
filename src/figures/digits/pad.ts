/**
 * A digit drawn by hand, brought into the form of the data. Theirs were scans of 32 × 32 pixels, black or white, each
 * digit as high as its square; a pixel of the data is the count of dark ones in a block of 4 × 4.
 */

/** Pixels a side of the pad. */
export const PAD_SIDE = 32;
/** Blocks a side, pixels a side of a block and in it. */
const SIDE = 8;
const BLOCK = 4;
const DEPTH = BLOCK * BLOCK;

/** [row][column] 1 where it is dark */
export type PadPicture = Uint8Array;

export const EMPTY_PAD: PadPicture = new Uint8Array(PAD_SIDE * PAD_SIDE);

/** The probe under which the frames bring what the network says to the drawing. */
export const PAD_PROBE = 'digit-pad';

/** Radius of the pen, in pixels: at the middle of a block it darkens this block and nothing else. */
const PEN = 2.4;

export interface PadPoint {
  /** 0 … 32 from the left and from the top */
  readonly x: number;
  readonly y: number;
}

/** A straight stroke of the pen: every pixel whose center it passes over. */
export function drawStroke(picture: PadPicture, from: PadPoint, to: PadPoint): PadPicture {
  const drawn = picture.slice();
  for (let i = 0; i < drawn.length; i++) {
    const x = (i % PAD_SIDE) + 0.5;
    const y = Math.floor(i / PAD_SIDE) + 0.5;
    if (distanceToStroke({ x, y }, from, to) <= PEN) drawn[i] = 1;
  }
  return drawn;
}

function distanceToStroke(point: PadPoint, from: PadPoint, to: PadPoint): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length = along.x ** 2 + along.y ** 2;
  const share = length > 0 ? ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length : 0;
  const t = Math.max(0, Math.min(1, share));
  return Math.hypot(point.x - from.x - t * along.x, point.y - from.y - t * along.y);
}

/** The order in which a block's pixels turn dark: far apart, as in B. Bayer's halftone of 1973. */
const ORDER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

/** Gives a block so many dark pixels, 0 … 16. The first is the one next to the pad's nearest corner. */
export function shadeBlock(picture: PadPicture, block: number, dark: number): PadPicture {
  const shaded = picture.slice();
  const column = block % SIDE;
  const row = Math.floor(block / SIDE);
  for (let i = 0; i < DEPTH; i++) {
    const [across, down] = [i % BLOCK, Math.floor(i / BLOCK)];
    const fromLeft = column < SIDE / 2 ? across : BLOCK - 1 - across;
    const fromTop = row < SIDE / 2 ? down : BLOCK - 1 - down;
    const rank = ORDER[fromTop * BLOCK + fromLeft] ?? 0;
    shaded[(row * BLOCK + down) * PAD_SIDE + column * BLOCK + across] = rank < dark ? 1 : 0;
  }
  return shaded;
}

/** A picture whose blocks have so many dark pixels each, [row][column]. */
export function padOf(counts: ArrayLike<number>): PadPicture {
  let picture = EMPTY_PAD;
  for (let block = 0; block < SIDE * SIDE; block++) picture = shadeBlock(picture, block, counts[block] ?? 0);
  return picture;
}

/** Dark pixels of each block, [row][column], 0 … 16. */
export function blockCounts(picture: PadPicture): Uint8Array {
  const counts = new Uint8Array(SIDE * SIDE);
  picture.forEach((dark, i) => {
    const row = Math.floor(i / PAD_SIDE / BLOCK);
    const block = row * SIDE + Math.floor((i % PAD_SIDE) / BLOCK);
    counts[block] = (counts[block] ?? 0) + dark;
  });
  return counts;
}

export function isBlank(picture: PadPicture): boolean {
  return !picture.includes(1);
}
