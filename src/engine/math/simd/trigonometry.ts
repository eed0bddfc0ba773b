import {
  add,
  mul,
  nearest,
  pmax,
  pmin,
  shiftLeft,
  sub,
  toInteger,
  xor,
  type Vector,
} from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { polynomial, type Formula } from './formula';

const ONE_OVER_PI = 0.3183098861837907;
const HALF_PI = 1.5707963267948966;
/** π in three parts; products of the first two, of 8 and 10 bits, with a count of half turns are exact. */
const PI_HIGH = 3.140625;
const PI_MIDDLE = 0.0009670257568359375;
const PI_LOW = 6.27832957178498e-7;
/** sin(r) / r in r² for |r| ≤ π/2, to 4e-9 */
const SINE = [
  0.999999995732962, -0.16666657991977937, 0.008333051064073511, -0.00019809075308577486,
  2.6052249169548376e-6,
];

/** (−1)ⁿ sin(x − mπ); whoever calls has made sure that the remainder is small. */
function sineOfRemainder(f: FunctionCode): (x: Vector, m: Vector, n: Vector) => Vector {
  const [high, middle, low, quarter, minusQuarter] = f.constants([
    PI_HIGH,
    PI_MIDDLE,
    PI_LOW,
    HALF_PI,
    -HALF_PI,
  ]);
  const sine = f.constants(SINE);
  return (x, m, n) => {
    const remainder = sub(sub(sub(x, mul(m, high)), mul(m, middle)), mul(m, low));
    // Only excitations beyond 10⁵ leave the range, for want of bits.
    const r = f.let(pmin(pmax(remainder, minusQuarter), quarter));
    const value = mul(r, polynomial(f.let(mul(r, r)), sine));
    return xor(value, shiftLeft(toInteger(n), 31));
  };
}

export function sinFormula(f: FunctionCode): Formula {
  const oneOverPi = f.constant(ONE_OVER_PI);
  const sine = sineOfRemainder(f);
  return (x) => {
    const n = f.let(nearest(mul(x, oneOverPi)));
    return sine(x, n, n);
  };
}

/** cos x = sin(x + π/2) */
export function cosFormula(f: FunctionCode): Formula {
  const [oneOverPi, half] = f.constants([ONE_OVER_PI, 0.5]);
  const sine = sineOfRemainder(f);
  return (x) => {
    const n = f.let(nearest(add(mul(x, oneOverPi), half)));
    return sine(x, f.let(sub(n, half)), n);
  };
}
