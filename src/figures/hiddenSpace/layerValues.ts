/** What a layer gives at some points: its units' activations, or the features where the layer is the input. */
export interface LayerValues {
  readonly units: number;
  readonly count: number;
  /** [unit][point], from `first` on */
  readonly values: ArrayLike<number>;
  readonly first: number;
}

/**
 * A layer of what the engine brings for all units.
 * @param sizes units per layer, [features, hidden …, outputs]
 * @param layer 1 for the first hidden layer, the last is the output
 */
export function layerValues(
  sizes: readonly number[],
  layer: number,
  probe: { readonly count: number; readonly values: Float32Array },
): LayerValues {
  let before = 0;
  for (let l = 1; l < layer; l++) before += sizes[l] ?? 0;
  return {
    units: sizes[layer] ?? 0,
    count: probe.count,
    values: probe.values,
    first: before * probe.count,
  };
}

export function valueAt({ values, first, count }: LayerValues, unit: number, point: number): number {
  return values[first + unit * count + point] ?? 0;
}
