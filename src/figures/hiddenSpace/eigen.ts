/** Eigenvalues and eigenvectors of a symmetric matrix, the largest value first. */
export interface Eigen {
  /** [component], falling */
  readonly values: Float64Array;
  /** [component][row], orthonormal */
  readonly vectors: Float64Array;
}

/** Off-diagonal entries below this share of the matrix' norm are done with. */
const TOLERANCE = 1e-15;
/** Sweeps converge quadratically; eight are enough for any matrix of the page's sizes. */
const MOST_SWEEPS = 30;

/**
 * Cyclic Jacobi rotations in double precision (G. Golub and C. Van Loan, Matrix Computations, §8.5): slow for large
 * matrices, short and accurate for small ones.
 * @param matrix [row][column], size × size, symmetric; kept as it is
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  const enough = TOLERANCE * norm(a);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(a[p * size + q] ?? 0) <= enough) continue;
        turn(a, v, size, p, q);
        turned = true;
      }
    if (!turned) break;
  }
  return sorted(a, v, size);
}

function norm(a: Float64Array): number {
  let sum = 0;
  for (const value of a) sum += value * value;
  return Math.sqrt(sum);
}

/** Turns the axes p and q so that their entry vanishes; the rows of v turn along. */
function turn(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const at = (i: number, j: number) => a[i * size + j] ?? 0;
  const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [at(k, p), at(k, q)];
    a[k * size + p] = c * kp - s * kq;
    a[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k++) {
    const [pk, qk] = [at(p, k), at(q, k)];
    a[p * size + k] = c * pk - s * qk;
    a[q * size + k] = s * pk + c * qk;
    const [vp, vq] = [v[p * size + k] ?? 0, v[q * size + k] ?? 0];
    v[p * size + k] = c * vp - s * vq;
    v[q * size + k] = s * vp + c * vq;
  }
}

function sorted(a: Float64Array, v: Float64Array, size: number): Eigen {
  const value = (i: number) => a[i * size + i] ?? 0;
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => value(j) - value(i));
  const vectors = new Float64Array(size * size);
  order.forEach((i, k) => vectors.set(v.subarray(i * size, (i + 1) * size), k * size));
  return { values: Float64Array.from(order, value), vectors };
}
