/** Points as a generator leaves them, no split yet. */
export interface Points {
  readonly count: number;
  readonly coordinates: number;
  /** numbers a target has; 1 for a class */
  readonly outputs: number;
  /** [token][coordinate] */
  readonly inputs: Float64Array;
  /** [token][output] classification: class index; regression: the values */
  readonly targets: Float64Array;
}

/** The same points in the order of `tokens`. */
export function reorderPoints(points: Points, tokens: readonly number[]): Points {
  const { coordinates, outputs } = points;
  return {
    count: tokens.length,
    coordinates,
    outputs,
    inputs: reorderRows(points.inputs, coordinates, tokens),
    targets: reorderRows(points.targets, outputs, tokens),
  };
}

function reorderRows(rows: Float64Array, width: number, order: readonly number[]): Float64Array {
  const reordered = new Float64Array(order.length * width);
  order.forEach((row, i) => reordered.set(rows.subarray(row * width, (row + 1) * width), i * width));
  return reordered;
}
