/** The part of a layer's space that the figure shows: a cube of projected coordinates. */
export interface Ranges {
  /** [d], middle of each axis */
  readonly middle: readonly number[];
  /** half the side, the same along all axes: distances and right angles stay true */
  readonly half: number;
}

/** Share of the range that stays free around the data; a few points want more. */
const ROOM = { many: 0.08, few: 0.35 } as const;
const FEW = 16;
/** Share of what is too much that goes with each frame. */
const SHRINK = 0.06;
/** Nothing smaller is magnified: numbers of single precision say no more. */
const LEAST_HALF = 1e-4;

/** @param projected [d][point] */
export function dataRanges(projected: Float64Array, dimensions: number, points: ArrayLike<number>): Ranges {
  const count = projected.length / 3;
  const middle: number[] = [];
  let half = LEAST_HALF;
  for (let d = 0; d < dimensions; d++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < points.length; i++) {
      const value = projected[d * count + (points[i] ?? 0)] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    middle.push(low <= high ? (low + high) / 2 : 0);
    if (low <= high) half = Math.max(half, (high - low) / 2);
  }
  return { middle, half: half * (1 + (points.length <= FEW ? ROOM.few : ROOM.many)) };
}

/** The ranges of the next frame: they grow at once, so that no point leaves, and shrink slowly, so that nothing jumps. */
export function adaptRanges(shown: Ranges | null, data: Ranges, settled: boolean): Ranges {
  if (shown === null || settled || shown.middle.length !== data.middle.length) return data;
  const middle: number[] = [];
  let half = 0;
  data.middle.forEach((center, d) => {
    const was = shown.middle[d] ?? 0;
    const low = nextEnd(was - shown.half, center - data.half, -1);
    const high = nextEnd(was + shown.half, center + data.half, 1);
    middle.push((low + high) / 2);
    half = Math.max(half, (high - low) / 2);
  });
  return { middle, half };
}

/** One end of an axis; `outward` is the direction in which it grows. */
function nextEnd(shown: number, wanted: number, outward: 1 | -1): number {
  return (wanted - shown) * outward >= 0 ? wanted : shown + SHRINK * (wanted - shown);
}
