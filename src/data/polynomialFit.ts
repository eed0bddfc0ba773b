import type { Precision } from '../experiment/names';
import { powersUpTo } from '../experiment/polynomial';
import type { Dataset } from './dataset';
import { featureInputs } from './features';
import { leastSquares, ridge, type Matrix } from './leastSquares';

/** Polynomials through the training points of a curve, as Bishop's section 1.1 fits them. */

/** Training points of a curve, [token], and what the network's features are rounded to. */
export interface CurvePoints extends Graph {
  readonly precision: Precision;
}

/** Points of a plane, [point]. */
export interface Graph {
  /** −1 … 1 */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function trainPoints(
  { train, inputs, targets }: Dataset,
  precision: Precision = 'single',
): CurvePoints {
  return {
    precision,
    x: Float64Array.from(train, (token) => inputs[token] ?? 0),
    y: Float64Array.from(train, (token) => targets[token] ?? 0),
  };
}

/** [token][power], powers 0 … order of x, rounded as the network is fed them. */
export function powerMatrix(x: Float64Array, order: number, precision: Precision): Matrix {
  const rows = x.length;
  const columns = order + 1;
  const powers = featureInputs(powersUpTo(order), x, 1, precision);
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    values[i * columns] = 1;
    for (let k = 1; k <= order; k++) values[i * columns + k] = powers[(k - 1) * rows + i] ?? 0;
  }
  return { rows, columns, values };
}

/**
 * Coefficients w₀ … w_M of the powers of x that minimize the page's loss (1/2n)Σ(ŷ − y)² + ½·rate·Σₖ₌₁ wₖ²; null where
 * the points do not determine them.
 */
export function fitInX(points: CurvePoints, order: number, rate: number): Float64Array | null {
  const { x, y, precision } = points;
  const matrix = powerMatrix(x, order, precision);
  if (rate === 0) return leastSquares(matrix, y);
  const rates = new Float64Array(order + 1).fill(rate);
  rates[0] = 0;
  return ridge(matrix, y, rates);
}

/**
 * Coefficients of the powers of t = (x + 1)/2 that minimize Bishop's ½Σ(ŷ − y)² + ½·λ·Σₖ₌₀ wₖ² (Pattern Recognition and
 * Machine Learning, 1.4, w₀ penalized as the others).
 */
export function fitInT(points: CurvePoints, order: number, lambda: number): Float64Array | null {
  const { x, y } = points;
  if (lambda === 0) {
    const inX = fitInX(points, order, 0);
    return inX === null ? null : translateToT(inX);
  }
  const columns = order + 1;
  const values = new Float64Array(x.length * columns);
  x.forEach((each, i) => {
    let power = 1;
    for (let k = 0; k <= order; k++, power *= (each + 1) / 2) values[i * columns + k] = power;
  });
  const rates = new Float64Array(columns).fill(lambda / x.length);
  return ridge({ rows: x.length, columns, values }, y, rates);
}

/** The same polynomial in powers of t = (x + 1)/2: Horner's rule in 2t − 1, whose coefficients are whole numbers. */
export function translateToT(inX: ArrayLike<number>): Float64Array {
  const result = new Float64Array(inX.length);
  for (let k = inX.length - 1; k >= 0; k--) {
    for (let j = result.length - 1; j >= 0; j--)
      result[j] = 2 * (j > 0 ? (result[j - 1] ?? 0) : 0) - (result[j] ?? 0);
    result[0] = (result[0] ?? 0) + (inX[k] ?? 0);
  }
  return result;
}

/** Σ wₖ xᵏ */
export function polynomialValue(w: ArrayLike<number>, x: number): number {
  let sum = 0;
  for (let k = w.length - 1; k >= 0; k--) sum = sum * x + (w[k] ?? 0);
  return sum;
}

/** Root of the mean squared difference between a polynomial and values at given places. */
export function rootMeanSquare(w: ArrayLike<number>, { x, y }: Graph): number {
  let sum = 0;
  x.forEach((each, i) => (sum += (polynomialValue(w, each) - (y[i] ?? 0)) ** 2));
  return Math.sqrt(sum / x.length);
}
