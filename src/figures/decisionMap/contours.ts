/** Lines along which a field on a grid has one value (marching squares, joined to polylines). */
export interface Contours {
  /** number of lines */
  readonly count: number;
  /** Line i runs over the points starts[i] … starts[i + 1] − 1. */
  readonly starts: Int32Array;
  /** x, y of each point from the top left corner, 0 … 1 */
  readonly points: Float32Array;
}

export interface ContourTracer {
  /** The lines where `values`, from `offset` on, cross `level`; overwritten by the next call. */
  trace(values: Float32Array, offset: number, level: number): Contours;
}

const NONE = -1;

/** Edges of a cell: top, right, bottom, left. */
type Side = 0 | 1 | 2 | 3;

/**
 * For each of the 16 ways in which a cell's corners lie above the level (top left 1, top right 2, bottom right 4,
 * bottom left 8): from which edge to which the line runs, with the higher side on its left. Saddles (5 and 10) are
 * given as they are when the cell's middle lies below; `RAISED` has them for a middle above.
 */
const SEGMENTS: readonly (readonly [Side, Side])[][] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];
const RAISED: Readonly<Record<number, (readonly [Side, Side])[]>> = {
  5: [
    [1, 0],
    [3, 2],
  ],
  10: [
    [0, 3],
    [2, 1],
  ],
};

/**
 * Traces fields of `size` × `size` samples that sit at cell centers. The samples of the border are repeated at the
 * border itself, so that lines reach it. Nothing is allocated after the first call.
 */
export function createContourTracer(size: number): ContourTracer {
  const nodes = size + 2;
  const edges = 2 * nodes * nodes;
  /** where the line goes on from an edge, or NONE */
  const next = new Int32Array(edges).fill(NONE);
  const entered = new Uint8Array(edges);
  const used = new Int32Array(edges);
  let usedCount = 0;
  const starts = new Int32Array(nodes * nodes + 1);
  const points = new Float32Array(3 * edges);
  const contours = { count: 0, starts, points };
  let field: Float32Array = new Float32Array(0);
  let base = 0;
  let threshold = 0;

  const clamp = (node: number) => (node < 1 ? 0 : node > size ? size - 1 : node - 1);
  const valueAt = (column: number, row: number) => field[base + clamp(row) * size + clamp(column)] ?? 0;
  const place = (node: number) => (node < 1 ? 0 : node > size ? 1 : (node - 0.5) / size);

  /** Edges are numbered by their left or upper node: first all horizontal ones, then all vertical ones. */
  function edgeOf(side: Side, column: number, row: number): number {
    const node = row * nodes + column;
    if (side === 0) return node;
    if (side === 2) return node + nodes;
    return nodes * nodes + node + (side === 1 ? 1 : 0);
  }

  function connect(segments: readonly (readonly [Side, Side])[], column: number, row: number): void {
    for (const segment of segments) {
      const from = edgeOf(segment[0], column, row);
      const to = edgeOf(segment[1], column, row);
      next[from] = to;
      entered[to] = 1;
      used[usedCount++] = from;
    }
  }

  function march(): void {
    for (let row = 0; row < nodes - 1; row++) {
      const upper = base + clamp(row) * size;
      const lower = base + clamp(row + 1) * size;
      let topLeft = field[upper] ?? 0;
      let bottomLeft = field[lower] ?? 0;
      for (let column = 0; column < nodes - 1; column++) {
        const at = clamp(column + 1);
        const topRight = field[upper + at] ?? 0;
        const bottomRight = field[lower + at] ?? 0;
        const corners =
          (topLeft > threshold ? 1 : 0) |
          (topRight > threshold ? 2 : 0) |
          (bottomRight > threshold ? 4 : 0) |
          (bottomLeft > threshold ? 8 : 0);
        if (corners !== 0 && corners !== 15) {
          const saddle = corners === 5 || corners === 10;
          const raised = saddle && (topLeft + topRight + bottomRight + bottomLeft) / 4 > threshold;
          connect((raised ? RAISED[corners] : SEGMENTS[corners]) ?? [], column, row);
        }
        topLeft = topRight;
        bottomLeft = bottomRight;
      }
    }
  }

  /** Writes the point where the level crosses an edge; returns the number of points so far. */
  function cross(edge: number, written: number): number {
    const horizontal = edge < nodes * nodes;
    const node = horizontal ? edge : edge - nodes * nodes;
    const column = node % nodes;
    const row = (node - column) / nodes;
    const near = valueAt(column, row);
    const far = horizontal ? valueAt(column + 1, row) : valueAt(column, row + 1);
    const part = far === near ? 0.5 : (threshold - near) / (far - near);
    const t = part >= 0 && part <= 1 ? part : 0.5;
    const x = place(column);
    const y = place(row);
    points[2 * written] = horizontal ? x + t * (place(column + 1) - x) : x;
    points[2 * written + 1] = horizontal ? y : y + t * (place(row + 1) - y);
    return written + 1;
  }

  /** Follows a line from an edge to its end, taking it out of `next`. */
  function follow(start: number, written: number): number {
    let count = cross(start, written);
    for (let edge = start; next[edge] !== NONE;) {
      const to = next[edge] ?? NONE;
      next[edge] = NONE;
      count = cross(to, count);
      edge = to;
    }
    contours.count++;
    starts[contours.count] = count;
    return count;
  }

  return {
    trace(values, offset, level) {
      field = values;
      base = offset;
      threshold = level;
      usedCount = 0;
      contours.count = 0;
      march();
      let written = 0;
      // Lines from border to border first: a closed one may be begun anywhere.
      for (let i = 0; i < usedCount; i++) {
        const edge = used[i] ?? 0;
        if (entered[edge] === 0) written = follow(edge, written);
      }
      for (let i = 0; i < usedCount; i++) {
        const edge = used[i] ?? 0;
        if (next[edge] !== NONE) written = follow(edge, written);
      }
      entered.fill(0);
      return contours;
    },
  };
}
