/** Geometry of the decision map: a square of the plane, −extent … extent, drawn `side` px wide, x2 upwards. */

/** The points as the figures take them; the data room's data set is one. */
export interface PlanePoints {
  readonly count: number;
  /** coordinates per token */
  readonly coordinates: number;
  /** [token][coordinate] */
  readonly inputs: Float64Array;
  /** number of classes; 0 for regression */
  readonly classes: number;
  /** [token] class index; empty for regression */
  readonly labels: Uint8Array;
  /** [token][output] */
  readonly targets: Float64Array;
  readonly outputs: number;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

export interface Place {
  readonly x1: number;
  readonly x2: number;
}

/** Share 0 … 1 of the square's width, from the left. */
export const shareX = (x1: number, extent: number): number => (x1 + extent) / (2 * extent);
/** Share 0 … 1 of the square's height, from the top. */
export const shareY = (x2: number, extent: number): number => (extent - x2) / (2 * extent);

/** The place under a point of the figure, given as shares of its width and height. */
export function placeAt(shareOfWidth: number, shareOfHeight: number, extent: number): Place {
  return { x1: (2 * shareOfWidth - 1) * extent, x2: (1 - 2 * shareOfHeight) * extent };
}

/** A token's place; a single coordinate lies on the middle line. */
export function pointPlace(points: PlanePoints, token: number): Place {
  const at = token * points.coordinates;
  return { x1: points.inputs[at] ?? 0, x2: points.coordinates > 1 ? (points.inputs[at + 1] ?? 0) : 0 };
}

/** The token nearest to a place within `reach` (in the plane's units) among those shown, or −1. */
export function nearestPoint(
  points: PlanePoints,
  { x1, x2 }: Place,
  reach: number,
  showTest: boolean,
): number {
  let nearest = -1;
  let least = reach * reach;
  const look = (tokens: Uint32Array): void => {
    for (const token of tokens) {
      const at = token * points.coordinates;
      const dx = (points.inputs[at] ?? 0) - x1;
      const dy = (points.coordinates > 1 ? (points.inputs[at + 1] ?? 0) : 0) - x2;
      const distance = dx * dx + dy * dy;
      if (distance <= least) {
        least = distance;
        nearest = token;
      }
    }
  };
  if (showTest) look(points.test);
  look(points.train);
  return nearest;
}

export interface AxisTick {
  /** 0 … 1 along the axis, from its low end */
  readonly share: number;
  readonly value: number;
}

/** An axis in a unit of its own: printed value = mean + deviation · coordinate. */
export interface AxisUnit {
  readonly mean: number;
  readonly deviation: number;
}

/** Ticks at both ends and the middle, or whole units where the axis is in a unit of its own. */
export function axisTicks(extent: number, unit: AxisUnit | null): readonly AxisTick[] {
  if (unit === null) return [0, 0.5, 1].map((share) => ({ share, value: (2 * share - 1) * extent }));
  const low = unit.mean - extent * unit.deviation;
  const high = unit.mean + extent * unit.deviation;
  const step = [0.5, 1, 2, 5].find((each) => (high - low) / each <= 6) ?? 10;
  const ticks: AxisTick[] = [];
  // Nothing measured is below zero.
  for (let k = Math.max(0, Math.ceil(low / step)); k * step <= high; k++)
    ticks.push({ value: k * step, share: (k * step - low) / (high - low) });
  return ticks;
}
