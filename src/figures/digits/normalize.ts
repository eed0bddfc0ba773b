import { EMPTY_PAD, PAD_SIDE, type PadPicture } from './pad';

/** Pixels by which a digit that fills the pad may stand off its middle: the data's stand up to so far off theirs. */
const STRAY = 8;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The drawing as the data's digits stand in their square: enlarged, or not, until its longer side fills it, in the
 * middle of the other. What fills the pad about its middle is left as it is, so that a digit of the data stays itself.
 */
export function normalizeDigit(picture: PadPicture): PadPicture {
  const box = boundingBox(picture);
  if (box === null) return EMPTY_PAD;
  const { left, top, width, height } = box;
  const scale = PAD_SIDE / Math.max(width, height);
  const across = (PAD_SIDE - scale * width) / 2;
  const down = (PAD_SIDE - scale * height) / 2;
  if (scale === 1 && Math.abs(left - across) <= STRAY && Math.abs(top - down) <= STRAY) return picture;
  const normalized = new Uint8Array(EMPTY_PAD.length);
  for (let i = 0; i < normalized.length; i++) {
    const column = Math.floor(((i % PAD_SIDE) + 0.5 - across) / scale);
    const row = Math.floor((Math.floor(i / PAD_SIDE) + 0.5 - down) / scale);
    const inside = column >= 0 && column < width && row >= 0 && row < height;
    normalized[i] = inside ? (picture[(top + row) * PAD_SIDE + left + column] ?? 0) : 0;
  }
  return normalized;
}

/** What holds all dark pixels; null where there are none. */
function boundingBox(picture: PadPicture): Box | null {
  let [left, top, right, bottom] = [PAD_SIDE, PAD_SIDE, -1, -1];
  picture.forEach((dark, i) => {
    if (dark === 0) return;
    const row = Math.floor(i / PAD_SIDE);
    const column = i % PAD_SIDE;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  });
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}
