/** sin and cos in double precision from + − × ÷ and ⌊ ⌋; see `exponential.ts` for why. */

/** π/2 in three parts of 30, 30 and 53 bits: products of the first two with a quarter turn's count are exact. */
const HALF_PI_HIGH = 1.570796325802803;
const HALF_PI_MIDDLE = 9.920935791635221e-10;
const HALF_PI_LOW = 5.170182981794105e-19;
const TWO_OVER_PI = 0.6366197723675814;
const TWO_PI = 6.283185307179586;
/** Beyond, the remainder by 2π in one piece is taken first, which shifts x by less than one part in 10¹⁶. */
const LARGEST_EXACT = 1e6;

function sinSeries(r: number): number {
  const s = r * r;
  const tail = 1 / 39916800 - s * (1 / 6227020800 - s * (1 / 1307674368000 - s / 355687428096000));
  return r - r * s * (1 / 6 - s * (1 / 120 - s * (1 / 5040 - s * (1 / 362880 - s * tail))));
}

function cosSeries(r: number): number {
  const s = r * r;
  const tail = 1 / 3628800 - s * (1 / 479001600 - s * (1 / 87178291200 - s / 20922789888000));
  return 1 - s * (0.5 - s * (1 / 24 - s * (1 / 720 - s * (1 / 40320 - s * tail))));
}

/** sin(x + turn·π/2) */
function sinTurned(x: number, turn: number): number {
  const y = x < -LARGEST_EXACT || x > LARGEST_EXACT ? x % TWO_PI : x;
  const k = Math.floor(y * TWO_OVER_PI + 0.5);
  const r = y - k * HALF_PI_HIGH - k * HALF_PI_MIDDLE - k * HALF_PI_LOW;
  const quadrant = (k + turn) & 3;
  const value = quadrant & 1 ? cosSeries(r) : sinSeries(r);
  return quadrant & 2 ? -value : value;
}

export function sin(x: number): number {
  return sinTurned(x, 0);
}

export function cos(x: number): number {
  return sinTurned(x, 1);
}
