/** Points as a generator leaves them: two coordinates and a target each, no split yet. */
export interface Points {
  readonly count: number;
  /** [token][coordinate], count × 2 */
  readonly inputs: Float64Array;
  /** [token] classification: class index; regression: the value */
  readonly targets: Float64Array;
}

/** The same points in the order of `tokens`. */
export function reorderPoints(points: Points, tokens: readonly number[]): Points {
  const inputs = new Float64Array(tokens.length * 2);
  const targets = new Float64Array(tokens.length);
  tokens.forEach((token, i) => {
    inputs[2 * i] = points.inputs[2 * token] ?? 0;
    inputs[2 * i + 1] = points.inputs[2 * token + 1] ?? 0;
    targets[i] = points.targets[token] ?? 0;
  });
  return { count: tokens.length, inputs, targets };
}
