import type { PiecewiseLayer, PiecewiseNetwork } from './piecewise';

/**
 * Affine maps of the plane, one row a unit: [by x1, by x2, constant], so a row's value at (x1, x2) is their sum of
 * products with (x1, x2, 1). All in double precision.
 */
export type AffineRows = Float64Array;

/** What double precision may leave of a sum that cancels, relative to the sum of magnitudes. */
const ROUNDING = 1e-12;

/** A layer's excitations e = W h + b where its input h is affine. */
export interface Excitations {
  readonly rows: AffineRows;
  /** [unit][3] sums of the magnitudes that each number of `rows` was added up from */
  readonly scales: Float64Array;
}

/** The network's inputs as functions of the plane. */
export function inputRows({ inputs }: PiecewiseNetwork): AffineRows {
  const rows = new Float64Array(3 * inputs.length);
  inputs.forEach((coordinate, i) => (rows[3 * i + coordinate] = 1));
  return rows;
}

/** What rounding alone has left is 0: units that cancel exactly must not seem to have a line somewhere. */
export function excitationRows(
  layer: PiecewiseLayer,
  parameters: ArrayLike<number>,
  input: AffineRows,
): Excitations {
  const { inputs, units, offset } = layer;
  const rows = new Float64Array(3 * units);
  const scales = new Float64Array(3 * units);
  for (let k = 0; k < units; k++) {
    const bias = parameters[offset + units * inputs + k] ?? 0;
    for (let c = 0; c < 3; c++) {
      let sum = c === 2 ? bias : 0;
      let scale = Math.abs(sum);
      for (let j = 0; j < inputs; j++) {
        const part = (parameters[offset + k * inputs + j] ?? 0) * (input[3 * j + c] ?? 0);
        sum += part;
        scale += Math.abs(part);
      }
      rows[3 * k + c] = Math.abs(sum) <= ROUNDING * scale ? 0 : sum;
      scales[3 * k + c] = scale;
    }
  }
  return { rows, scales };
}

/** The layer's h where its units are on or off as `pattern` has them, [hidden unit of all layers] 1 or 0. */
export function responseRows(
  layer: PiecewiseLayer,
  excitations: AffineRows,
  input: AffineRows,
  pattern: Uint8Array,
): AffineRows {
  const rows = new Float64Array(3 * layer.units);
  for (let k = 0; k < layer.units; k++) {
    const { slope, constant } = pattern[layer.firstUnit + k] === 1 ? layer.pieces.on : layer.pieces.off;
    for (let c = 0; c < 3; c++) {
      const response = slope * (excitations[3 * k + c] ?? 0) + (c === 2 ? constant : 0);
      rows[3 * k + c] = response + (layer.residual ? (input[3 * k + c] ?? 0) : 0);
    }
  }
  return rows;
}

export interface PlaceInNetwork {
  /** [hidden unit of all layers] 1 where the unit is on, e > 0 */
  readonly pattern: Uint8Array;
  /** the outputs' excitations on the place's region */
  readonly output: AffineRows;
}

/** The activation pattern at a place of the plane and the affine map that holds as far as the pattern does. */
export function regionAt(
  network: PiecewiseNetwork,
  parameters: ArrayLike<number>,
  x1: number,
  x2: number,
): PlaceInNetwork {
  const pattern = new Uint8Array(network.hiddenUnits);
  let input = inputRows(network);
  let output: AffineRows = input;
  for (const [l, layer] of network.layers.entries()) {
    output = excitationRows(layer, parameters, input).rows;
    if (l === network.layers.length - 1) break;
    for (let k = 0; k < layer.units; k++) pattern[layer.firstUnit + k] = rowAt(output, k, x1, x2) > 0 ? 1 : 0;
    input = responseRows(layer, output, input, pattern);
  }
  return { pattern, output };
}

export function rowAt(rows: AffineRows, row: number, x1: number, x2: number): number {
  return (rows[3 * row] ?? 0) * x1 + (rows[3 * row + 1] ?? 0) * x2 + (rows[3 * row + 2] ?? 0);
}
