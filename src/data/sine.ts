/**
 * Sine by + − × only, since Math.sin may differ between browsers in the last bit. Reduction to the nearest multiple of
 * π/2, then a Taylor polynomial: within 1e-15 for |x| ≤ 100, far below single precision for all that data hold.
 */

/** π/2 as the sum of three numbers; the first two end in zeros, so that their small multiples are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/** Beyond this the multiples of π/2 are no longer exact. */
const LARGEST = 1e6;

export function sine(x: number): number {
  return sineOfQuarter(x, 0);
}

export function cosine(x: number): number {
  return sineOfQuarter(x, 1);
}

/** sin(x + quarter · π/2) */
function sineOfQuarter(x: number, quarter: number): number {
  if (!(Math.abs(x) <= LARGEST)) return Math.sin(x + (quarter * Math.PI) / 2);
  const multiple = Math.round(x / (Math.PI / 2));
  const r = x - multiple * HALF_PI[0] - multiple * HALF_PI[1] - multiple * HALF_PI[2];
  const q = (((multiple + quarter) % 4) + 4) % 4;
  const value = q % 2 === 0 ? sinePolynomial(r) : cosinePolynomial(r);
  return q < 2 ? value : -value;
}

/** |r| ≤ π/4 */
function sinePolynomial(r: number): number {
  const z = r * r;
  let sum = 1;
  for (let k = 17; k >= 3; k -= 2) sum = 1 - (z / (k * (k - 1))) * sum;
  return r * sum;
}

/** |r| ≤ π/4 */
function cosinePolynomial(r: number): number {
  const z = r * r;
  let sum = 1;
  for (let k = 18; k >= 2; k -= 2) sum = 1 - (z / (k * (k - 1))) * sum;
  return sum;
}
