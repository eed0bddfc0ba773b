/** Multiply-adds, counted from the units per layer: [features, hidden …, outputs]. */
export interface LayerCost {
  /** W x: one for each weight */
  readonly forward: number;
  /** ∇W = δ xᵀ: one for each weight */
  readonly weightGradient: number;
  /** Wᵀδ, the error for the layer before: one for each weight, none in layer 1, whose inputs need no error */
  readonly error: number;
}

export interface Cost {
  readonly layers: readonly LayerCost[];
  readonly forward: number;
  readonly backward: number;
  /** forward and backward of one token */
  readonly token: number;
}

export function costOf(sizes: readonly number[]): Cost {
  const layers = sizes.slice(1).map((units, l) => {
    const weights = units * (sizes[l] ?? 0);
    return { forward: weights, weightGradient: weights, error: l === 0 ? 0 : weights };
  });
  const forward = layers.reduce((sum, layer) => sum + layer.forward, 0);
  const backward = layers.reduce((sum, layer) => sum + layer.weightGradient + layer.error, 0);
  return { layers, forward, backward, token: forward + backward };
}

/** The same network with another hidden layer, as wide as the last. */
export function withOneMoreLayer(sizes: readonly number[]): readonly number[] {
  const outputs = sizes[sizes.length - 1] ?? 1;
  return [...sizes.slice(0, -1), sizes[sizes.length - 2] ?? 1, outputs];
}

export function withTwiceTheUnits(sizes: readonly number[]): readonly number[] {
  return sizes.map((units, l) => (l === 0 || l === sizes.length - 1 ? units : 2 * units));
}
