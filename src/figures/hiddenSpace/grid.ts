/** Lines over the inputs, as points along each: what the layers bend. */
export interface GridLines {
  readonly lines: number;
  /** points along a line */
  readonly samples: number;
  /** [line][sample][coordinate] */
  readonly points: Float64Array;
  /** [line] whether it is one of the axes */
  readonly axes: readonly boolean[];
}

/** Intervals of the plane's side; even, so that a line runs through 0. */
const INTERVALS = 12;
const SAMPLES = 49;
const CURVE_SAMPLES = 193;

/** Lines of constant x2, then of constant x1, over −extent … extent; one coordinate is a single line. */
export function gridLines(coordinates: number, extent: number): GridLines | null {
  if (coordinates === 1) {
    const points = Float64Array.from({ length: CURVE_SAMPLES }, (_, i) =>
      along(i, CURVE_SAMPLES - 1, extent),
    );
    return { lines: 1, samples: CURVE_SAMPLES, points, axes: [true] };
  }
  if (coordinates !== 2) return null;
  const points: number[] = [];
  const axes: boolean[] = [];
  for (const fixed of [1, 0])
    for (let line = 0; line <= INTERVALS; line++) {
      const at = along(line, INTERVALS, extent);
      axes.push(2 * line === INTERVALS);
      for (let i = 0; i < SAMPLES; i++) {
        const free = along(i, SAMPLES - 1, extent);
        points.push(...(fixed === 1 ? [free, at] : [at, free]));
      }
    }
  return { lines: axes.length, samples: SAMPLES, points: Float64Array.from(points), axes };
}

/** Exactly 0 in the middle. */
function along(i: number, last: number, extent: number): number {
  return (extent * (2 * i - last)) / last;
}
