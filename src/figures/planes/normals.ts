import type { Plane } from './plane';
import { planeScale, planeX, planeY } from './plane';
import { alongThreshold, distanceFrom, nearestAlong, type Threshold } from './thresholds';

/** A threshold's normal as it is drawn: from the line to its tip, with the unit's name beyond. */
export interface Normal {
  readonly unit: number;
  /** distance along the line from its foot */
  readonly t: number;
  readonly baseX: number;
  readonly baseY: number;
  readonly tipX: number;
  readonly tipY: number;
}

/** px */
export const NORMAL = 24;
const LABEL = 10;
const STEP = 8;
/** How much farther from everything another place must be for a normal to leave the one it has. */
const FAITHFUL = 30;
/** A place with this much room is not left at all. */
const TOLERABLE = 60;
const MARGIN = { side: 4, left: 22, right: 16, top: 14, bottom: 26 } as const;

export function normalAt(threshold: Threshold, t: number): Normal {
  const [baseX, baseY] = alongThreshold(threshold, t);
  const tipX = baseX + NORMAL * threshold.nx;
  const tipY = baseY + NORMAL * threshold.ny;
  return { unit: threshold.unit, t, baseX, baseY, tipX, tipY };
}

/** Where a normal's name stands. */
export function labelPlace({ nx, ny }: Threshold, { tipX, tipY }: Normal): readonly [number, number] {
  return [tipX + LABEL * nx, tipY + LABEL * ny];
}

/** The same from the normal alone. */
function nameOf({ baseX, baseY, tipX, tipY }: Normal): readonly [number, number] {
  const beyond = 1 + LABEL / NORMAL;
  return [baseX + beyond * (tipX - baseX), baseY + beyond * (tipY - baseY)];
}

/** Where a unit's normal was last, or where a hand holds it, in px. */
export type NormalPlaces = ReadonlyMap<number, readonly [x: number, y: number]>;

/**
 * A normal for every line that shows, away from the semicircle, from the chosen token and from one another. A normal
 * keeps its place while that is tolerable, and always where it is held.
 */
export function placeNormals(
  plane: Plane,
  thresholds: readonly Threshold[],
  token: readonly [number, number],
  last: NormalPlaces,
  held: number | null,
): Normal[] {
  const placed: Normal[] = [];
  for (const threshold of thresholds) {
    const before = last.get(threshold.unit);
    const t = before === undefined ? null : nearestAlong(threshold, before[0], before[1]);
    const normal =
      t !== null && threshold.unit === held
        ? normalAt(threshold, t)
        : bestNormal(plane, threshold, token, placed, t);
    if (normal !== null) placed.push(normal);
  }
  return placed;
}

function bestNormal(
  plane: Plane,
  threshold: Threshold,
  token: readonly [number, number],
  placed: readonly Normal[],
  last: number | null,
): Normal | null {
  if (threshold.span === null) return null;
  const [from, to] = threshold.span;
  let best: Normal | null = null;
  let most = -Infinity;
  const consider = (t: number, bonus: number) => {
    const normal = normalAt(threshold, t);
    if (!shows(plane, threshold, normal)) return;
    const room = roomAround(plane, normal, token, placed) + bonus;
    if (room <= most) return;
    most = room;
    best = normal;
  };
  if (last !== null && last >= from && last <= to) consider(last, FAITHFUL);
  if (most >= TOLERABLE + FAITHFUL) return best;
  for (let t = Math.ceil(from / STEP) * STEP; t <= to; t += STEP) consider(t, 0);
  // A line through a corner only: its middle, however crowded.
  return best ?? normalAt(threshold, (from + to) / 2);
}

function shows({ width, height }: Plane, threshold: Threshold, normal: Normal): boolean {
  const [x, y] = labelPlace(threshold, normal);
  const { baseX, baseY } = normal;
  const inside = (at: number, size: number) => at >= MARGIN.side && at <= size - MARGIN.side;
  return (
    inside(baseX, width) &&
    inside(baseY, height) &&
    x >= MARGIN.left &&
    x <= width - MARGIN.right &&
    y >= MARGIN.top &&
    y <= height - MARGIN.bottom
  );
}

function squared(dx: number, dy: number): number {
  return dx * dx + dy * dy;
}

/** px from a place to the semicircle of tokens. */
function distanceToArc(plane: Plane, x: number, y: number): number {
  const [right, up] = [x - planeX(plane, 0), planeY(plane, 0) - y];
  const radius = planeScale(plane);
  return up >= 0 ? Math.abs(Math.hypot(right, up) - radius) : Math.hypot(Math.abs(right) - radius, up);
}

/** px to what a normal and its name should not cover, each up to what matters. */
function roomAround(
  plane: Plane,
  normal: Normal,
  token: readonly [number, number],
  placed: readonly Normal[],
): number {
  const name = nameOf(normal);
  const arc = Math.min(
    distanceToArc(plane, (normal.baseX + normal.tipX) / 2, (normal.baseY + normal.tipY) / 2),
    1.4 * distanceToArc(plane, name[0], name[1]),
  );
  const axis = Math.abs(normal.tipY - planeY(plane, 0) - 8);
  const chosen = Math.hypot(normal.tipX - planeX(plane, token[0]), normal.tipY - planeY(plane, token[1]));
  let nearest = 99 ** 2;
  for (const other of placed) {
    const tips = squared(other.tipX - normal.tipX, other.tipY - normal.tipY);
    const bases = squared(other.baseX - normal.baseX, other.baseY - normal.baseY);
    const across = squared(other.baseX - normal.tipX, other.baseY - normal.tipY);
    const [x, y] = nameOf(other);
    const names = squared(x - name[0], y - name[1]);
    nearest = Math.min(nearest, tips, bases, across, names);
  }
  const others = Math.sqrt(nearest);
  return Math.min(arc, 34) + 1.2 * Math.min(others, 46) + 0.4 * Math.min(axis, 30) + Math.min(chosen, 26);
}

/** What of a threshold a press means: its line moves, its normal turns it. */
export interface ThresholdHit {
  readonly unit: number;
  readonly part: 'line' | 'normal';
}

/** The tip or line within `reach` px of a place, tips first. */
export function hitThreshold(
  thresholds: readonly Threshold[],
  normals: readonly Normal[],
  x: number,
  y: number,
  reach: number,
): ThresholdHit | null {
  const tip = nearestOf(normals, reach + 3, ({ tipX, tipY }) => Math.hypot(tipX - x, tipY - y));
  if (tip !== null) return { unit: tip.unit, part: 'normal' };
  const line = nearestOf(thresholds, reach, (threshold) => Math.abs(distanceFrom(threshold, x, y)));
  return line === null ? null : { unit: line.unit, part: 'line' };
}

function nearestOf<T>(items: readonly T[], reach: number, distance: (item: T) => number): T | null {
  let best: T | null = null;
  let least = reach;
  for (const item of items) {
    const far = distance(item);
    if (far > least) continue;
    least = far;
    best = item;
  }
  return best;
}
