import { powerOfTwo } from './exponential';

/** Logarithms in double precision from + − × ÷ and the exponent's bits; see `exponential.ts` for why. */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF = 0.7071067811865476;
const bits = new DataView(new ArrayBuffer(8));

/** 2·artanh(s) = 2s(1 + s²/3 + s⁴/5 + …) for |s| ≤ 0.172, which is ln of m = (1 + s)/(1 − s). */
function twiceArtanh(s: number): number {
  const t = s * s;
  const tail = 1 / 15 + t * (1 / 17 + t * (1 / 19 + t * (1 / 21)));
  const series =
    t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t * tail))))));
  return 2 * s + 2 * s * series;
}

export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const scaled = x < 1e-300 ? x * powerOfTwo(64) : x;
  bits.setFloat64(0, scaled);
  let k = (bits.getInt32(0) >>> 20) - 1022;
  let m = scaled / powerOfTwo(k - 1) / 2;
  if (m < SQRT_HALF) {
    m *= 2;
    k -= 1;
  }
  if (scaled !== x) k -= 64;
  return k * LN2_HIGH + (twiceArtanh((m - 1) / (m + 1)) + k * LN2_LOW);
}

/** ln(1 + u) for u ≥ 0, accurate where u is far below 1. */
export function log1p(u: number): number {
  if (u < 0.4142135623730951) return twiceArtanh(u / (2 + u));
  if (u <= 1) return LN2_HIGH + (twiceArtanh((u - 1) / (u + 3)) + LN2_LOW);
  return log(1 + u);
}
