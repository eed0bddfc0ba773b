import type { Projection } from './projection';
import type { Ranges } from './ranges';

/** Where normal · q + offset = 0 in projected coordinates, as far as every `within` is not negative. */
export interface Threshold {
  /** [d] */
  readonly normal: readonly number[];
  readonly offset: number;
  readonly within: readonly { readonly normal: readonly number[]; readonly offset: number }[];
  /** the unit of the next layer, or the first of two classes */
  readonly unit: number;
  /** softmax: the class on the other side; −1 for a single unit */
  readonly other: number;
}

export interface NextLayer {
  /** units of the layer itself */
  readonly inputs: number;
  readonly units: number;
  /** indices of the first weight ([receiving][sending]) and of the first bias */
  readonly weights: number;
  readonly bias: number;
  /** Its classes compete: what separates two of them is where both excitations are equal. */
  readonly softmax: boolean;
}

/**
 * The thresholds w·h + b = 0 of the next layer's units, where they cut the projection's flat piece: with
 * h = base + Σ q_d direction_d they are (w·direction_d) q_d + w·base + b = 0. Before a softmax: where two classes
 * share the largest excitation.
 */
export function thresholdsOf(
  { base, directions }: Projection,
  next: NextLayer,
  parameters: ArrayLike<number>,
): Threshold[] {
  const planes = Array.from({ length: next.units }, (_, k) => {
    const weight = (j: number) => parameters[next.weights + k * next.inputs + j] ?? 0;
    const dot = (direction: Float64Array) => direction.reduce((sum, value, j) => sum + value * weight(j), 0);
    return { normal: directions.map(dot), offset: dot(base) + (parameters[next.bias + k] ?? 0) };
  });
  if (!next.softmax) return planes.map((plane, unit) => ({ ...plane, within: [], unit, other: -1 }));
  const thresholds: Threshold[] = [];
  planes.forEach((a, i) =>
    planes.forEach((b, j) => {
      if (j <= i) return;
      const within = planes.filter((_, k) => k !== i && k !== j).map((c) => less(a, c));
      thresholds.push({ ...less(a, b), within, unit: i, other: j });
    }),
  );
  return thresholds;
}

interface Plane {
  readonly normal: readonly number[];
  readonly offset: number;
}

const less = (a: Plane, b: Plane): Plane => ({
  normal: a.normal.map((value, d) => value - (b.normal[d] ?? 0)),
  offset: a.offset - b.offset,
});

type Corner = readonly number[];

const heightOf = ({ normal, offset }: Plane, corner: Corner): number =>
  normal.reduce((sum, value, d) => sum + value * (corner[d] ?? 0), offset);

/** What is to be seen of a threshold within the shown cube: a point, the ends of a line, or a polygon's corners. */
export function visiblePart(threshold: Threshold, ranges: Ranges): readonly Corner[] {
  const dimensions = threshold.normal.length;
  if (threshold.normal.every((value) => value === 0)) return [];
  const whole = dimensions === 3 ? cutCube(threshold, ranges) : cutSquare(threshold, ranges, dimensions);
  const clip = dimensions === 3 ? clipPolygon : clipSegment;
  return threshold.within.reduce<readonly Corner[]>(
    (part, plane) => (part.length === 0 ? part : clip(part, plane)),
    whole,
  );
}

/** The corners of the cube, [corner][d]. */
function cornersOf({ middle, half }: Ranges): Corner[] {
  return Array.from({ length: 2 ** middle.length }, (_, corner) =>
    middle.map((center, d) => center + ((corner >> d) & 1 ? half : -half)),
  );
}

/** Where a plane meets the edges of the cube. */
function crossings(plane: Plane, ranges: Ranges): Corner[] {
  const corners = cornersOf(ranges);
  const found: Corner[] = [];
  corners.forEach((a, i) => {
    for (let d = 0; d < ranges.middle.length; d++) {
      const b = corners[i | (1 << d)];
      if ((i >> d) & 1 || b === undefined) continue;
      const [from, to] = [heightOf(plane, a), heightOf(plane, b)];
      if (from < 0 !== to < 0) found.push(between(a, b, from / (from - to)));
    }
  });
  return found;
}

function cutSquare(plane: Plane, ranges: Ranges, dimensions: number): Corner[] {
  const ends = crossings(plane, ranges);
  return dimensions === 1 ? ends.slice(0, 1) : ends.length === 2 ? ends : [];
}

/** The crossings in their order around the plane's normal. */
function cutCube(plane: Plane, ranges: Ranges): Corner[] {
  const found = crossings(plane, ranges);
  if (found.length < 3) return [];
  const center = [0, 1, 2].map((d) => found.reduce((sum, each) => sum + (each[d] ?? 0), 0) / found.length);
  const [n0 = 0, n1 = 0, n2 = 0] = plane.normal;
  // Two directions within the plane, at right angles.
  const u = Math.abs(n0) > Math.abs(n2) ? [-n1, n0, 0] : [0, -n2, n1];
  const [u0 = 0, u1 = 0, u2 = 0] = u;
  const v = [n1 * u2 - n2 * u1, n2 * u0 - n0 * u2, n0 * u1 - n1 * u0];
  const length = (vector: readonly number[]) =>
    Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  const along = (corner: Corner, direction: readonly number[]) =>
    direction.reduce((sum, value, d) => sum + value * ((corner[d] ?? 0) - (center[d] ?? 0)), 0) /
    length(direction);
  const angle = (corner: Corner) => Math.atan2(along(corner, v), along(corner, u));
  return found.sort((a, b) => angle(a) - angle(b));
}

function between(a: Corner, b: Corner, share: number): Corner {
  return a.map((value, d) => value + share * ((b[d] ?? 0) - value));
}

function clipSegment(segment: readonly Corner[], plane: Plane): readonly Corner[] {
  const [a, b] = segment;
  if (a === undefined) return [];
  const from = heightOf(plane, a);
  if (b === undefined) return from < 0 ? [] : segment;
  const to = heightOf(plane, b);
  if (from < 0 && to < 0) return [];
  if (from >= 0 && to >= 0) return segment;
  const edge = between(a, b, from / (from - to));
  return from < 0 ? [edge, b] : [a, edge];
}

/** Sutherland and Hodgman's clipping of a convex polygon by one half-space. */
function clipPolygon(polygon: readonly Corner[], plane: Plane): readonly Corner[] {
  const kept: Corner[] = [];
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    const [from, to] = [heightOf(plane, a), heightOf(plane, b)];
    if (from >= 0) kept.push(a);
    if (from < 0 !== to < 0) kept.push(between(a, b, from / (from - to)));
  });
  return kept;
}
