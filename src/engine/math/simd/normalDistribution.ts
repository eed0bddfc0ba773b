import { add, div, mul, pmax, pmin } from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { expFormula } from './exponential';
import { polynomial, type Formula } from './formula';

/** Beyond, Φ is held at its value there, 1e-8 from 0 and 1. */
export const NORMAL_LIMIT = 5.6;
/** Φ(x) − ½ as x·P(x²) / Q(x²) on |x| ≤ 5.6; x times the error is at most 3e-8. */
const P = [
  0.39894210444084616, 0.035556733177987514, 0.004785908369673776, 0.00018677467239565102,
  6.525769651106567e-6, 2.170743001117946e-8,
];
const Q = [
  1, 0.25579171336684337, 0.02963243584256002, 0.0019852865729938093, 7.968267427538698e-5,
  1.1800649798475963e-6,
];
/** 1/√(2π) */
const PEAK = 0.3989422804014327;

/** Φ, the share of a standard normal distribution below x */
export function normalShareFormula(f: FunctionCode): Formula {
  const [low, high, half] = f.constants([-NORMAL_LIMIT, NORMAL_LIMIT, 0.5]);
  const p = f.constants(P);
  const q = f.constants(Q);
  return (x) => {
    const c = f.let(pmin(pmax(x, low), high));
    const s = f.let(mul(c, c));
    return add(half, div(mul(c, polynomial(s, p)), polynomial(s, q)));
  };
}

/** φ(x) = e^(−x²/2) / √(2π) */
export function normalDensityFormula(f: FunctionCode): Formula {
  const [peak, minusHalf] = f.constants([PEAK, -0.5]);
  const exp = expFormula(f);
  return (x) => mul(peak, exp(mul(minusHalf, mul(x, x))));
}
