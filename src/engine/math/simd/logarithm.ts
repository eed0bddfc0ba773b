import {
  add,
  andNot,
  div,
  fromInteger,
  integerAdd,
  integerSub,
  mul,
  shiftRight,
  sub,
  type Vector,
} from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { polynomial, type Formula } from './formula';

const LN2 = 0.6931471805599453;
/** 2·artanh(s) / s in s² for |s| ≤ ⅓, to 8e-9 */
const ARTANH = [
  2.0000000080784406, 0.6666631014764589, 0.40025114261973743, 0.27957666195352326, 0.28191546991950384,
];
/** single precision's bits of √½ and of 1, and those of the fraction */
const ROOT_HALF_BITS = 0x3f3504f3;
const ONE_BITS = 0x3f800000;
const FRACTION_BITS = 0x007fffff;

/** 2·artanh s, which is ln((1 + s) / (1 − s)) */
function twiceArtanh(f: FunctionCode): Formula {
  const coefficients = f.constants(ARTANH);
  return (x) => {
    const s = f.let(x);
    return mul(s, polynomial(f.let(mul(s, s)), coefficients));
  };
}

/** ln(1 + u) for 0 ≤ u ≤ 1, accurate where u is far below 1: with s = u / (2 + u). */
export function log1pOfShareFormula(f: FunctionCode): Formula {
  const two = f.constant(2);
  const series = twiceArtanh(f);
  return (x) => {
    const u = f.let(x);
    return series(div(u, add(two, u)));
  };
}

/** ln(1 + u) for any u ≥ 0: n·ln 2 + ln((1 + u) / 2ⁿ), where the quotient lies in √½ … √2. */
export function log1pFormula(f: FunctionCode): Formula {
  const [one, ln2] = f.constants([1, LN2]);
  const [rootHalfBits, oneBits, fractionBits] = [ROOT_HALF_BITS, ONE_BITS, FRACTION_BITS].map((bits) =>
    f.integer(bits),
  );
  const series = twiceArtanh(f);
  return (x: Vector) => {
    const u = f.let(x);
    const exponent = f.let(andNot(integerSub(add(one, u), rootHalfBits), fractionBits));
    const power = f.let(integerAdd(exponent, oneBits));
    const n = fromInteger(shiftRight(exponent, 23));
    const s = div(add(u, sub(one, power)), add(u, add(one, power)));
    return add(mul(n, ln2), series(s));
  };
}
