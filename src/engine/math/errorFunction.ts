import { exp } from './exponential';

/** 2/√π */
const TWO_OVER_SQRT_PI = 1.1283791670955126;
/** Beyond, erf is ±1 in double precision. */
const LIMIT = 6;
/** Taylor expansions stand at 0, ¼, ½ … 6, each used up to ⅛ away. */
const PER_UNIT = 4;
const DEGREE = 15;
const ROW = DEGREE + 1;
/** [expansion][power of the distance from its center] */
const TAYLOR = createTaylor();

/** erf x = 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·5 … (2n+1)): every term is positive, none cancels. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_SQRT_PI * exp(-x * x) * sum;
}

/** The derivative g = 2/√π·e^(−x²) obeys g′(c + t) = −2(c + t)·g, so its coefficients follow from one another. */
function createTaylor(): Float64Array {
  const table = new Float64Array((LIMIT * PER_UNIT + 1) * ROW);
  for (let i = 0; i <= LIMIT * PER_UNIT; i++) {
    const center = i / PER_UNIT;
    let g = TWO_OVER_SQRT_PI * exp(-center * center);
    let before = 0;
    table[i * ROW] = erfSeries(center);
    for (let n = 0; n < DEGREE; n++) {
      table[i * ROW + n + 1] = g / (n + 1);
      const next = (-2 * (center * g + before)) / (n + 1);
      before = g;
      g = next;
    }
  }
  return table;
}

export function erf(x: number): number {
  const a = x < 0 ? -x : x;
  if (!(a < LIMIT)) return a >= LIMIT ? (x < 0 ? -1 : 1) : NaN;
  const i = Math.floor(a * PER_UNIT + 0.5);
  const t = a - i / PER_UNIT;
  const row = i * ROW;
  let y = TAYLOR[row + DEGREE];
  for (let n = DEGREE - 1; n >= 0; n--) y = y * t + TAYLOR[row + n];
  return x < 0 ? -y : y;
}
