/**
 * Lines that miss a corner by less than single precision weights can tell go through it: 0.1 x1 + 0.2 x2 = 0.3 and
 * 0.2 x1 + 0.4 x2 = 0.6 are one line, though their weights as stored are no exact multiples. Relative to the sum of
 * magnitudes; single precision rounds to 6e-8.
 */
const SINGLE_ROUNDING = 4e-7;
/** A coordinate that is 0 but for rounding counts as this large, or no line through it would be told from one beside it. */
const LEAST_COORDINATE = 1e-6;

/**
 * A convex part of the plane by its corners in homogeneous coordinates, [corner][x1, x2, w], counterclockwise. w = 1 is
 * a point of the plane, w = 0 one at infinity in the direction (x1, x2). So unbounded parts are as exact as bounded
 * ones, and the whole plane is one of them. Neighboring corners are less than half a turn apart.
 */
export type Cell = Float64Array;

/** The whole plane: four directions. */
export const PLANE: Cell = Float64Array.of(1, 0, 0, 0, 1, 0, -1, 0, 0, 0, -1, 0);

/** The square −extent … extent. */
export function squareCell(extent: number): Cell {
  return Float64Array.of(-extent, -extent, 1, extent, -extent, 1, extent, extent, 1, -extent, extent, 1);
}

export interface Parts {
  /** where the excitation is positive; null where it nowhere is */
  readonly on: Cell | null;
  readonly off: Cell | null;
}

/** Signs and values of the excitation at a cell's corners; kept, so that most calls allocate nothing. */
let values = new Float64Array(64);

/**
 * Parts a cell by a line g · (x1, x2, w) = 0, given from `at` on in `rows` as `excitationRows` makes them. A line that
 * only touches the cell, within rounding, does not part it.
 */
export function partCell(cell: Cell, rows: Float64Array, scales: Float64Array, at: number): Parts {
  const corners = cell.length / 3;
  if (values.length < corners) values = new Float64Array(2 * corners);
  let positive = false;
  let negative = false;
  for (let i = 0; i < corners; i++) {
    const value = valueAt(cell, i, rows, scales, at);
    values[i] = value;
    if (value > 0) positive = true;
    else if (value < 0) negative = true;
  }
  if (positive && negative) return { on: keep(cell, rows, at, 1), off: keep(cell, rows, at, -1) };
  // Zero at all corners: the same value everywhere, told by the constant alone.
  const on = positive || (!negative && (rows[at + 2] ?? 0) > 0);
  return on ? { on: cell, off: null } : { on: null, off: cell };
}

function valueAt(cell: Cell, i: number, rows: Float64Array, scales: Float64Array, at: number): number {
  let value = 0;
  let scale = 0;
  for (let c = 0; c < 3; c++) {
    const coordinate = cell[3 * i + c] ?? 0;
    value += (rows[at + c] ?? 0) * coordinate;
    const least = c < 2 ? LEAST_COORDINATE : 0;
    scale += (scales[at + c] ?? 0) * Math.max(Math.abs(coordinate), least);
  }
  return Math.abs(value) <= SINGLE_ROUNDING * scale ? 0 : value;
}

/** The part of a cell on one side of the line, by the corners' `values`. */
function keep(cell: Cell, rows: Float64Array, at: number, side: 1 | -1): Cell {
  const corners = cell.length / 3;
  const kept: number[] = [];
  /** index just after the corner where the border leaves the old one for the line */
  let leaves = 0;
  for (let i = 0; i < corners; i++) {
    const next = i + 1 < corners ? i + 1 : 0;
    const here = (values[i] ?? 0) * side;
    const there = (values[next] ?? 0) * side;
    if (here >= 0) kept.push(cell[3 * i] ?? 0, cell[3 * i + 1] ?? 0, cell[3 * i + 2] ?? 0);
    if (here * there < 0) pushCrossing(kept, cell, i, next);
    if (here >= 0 && there < 0) leaves = kept.length;
  }
  const returns = leaves < kept.length ? leaves : 0;
  // A line that leaves the cell at infinity and comes from there half a turn away: its point nearest to the origin
  // goes between, so that the new edge is the line itself.
  if (kept[leaves - 1] === 0 && kept[returns + 2] === 0) kept.splice(leaves, 0, ...foot(rows, at));
  return new Float64Array(kept);
}

/** Where the line crosses the edge between two corners. */
function pushCrossing(kept: number[], cell: Cell, i: number, next: number): void {
  const a = Math.abs(values[i] ?? 0);
  const b = Math.abs(values[next] ?? 0);
  const at = (c: number) => b * (cell[3 * i + c] ?? 0) + a * (cell[3 * next + c] ?? 0);
  const w = at(2);
  const length = w > 0 ? w : Math.hypot(at(0), at(1));
  kept.push(at(0) / length, at(1) / length, w > 0 ? 1 : 0);
}

function foot(rows: Float64Array, at: number): readonly [number, number, number] {
  const g1 = rows[at] ?? 0;
  const g2 = rows[at + 1] ?? 0;
  const shift = -(rows[at + 2] ?? 0) / (g1 * g1 + g2 * g2);
  return [shift * g1, shift * g2, 1];
}

/** Whether a point of the plane lies in a cell, its border included. */
export function isInCell(cell: Cell, x1: number, x2: number): boolean {
  const corners = cell.length / 3;
  for (let i = 0; i < corners; i++) {
    const [ax, ay, aw] = [cell[3 * i] ?? 0, cell[3 * i + 1] ?? 0, cell[3 * i + 2] ?? 0];
    const n = i + 1 < corners ? 3 * (i + 1) : 0;
    const [bx, by, bw] = [cell[n] ?? 0, cell[n + 1] ?? 0, cell[n + 2] ?? 0];
    // The determinant of both corners and the point: positive to the left of the edge.
    const left = (ay * bw - aw * by) * x1 + (aw * bx - ax * bw) * x2 + (ax * by - ay * bx);
    if (left < 0) return false;
  }
  return true;
}
