/**
 * A surface over the square as a mesh of size × size corners at the centers of the field's cells. In the figure's space x
 * runs to the right from −1 to 1, y is up, and z comes forward as x2 falls, so that row 0 of a field, its largest x2, is
 * at the back.
 */
export interface SurfaceMesh {
  readonly size: number;
  /** [corner][x, y, z] */
  readonly positions: Float32Array;
  /** [corner][x, y, z], of length 1 */
  readonly normals: Float32Array;
  /** [corner] place in the field's picture, 0 … 1 from its first column and row */
  readonly places: Float32Array;
}

/** Height in the figure's space of a value that equals the scale; the square's half side is 1. */
export const FULL_HEIGHT = 0.6;
/** Values beyond this many scales stand at its edge. */
const MOST_SCALES = 1.6;

export function createSurfaceMesh(size: number): SurfaceMesh {
  const positions = new Float32Array(3 * size * size);
  const places = new Float32Array(2 * size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const corner = row * size + column;
      const [u, v] = [(column + 0.5) / size, (row + 0.5) / size];
      positions[3 * corner] = 2 * u - 1;
      positions[3 * corner + 2] = 2 * v - 1;
      places[2 * corner] = u;
      places[2 * corner + 1] = v;
    }
  }
  const normals = new Float32Array(positions.length);
  return { size, positions, normals, places };
}

/**
 * Corners of the triangles, three each, seen counterclockwise from above. With a stride of n only every nth row and column
 * of corners is taken, and the last ones, so that the surface keeps its edge.
 */
export function triangleCorners(size: number, stride: number): Uint32Array {
  const taken = Array.from({ length: Math.ceil((size - 1) / stride) + 1 }, (_, i) =>
    Math.min(i * stride, size - 1),
  );
  const triangles = new Uint32Array(6 * (taken.length - 1) ** 2);
  let at = 0;
  taken.slice(1).forEach((nextRow, r) => {
    const row = (taken[r] ?? 0) * size;
    const below = nextRow * size;
    taken.slice(1).forEach((next, c) => {
      const column = taken[c] ?? 0;
      triangles.set([row + column, below + column, row + next, row + next, below + column, below + next], at);
      at += 6;
    });
  });
  return triangles;
}

export function heightOf(value: number, scale: number): number {
  const scales = value / scale;
  return FULL_HEIGHT * (scales > MOST_SCALES ? MOST_SCALES : scales < -MOST_SCALES ? -MOST_SCALES : scales);
}

/** Takes the heights from a field's values, [row][column], and the normals from the heights; allocates nothing. */
export function raiseMesh(
  { size, positions, normals }: SurfaceMesh,
  values: Float32Array,
  scale: number,
): void {
  for (let i = 0; i < size * size; i++) positions[3 * i + 1] = heightOf(values[i] ?? 0, scale);
  const width = 2 / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const i = row * size + column;
      const left = column > 0 ? i - 1 : i;
      const right = column < size - 1 ? i + 1 : i;
      const back = row > 0 ? i - size : i;
      const front = row < size - 1 ? i + size : i;
      const dx =
        ((positions[3 * right + 1] ?? 0) - (positions[3 * left + 1] ?? 0)) / ((right - left) * width);
      const dz =
        ((positions[3 * front + 1] ?? 0) - (positions[3 * back + 1] ?? 0)) /
        (((front - back) / size) * width);
      const length = Math.sqrt(dx * dx + dz * dz + 1);
      normals[3 * i] = -dx / length;
      normals[3 * i + 1] = 1 / length;
      normals[3 * i + 2] = -dz / length;
    }
  }
}

/**
 * A function of the plane as a net of `lines` + 1 lines in each direction, each of `steps` straight pieces: the two ends
 * of every piece, [end][x, y, z].
 */
export function netOf(
  target: (x1: number, x2: number) => number,
  extent: number,
  scale: number,
  lines: number,
  steps: number,
): Float32Array {
  const ends = new Float32Array(2 * (lines + 1) * steps * 2 * 3);
  let at = 0;
  const push = (u: number, v: number) => {
    ends[at++] = u;
    ends[at++] = heightOf(target(u * extent, -v * extent), scale);
    ends[at++] = v;
  };
  for (let line = 0; line <= lines; line++) {
    const fixed = (2 * line) / lines - 1;
    for (let step = 0; step < steps; step++) {
      const [from, to] = [(2 * step) / steps - 1, (2 * (step + 1)) / steps - 1];
      push(from, fixed);
      push(to, fixed);
      push(fixed, from);
      push(fixed, to);
    }
  }
  return ends;
}

/** Tokens as points of the figure's space, [token][x, y, z], those of a list in its order. */
export function pointsOf(
  tokens: Uint32Array,
  inputs: Float64Array,
  targets: Float64Array,
  extent: number,
  scale: number,
): Float32Array {
  const points = new Float32Array(3 * tokens.length);
  tokens.forEach((token, i) => {
    points[3 * i] = (inputs[2 * token] ?? 0) / extent;
    points[3 * i + 1] = heightOf(targets[token] ?? 0, scale);
    points[3 * i + 2] = -(inputs[2 * token + 1] ?? 0) / extent;
  });
  return points;
}
