import { symmetricEigen } from './eigen';
import { valueAt, type LayerValues } from './layerValues';

/** The directions in which a layer's values differ most. */
export interface PrincipalComponents {
  /** [unit] */
  readonly mean: Float64Array;
  /** [component][unit], orthonormal */
  readonly directions: readonly Float64Array[];
  /** share of the whole variance along each direction, 0 … 1; 0 where nothing differs */
  readonly shares: readonly number[];
}

/** Mean of every unit over some points. */
export function unitMeans(layer: LayerValues, points: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(layer.units);
  if (points.length === 0) return mean;
  for (let k = 0; k < layer.units; k++) {
    let sum = 0;
    for (let i = 0; i < points.length; i++) sum += valueAt(layer, k, points[i] ?? 0);
    mean[k] = sum / points.length;
  }
  return mean;
}

/** Covariance [unit][unit] over some points, divided by their number. */
export function covariance(layer: LayerValues, points: ArrayLike<number>, mean: Float64Array): Float64Array {
  const { units } = layer;
  const count = points.length;
  const centered = new Float64Array(units * count);
  for (let k = 0; k < units; k++)
    for (let i = 0; i < count; i++)
      centered[k * count + i] = valueAt(layer, k, points[i] ?? 0) - (mean[k] ?? 0);
  const matrix = new Float64Array(units * units);
  for (let k = 0; k < units; k++)
    for (let j = 0; j <= k; j++) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (centered[k * count + i] ?? 0) * (centered[j * count + i] ?? 0);
      matrix[k * units + j] = matrix[j * units + k] = sum / Math.max(1, count);
    }
  return matrix;
}

/**
 * The two leading principal components over some points. A direction and its opposite are equally right: each is turned
 * toward the one before, or toward its own largest entry, so that no picture is mirrored from frame to frame.
 */
export function principalComponents(
  layer: LayerValues,
  points: ArrayLike<number>,
  before: readonly Float64Array[] | null,
): PrincipalComponents {
  const { units } = layer;
  const mean = unitMeans(layer, points);
  const { values, vectors } = symmetricEigen(covariance(layer, points, mean), units);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const directions = [0, 1].map((d) =>
    turnedToward(vectors.slice(d * units, (d + 1) * units), before?.[d] ?? null),
  );
  const shares = [0, 1].map((d) => (total > 0 ? Math.max(0, values[d] ?? 0) / total : 0));
  return { mean, directions, shares };
}

function turnedToward(direction: Float64Array, before: Float64Array | null): Float64Array {
  let largest = 0;
  for (const entry of direction) if (Math.abs(entry) > Math.abs(largest) + 1e-9) largest = entry;
  const along =
    before === null || before.length !== direction.length
      ? largest
      : direction.reduce((sum, entry, k) => sum + entry * (before[k] ?? 0), 0);
  return along < 0 ? direction.map((entry) => -entry) : direction;
}
