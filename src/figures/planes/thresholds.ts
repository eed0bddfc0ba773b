import type { Plane } from './plane';
import { planePlace, planeScale } from './plane';

/** A unit's threshold: the line w·x + b = 0, in px of the input plane. */
export interface Threshold {
  readonly unit: number;
  /** w·x + b > 0 for the chosen token */
  readonly active: boolean;
  /** the normal towards the side where the unit is on, of length 1 px */
  readonly nx: number;
  readonly ny: number;
  /** the line's place nearest to the middle of the plane */
  readonly footX: number;
  readonly footY: number;
  /** distances along the line from its foot where it enters and leaves the rectangle; null where it passes it by */
  readonly span: readonly [number, number] | null;
}

/** A unit's weights for x₁ and x₂, and its bias. */
export interface UnitWeights {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

/** Where x₁ and x₂ stand among the features; −1 where one is missing. */
export type CoordinateColumns = readonly [number, number];

/** Weights of a first layer's unit in the flat parameters. */
export function unitWeights(
  parameters: ArrayLike<number>,
  inputs: number,
  units: number,
  [first, second]: CoordinateColumns,
  unit: number,
): UnitWeights {
  const at = (from: number) => (from < 0 ? 0 : (parameters[unit * inputs + from] ?? NaN));
  return { w1: at(first), w2: at(second), b: parameters[inputs * units + unit] ?? NaN };
}

/** Null for a unit without weights or far beyond the numbers: it has no line. */
export function layoutThreshold(
  plane: Plane,
  unit: number,
  { w1, w2, b }: UnitWeights,
  token: readonly [number, number],
): Threshold | null {
  const norm = Math.hypot(w1, w2);
  if (!(norm > 1e-12) || !Number.isFinite(norm) || !Number.isFinite(b)) return null;
  const nx = w1 / norm;
  const ny = -w2 / norm;
  const [x1, x2] = planePlace(plane, plane.width / 2, plane.height / 2);
  const distance = (planeScale(plane) * (w1 * x1 + w2 * x2 + b)) / norm;
  const footX = plane.width / 2 - distance * nx;
  const footY = plane.height / 2 - distance * ny;
  const active = w1 * token[0] + w2 * token[1] + b > 0;
  return { unit, active, nx, ny, footX, footY, span: spanOf(plane, footX, footY, -ny, nx) };
}

/** Where the line (x, y) + t (dx, dy) runs inside the rectangle. */
function spanOf({ width, height }: Plane, x: number, y: number, dx: number, dy: number) {
  let from = -Infinity;
  let to = Infinity;
  for (const [at, along, size] of [
    [x, dx, width],
    [y, dy, height],
  ] as const) {
    if (Math.abs(along) < 1e-9) {
      if (at < 0 || at > size) return null;
      continue;
    }
    const a = -at / along;
    const b = (size - at) / along;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to ? ([from, to] as const) : null;
}

/** The place on the line at a distance along it from its foot. */
export function alongThreshold({ footX, footY, nx, ny }: Threshold, t: number): readonly [number, number] {
  return [footX - ny * t, footY + nx * t];
}

/** How far along the line the place nearest to (x, y) is. */
export function nearestAlong({ footX, footY, nx, ny }: Threshold, x: number, y: number): number {
  return (x - footX) * -ny + (y - footY) * nx;
}

/** px from the line, positive on the side where the unit is on */
export function distanceFrom({ footX, footY, nx, ny }: Threshold, x: number, y: number): number {
  return (x - footX) * nx + (y - footY) * ny;
}

/** The bias with which the line goes through a place of the plane. */
export function biasThrough({ w1, w2 }: UnitWeights, [x1, x2]: readonly [number, number]): number {
  return -(w1 * x1 + w2 * x2);
}

/** Turned about a place on the line so that its normal points along (n1, n2); the weights keep their length. */
export function turnTowards(
  { w1, w2 }: UnitWeights,
  about: readonly [number, number],
  [n1, n2]: readonly [number, number],
): UnitWeights | null {
  const length = Math.hypot(n1, n2);
  if (!(length > 0)) return null;
  const norm = Math.hypot(w1, w2);
  const turned = { w1: (norm * n1) / length, w2: (norm * n2) / length, b: 0 };
  return { ...turned, b: biasThrough(turned, about) };
}
