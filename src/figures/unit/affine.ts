import type { HiddenLayer } from '../../experiment/experiment';

/** Linear hidden layers: with the weights that follow them they are one affine map. */

/** Hidden layers `first` … `last`, counted from 0, all linear; the map leads to the excitation of layer last + 1. */
export interface LinearRun {
  readonly first: number;
  readonly last: number;
}

/** The linear layers that a layer belongs to or is fed by; null where there are none. */
export function linearRun(hidden: readonly HiddenLayer[], layer: number): LinearRun | null {
  const isLinear = (l: number) => hidden[l]?.activation === 'linear';
  const within = isLinear(layer) ? layer : layer - 1;
  if (!isLinear(within)) return null;
  let first = within;
  while (isLinear(first - 1)) first--;
  let last = within;
  while (isLinear(last + 1)) last++;
  return { first, last };
}

/** e = A z + c */
export interface AffineMap {
  readonly rows: number;
  readonly columns: number;
  /** A[row][column] */
  readonly matrix: Float64Array;
  /** c[row] */
  readonly constant: Float64Array;
}

/**
 * From the inputs of layer `first` to the excitations of layer last + 1: the product of the layers' matrices, a residual
 * layer's with the identity added. In double precision.
 * @param parameters flat, layer by layer weights[receiving][sending], then bias
 * @param sizes units per layer, [features, hidden …, outputs]
 * @param residual [layer] whether a layer's input is added to its activation
 */
export function affineMap(
  parameters: ArrayLike<number>,
  sizes: readonly number[],
  residual: readonly boolean[],
  { first, last }: LinearRun,
): AffineMap {
  const columns = sizes[first] ?? 0;
  let map = identity(columns);
  let offset = 0;
  for (let l = 0; l <= last + 1; l++) {
    const inputs = sizes[l] ?? 0;
    const units = sizes[l + 1] ?? 0;
    if (l >= first) map = applied(map, parameters, offset, units, l <= last && residual[l] === true);
    offset += (inputs + 1) * units;
  }
  return map;
}

function identity(size: number): AffineMap {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return { rows: size, columns: size, matrix, constant: new Float64Array(size) };
}

/** One layer after a map: W A, W c + b, and with `residual` A and c once more. */
function applied(
  { rows: inputs, columns, matrix, constant }: AffineMap,
  parameters: ArrayLike<number>,
  offset: number,
  units: number,
  residual: boolean,
): AffineMap {
  const product = new Float64Array(units * columns);
  const shifted = new Float64Array(units);
  const bias = offset + inputs * units;
  for (let k = 0; k < units; k++) {
    const weight = (j: number) => (parameters[offset + k * inputs + j] ?? 0) + (residual && j === k ? 1 : 0);
    let sum = parameters[bias + k] ?? 0;
    for (let j = 0; j < inputs; j++) {
      const w = weight(j);
      sum += w * (constant[j] ?? 0);
      for (let i = 0; i < columns; i++)
        product[k * columns + i] = (product[k * columns + i] ?? 0) + w * (matrix[j * columns + i] ?? 0);
    }
    shifted[k] = sum;
  }
  return { rows: units, columns, matrix: product, constant: shifted };
}
