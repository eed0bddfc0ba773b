import type { NetworkSpec } from '../engine/network';
import type { LayerSpec } from '../engine/network';
import { isProbability, isSymmetric } from '../experiment/names';

/** How a layer's values become colours: probabilities about one half, bounded units −1 … 1, others by magnitude. */
export interface MapScale {
  /** value shown in the colour of zero */
  readonly center: number;
  /** distance from the center that full colour stands for */
  readonly magnitude: number;
}

/** A layer's own scale, or null when it is its largest magnitude. A residual layer adds up what comes in. */
export function fixedScale(layer: LayerSpec): MapScale | null {
  if (layer.residual) return null;
  if (isProbability(layer.activation)) return { center: 0.5, magnitude: 0.5 };
  return isSymmetric(layer.activation) ? { center: 0, magnitude: 1 } : null;
}

/**
 * Scales of all layers for the values of a grid.
 * @param values [unit][token], units in the layout's order
 */
export function mapScales(network: NetworkSpec, values: Float32Array, tokens: number): MapScale[] {
  let offset = 0;
  return network.layers.map((layer) => {
    const start = offset;
    offset += layer.units * tokens;
    return fixedScale(layer) ?? { center: 0, magnitude: largest(values, start, offset) };
  });
}

/** Largest magnitude, never 0. */
export function largest(values: ArrayLike<number>, from: number, to: number): number {
  let magnitude = 0;
  for (let i = from; i < to; i++) {
    const value = Math.abs(values[i] ?? 0);
    if (value > magnitude) magnitude = value;
  }
  return magnitude > 0 ? magnitude : 1;
}
