/** Linear least squares in double precision: small dense problems, as fitting a curve's weights. */

/** values[row][column]; a row is a token, a column a feature */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A column that adds less than this share of its length to those before it depends on them. */
const DEPENDENT = 1e-13;

/**
 * The w that minimizes ‖Aw − y‖², by Householder's QR (Golub and Van Loan, Matrix Computations, 5.3.2). The normal
 * equations are never formed: they would square the condition number.
 *
 * @returns [column], or null where the columns are linearly dependent or there are fewer rows than columns
 */
export function leastSquares(matrix: Matrix, targets: ArrayLike<number>): Float64Array | null {
  const { rows, columns } = matrix;
  if (rows < columns) return null;
  const r = matrix.values.slice();
  const y = Float64Array.from(targets);
  for (let k = 0; k < columns; k++) {
    const length = columnNorm(r, rows, columns, k, 0);
    if (!reflect(r, y, rows, columns, k, length)) return null;
  }
  return backSubstitute(r, y, columns);
}

/**
 * The w that minimizes (1/2n)‖Aw − y‖² + ½ Σₖ rateₖ wₖ²: the page's own loss with its L2 penalty, n rows. Solved as
 * least squares of A with a row √(n·rateₖ) under each column, so that QR serves here too.
 */
export function ridge(
  matrix: Matrix,
  targets: ArrayLike<number>,
  rates: ArrayLike<number>,
): Float64Array | null {
  const extended = withPenaltyRows(matrix, rates);
  const y = new Float64Array(extended.rows);
  y.set(Array.from(targets));
  return leastSquares(extended, y);
}

/** A over the penalty's rows; the second derivative of the loss by w is BᵀB/n for this B. */
export function withPenaltyRows(matrix: Matrix, rates: ArrayLike<number>): Matrix {
  const { rows, columns, values } = matrix;
  const penalized = Array.from(rates).flatMap((rate, column) => (rate > 0 ? [{ rate, column }] : []));
  const extended = new Float64Array((rows + penalized.length) * columns);
  extended.set(values);
  penalized.forEach(({ rate, column }, i) => {
    extended[(rows + i) * columns + column] = Math.sqrt(rows * rate);
  });
  return { rows: rows + penalized.length, columns, values: extended };
}

/** Norm of column k from row `from` on. */
function columnNorm(r: Float64Array, rows: number, columns: number, k: number, from: number): number {
  let sum = 0;
  for (let i = from; i < rows; i++) sum += (r[i * columns + k] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** Makes column k zero under the diagonal; false where nothing but rounding is left of it. */
function reflect(
  r: Float64Array,
  y: Float64Array,
  rows: number,
  columns: number,
  k: number,
  length: number,
): boolean {
  const norm = columnNorm(r, rows, columns, k, k);
  if (!(norm > DEPENDENT * length)) return false;
  const pivot = r[k * columns + k] ?? 0;
  const diagonal = pivot > 0 ? -norm : norm;
  const v = Float64Array.from({ length: rows - k }, (_, i) => r[(k + i) * columns + k] ?? 0);
  v[0] = pivot - diagonal;
  const scale = 1 / (norm * (norm + Math.abs(pivot)));
  for (let j = k; j < columns; j++) {
    let dot = 0;
    for (let i = k; i < rows; i++) dot += (v[i - k] ?? 0) * (r[i * columns + j] ?? 0);
    for (let i = k; i < rows; i++) {
      const at = i * columns + j;
      r[at] = (r[at] ?? 0) - scale * dot * (v[i - k] ?? 0);
    }
  }
  let dot = 0;
  for (let i = k; i < rows; i++) dot += (v[i - k] ?? 0) * (y[i] ?? 0);
  for (let i = k; i < rows; i++) y[i] = (y[i] ?? 0) - scale * dot * (v[i - k] ?? 0);
  return true;
}

function backSubstitute(r: Float64Array, y: Float64Array, columns: number): Float64Array {
  const w = new Float64Array(columns);
  for (let k = columns - 1; k >= 0; k--) {
    let rest = y[k] ?? 0;
    for (let j = k + 1; j < columns; j++) rest -= (r[k * columns + j] ?? 0) * (w[j] ?? 0);
    w[k] = rest / (r[k * columns + k] ?? 1);
  }
  return w;
}

const MOST_SWEEPS = 60;
/** Columns are orthogonal when the cosine between them is below this. */
const ORTHOGONAL = 1e-15;

/**
 * Singular values, largest first, by one-sided Jacobi rotations of the columns, which gives the small ones too to full
 * relative accuracy (Golub and Van Loan, 8.6.3).
 */
export function singularValues({ rows, columns, values }: Matrix): Float64Array {
  const a = values.slice();
  for (let sweep = 0, turned = true; sweep < MOST_SWEEPS && turned; sweep++) {
    turned = false;
    for (let p = 0; p < columns; p++)
      for (let q = p + 1; q < columns; q++) if (rotate(a, rows, columns, p, q)) turned = true;
  }
  const lengths = Float64Array.from({ length: columns }, (_, k) => columnNorm(a, rows, columns, k, 0));
  return lengths.sort().reverse();
}

/** Turns columns p and q to be orthogonal; false where they are. */
function rotate(a: Float64Array, rows: number, columns: number, p: number, q: number): boolean {
  let alpha = 0;
  let beta = 0;
  let gamma = 0;
  for (let i = 0; i < rows; i++) {
    const x = a[i * columns + p] ?? 0;
    const y = a[i * columns + q] ?? 0;
    alpha += x * x;
    beta += y * y;
    gamma += x * y;
  }
  if (Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha * beta)) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cos = 1 / Math.sqrt(1 + t * t);
  const sin = cos * t;
  for (let i = 0; i < rows; i++) {
    const x = a[i * columns + p] ?? 0;
    const y = a[i * columns + q] ?? 0;
    a[i * columns + p] = cos * x - sin * y;
    a[i * columns + q] = sin * x + cos * y;
  }
  return true;
}
