import { valueAt, type LayerValues } from './layerValues';
import { principalComponents, unitMeans } from './principal';

/** How a layer of more than three units is brought onto the plane. */
export type WideView = { readonly kind: 'principal' } | { readonly kind: 'pair'; readonly units: Pair };
export type Pair = readonly [across: number, up: number];

/**
 * A flat piece of a layer's space: its points are base + Σ q_d direction_d. What is projected onto it is seen along
 * right angles, q_d = direction_d · (h − base).
 */
export interface Projection {
  readonly kind: 'line' | 'plane' | 'space' | 'principal' | 'pair';
  /** [unit] */
  readonly base: Float64Array;
  /** [d][unit], orthonormal; one to three */
  readonly directions: readonly Float64Array[];
  /** principal components: share of the variance along each direction */
  readonly shares: readonly number[];
}

/**
 * @param points whose mean and variance count: those that train
 * @param before the projection of the frame before, which principal components are turned toward
 */
export function projectionOf(
  layer: LayerValues,
  points: ArrayLike<number>,
  view: WideView,
  before: Projection | null,
): Projection {
  const { units } = layer;
  if (units <= 3) {
    const kind = (['line', 'line', 'plane', 'space'] as const)[units] ?? 'space';
    const directions = Array.from({ length: units }, (_, k) => unitDirection(units, k));
    return { kind, base: new Float64Array(units), directions, shares: [] };
  }
  if (view.kind === 'principal') {
    const known = before?.kind === 'principal' ? before.directions : null;
    const { mean, directions, shares } = principalComponents(layer, points, known);
    return { kind: 'principal', base: mean, directions, shares };
  }
  // The plane through the other units' means.
  const base = unitMeans(layer, points);
  for (const unit of view.units) base[unit] = 0;
  return { kind: 'pair', base, directions: view.units.map((k) => unitDirection(units, k)), shares: [] };
}

function unitDirection(units: number, unit: number): Float64Array {
  const direction = new Float64Array(units);
  direction[unit] = 1;
  return direction;
}

/** Projected points, [d][point], three coordinates whatever the projection has; those it lacks are 0. */
export function projectPoints(layer: LayerValues, { base, directions }: Projection): Float64Array {
  const { count, units } = layer;
  const projected = new Float64Array(3 * count);
  directions.forEach((direction, d) => {
    for (let k = 0; k < units; k++) {
      const along = direction[k] ?? 0;
      if (along === 0) continue;
      const middle = base[k] ?? 0;
      for (let i = 0; i < count; i++)
        projected[d * count + i] = (projected[d * count + i] ?? 0) + along * (valueAt(layer, k, i) - middle);
    }
  });
  return projected;
}
