import {
  abs,
  add,
  div,
  integerAdd,
  lessThan,
  mul,
  nearest,
  neg,
  pmax,
  select,
  shiftLeft,
  sub,
  toInteger,
  zero,
  type Vector,
} from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { polynomial, type Formula } from './formula';

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts; products of the first, which has 12 bits, with an exponent are exact. */
const LN2_HIGH = 0.693115234375;
const LN2_LOW = 3.194618494528623e-5;
/** Below, e^x is held at its value here, for what comes next would be denormal. */
const LOWEST = -86;
/** (e^r − 1) / r on |r| ≤ ln 2 / 2, to 1.1e-8 */
const REDUCED = [
  1.0000000107767963, 0.5000000080828643, 0.16666505221283578, 0.04166624063284993, 0.008369152107381605,
  0.001394858570268458,
];

/** e^x = 2ⁿ·(1 + q) with a whole n and small q, as [2ⁿ, q]; for x ≤ 88. */
function splitExp(f: FunctionCode): (x: Vector) => readonly [Vector, Vector] {
  const [lowest, log2e, high, low] = f.constants([LOWEST, LOG2_E, LN2_HIGH, LN2_LOW]);
  const bias = f.integer(127);
  const coefficients = f.constants(REDUCED);
  return (x) => {
    const c = f.let(pmax(x, lowest));
    const n = f.let(nearest(mul(c, log2e)));
    const r = f.let(sub(sub(c, mul(n, high)), mul(n, low)));
    const power = f.let(shiftLeft(integerAdd(toInteger(n), bias), 23));
    return [power, f.let(mul(r, polynomial(r, coefficients)))];
  };
}

export function expFormula(f: FunctionCode): Formula {
  const split = splitExp(f);
  return (x) => {
    const [power, q] = split(x);
    return add(power, mul(power, q));
  };
}

/** e^x − 1, which loses nothing near 0 */
export function expm1Formula(f: FunctionCode): Formula {
  const split = splitExp(f);
  const one = f.constant(1);
  return (x) => {
    const [power, q] = split(x);
    return add(mul(power, q), sub(power, one));
  };
}

/** 1 / (1 + e^−x), accurate in both tails: for what multiplies it by x. Elsewhere `tanh.ts` has a quicker one. */
export function steepSigmoidFormula(f: FunctionCode): Formula {
  const one = f.constant(1);
  const exp = expFormula(f);
  return (x) => {
    const t = f.let(exp(f.let(neg(abs(x)))));
    return div(select(t, one, lessThan(x, zero)), add(one, t));
  };
}
