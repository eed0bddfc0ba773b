/** What a thumbnail shows of a data set. */
export interface ThumbnailPoints {
  readonly count: number;
  /** [token][coordinate], two coordinates */
  readonly inputs: Float64Array;
  /** number of classes; 0 for regression */
  readonly classes: number;
  /** classification: [token] */
  readonly labels: Uint8Array;
  /** regression: [token], −1 … 1 */
  readonly targets: Float64Array;
}

/** Tokens shown: enough to tell the shape, few enough for a square of 50 px. */
export const THUMBNAIL_SAMPLES = { classification: 120, regression: 600 } as const;

/** A square's coordinates for a point of the plane; those beyond the edge are kept on it. */
export function thumbnailPosition(
  x1: number,
  x2: number,
  extent: number,
  size: number,
): readonly [x: number, y: number] {
  const inset = size * 0.08;
  const scale = (value: number) =>
    inset + ((size - 2 * inset) * (Math.max(-extent, Math.min(extent, value)) + extent)) / (2 * extent);
  return [scale(x1), scale(-x2)];
}
