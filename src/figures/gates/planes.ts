/** Geometry of the two planes of a unit with two inputs: that of its weights and that of the inputs. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Half sides that a plane of weights may have. */
const EXTENTS = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100];

/** The least round half side that holds these weights, with room for an arrow's head. */
export function weightExtent(weights: readonly number[]): number {
  const largest = Math.max(0, ...weights.filter(Number.isFinite).map(Math.abs)) * 1.1;
  return EXTENTS.find((extent) => largest <= extent) ?? 10 ** Math.ceil(Math.log10(largest));
}

/** px of a place on a square plane from −extent to extent, the second coordinate upwards. */
export function placeOn(side: number, extent: number, first: number, second: number): Point {
  return { x: ((first + extent) / (2 * extent)) * side, y: ((extent - second) / (2 * extent)) * side };
}

export interface Boundary {
  readonly from: Point;
  readonly to: Point;
  /** the middle of the part on show, and a unit vector from there to the side where e > 0 */
  readonly middle: Point;
  readonly normal: Point;
}

/** The line w₁x₁ + w₂x₂ + b = 0 in the plane's units, cut to the square; null where it does not cross it. */
export function boundaryOf(w1: number, w2: number, b: number, extent: number): Boundary | null {
  const length = Math.hypot(w1, w2);
  if (!(length > 0) || !Number.isFinite(length) || !Number.isFinite(b)) return null;
  const normal = { x: w1 / length, y: w2 / length };
  // The foot of the perpendicular from the origin, and how far the line runs within the square on either side of it.
  const foot = { x: (-b * normal.x) / length, y: (-b * normal.y) / length };
  const along = { x: -normal.y, y: normal.x };
  let [least, most] = [-Infinity, Infinity];
  for (const axis of ['x', 'y'] as const) {
    if (Math.abs(along[axis]) < 1e-12) {
      if (Math.abs(foot[axis]) > extent) return null;
      continue;
    }
    const ends = [-extent, extent].map((edge) => (edge - foot[axis]) / along[axis]);
    least = Math.max(least, Math.min(...ends));
    most = Math.min(most, Math.max(...ends));
  }
  if (!(least < most)) return null;
  const at = (t: number): Point => ({ x: foot.x + t * along.x, y: foot.y + t * along.y });
  return { from: at(least), to: at(most), middle: at((least + most) / 2), normal };
}
