/**
 * exp, tanh and the sigmoid in double precision, to a few units in the last place, from + − × ÷ and powers of two
 * alone: Math.exp and Math.tanh differ between browsers, these do not.
 */

/** ln 2 = LN2_HIGH + LN2_LOW; LN2_HIGH has 32 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;

const SMALLEST_EXPONENT = -1074;
/** 2^k at index k + 1074, k = −1074 … 1023 */
const POWERS_OF_TWO = createPowersOfTwo();

function createPowersOfTwo(): Float64Array {
  const powers = new Float64Array(1024 - SMALLEST_EXPONENT);
  powers[-SMALLEST_EXPONENT] = 1;
  for (let k = -1; k >= SMALLEST_EXPONENT; k--)
    powers[k - SMALLEST_EXPONENT] = powers[k + 1 - SMALLEST_EXPONENT] / 2;
  for (let k = 1; k < 1024; k++) powers[k - SMALLEST_EXPONENT] = powers[k - 1 - SMALLEST_EXPONENT] * 2;
  return powers;
}

/** 2^k for k = −1074 … 1023. */
export function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[k - SMALLEST_EXPONENT];
}

/**
 * e^r − 1 for |r| ≤ ln 2 / 2, as 2r / (r·coth(r/2) − r). The coefficients of r·coth(r/2) are 2·B₂ₙ/(2n)!, with the
 * Bernoulli numbers B; they fall by (2π)² each.
 */
function expm1Reduced(r: number): number {
  const s = r * r;
  const high = 1 / 23950080 - (s * 691) / 653837184000;
  const coth = 2 + s * (1 / 6 - s * (1 / 360 - s * (1 / 15120 - s * (1 / 604800 - s * high))));
  return (2 * r) / (coth - r);
}

export function exp(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : NaN;
  if (x > 709.8) return Infinity;
  const k = Math.floor(x * LOG2_E + 0.5);
  const y = 1 + expm1Reduced(x - k * LN2_HIGH - k * LN2_LOW);
  if (k > 1023) return y * powerOfTwo(1023) * 2;
  return k < SMALLEST_EXPONENT ? 0 : y * powerOfTwo(k);
}

/** e^x − 1, which loses nothing near 0. */
export function expm1(x: number): number {
  if (!(x > -40)) return x <= -40 ? -1 : NaN;
  if (x > 40) return exp(x) - 1;
  const k = Math.floor(x * LOG2_E + 0.5);
  const power = powerOfTwo(k);
  return power * expm1Reduced(x - k * LN2_HIGH - k * LN2_LOW) + (power - 1);
}

/** tanh |x| = t / (t + 2) with t = e^(2|x|) − 1, which loses nothing near 0. */
export function tanh(x: number): number {
  const a = x < 0 ? -x : x;
  if (!(a < 20)) return a >= 20 ? (x < 0 ? -1 : 1) : NaN;
  const t = expm1(2 * a);
  const y = t / (t + 2);
  return x < 0 ? -y : y;
}

/** 1 / (1 + e^−x), accurate in both tails. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const t = exp(x);
  return t / (1 + t);
}

/**
 * tanh for single precision: a rational function in x², fitted to the least largest relative error on |x| ≤ 9, which
 * is 1.3e-9. Beyond, single precision has no number between tanh and ±1.
 */
export function tanhSingle(x: number): number {
  const c = x > 9 ? 9 : x < -9 ? -9 : x;
  const s = c * c;
  const upper = 2.803078365547155e-5 + s * (3.064122234670355e-8 - s * 1.2245255659211988e-11);
  const numerator = 0.9999999987356869 + s * (0.13680836291917184 + s * (0.0038694824894596014 + s * upper));
  const lower = 0.027250063917715214 + s * (0.00039406679305089355 + s * 1.288997705309586e-6);
  return (c * numerator) / (1 + s * (0.4701416838742871 + s * lower));
}

/** The sigmoid for single precision: ½ + ½ tanh(x/2). */
export function sigmoidSingle(x: number): number {
  return 0.5 + 0.5 * tanhSingle(0.5 * x);
}

/** base^n for a whole n ≥ 0, by squaring; deterministic where Math.pow is not. */
export function power(base: number, n: number): number {
  let result = 1;
  let square = base;
  let rest = n;
  for (; rest >= 2 ** 31; square *= square) {
    const half = Math.floor(rest / 2);
    if (rest - 2 * half === 1) result *= square;
    rest = half;
  }
  // What is left fits the processor's whole numbers, which halve much faster.
  for (let bits = rest | 0; bits > 0; bits >>= 1) {
    if (bits & 1) result *= square;
    square *= square;
  }
  return result;
}
