import { rowAt } from './affine';

/** A unit's threshold w · x + b = 0 within the square: its ends, and the unit vector toward the side where it is on. */
export interface ThresholdLine {
  readonly unit: number;
  readonly from: readonly [x1: number, x2: number];
  readonly to: readonly [x1: number, x2: number];
  readonly normal: readonly [n1: number, n2: number];
}

/** The lines of a layer's excitations that meet the open square −extent … extent; `rows` [unit][by x1, by x2, constant]. */
export function thresholdLines(rows: Float64Array, extent: number): ThresholdLine[] {
  const lines: ThresholdLine[] = [];
  for (let unit = 0; 3 * unit < rows.length; unit++) {
    const line = clipLine(rows, unit, extent);
    if (line !== null) lines.push(line);
  }
  return lines;
}

function clipLine(rows: Float64Array, unit: number, extent: number): ThresholdLine | null {
  const corners = [
    [-extent, -extent],
    [extent, -extent],
    [extent, extent],
    [-extent, extent],
  ] as const;
  const ends: (readonly [number, number])[] = [];
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % 4] ?? [ax, ay];
    const a = rowAt(rows, unit, ax, ay);
    const b = rowAt(rows, unit, bx, by);
    // Each edge without its end, so that a corner counts once.
    if (!(a === 0 || a * b < 0)) continue;
    const t = a / (a - b || 1);
    ends.push([ax + t * (bx - ax), ay + t * (by - ay)]);
  }
  const [from, to] = ends;
  const g1 = rows[3 * unit] ?? 0;
  const g2 = rows[3 * unit + 1] ?? 0;
  const norm = Math.hypot(g1, g2);
  if (from === undefined || to === undefined || norm === 0) return null;
  return { unit, from, to, normal: [g1 / norm, g2 / norm] };
}
