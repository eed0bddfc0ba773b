import { add, div, mul, pmax, pmin } from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { polynomial, type Formula } from './formula';

/** Beyond, the fit is held at its value there, 4e-7 from 1. */
const LIMIT = 7.7;
/**
 * x·P(x²) / Q(x²), fitted to the least largest error on |x| ≤ 7.7 as single precision computes it: 3.9e-7. The highest
 * power of Q has the coefficient 1, which spares a product.
 */
const P = [5031.03076171875, 640.2688598632812, 13.641643524169922, 0.03665782883763313, -3.2134626962943e-5];
const Q = [5031.03271484375, 2317.26806640625, 115.27352905273438];

export function tanhFormula(f: FunctionCode): Formula {
  const [low, high] = f.constants([-LIMIT, LIMIT]);
  const p = f.constants(P);
  const [q0, q1, q2] = f.constants(Q);
  return (x) => {
    const c = f.let(pmin(pmax(x, low), high));
    const s = f.let(mul(c, c));
    const lower = add(q0, mul(s, add(q1, mul(s, add(q2, s)))));
    return div(mul(c, polynomial(s, p)), lower);
  };
}

/** 1 / (1 + e^−x) = ½ + ½ tanh(x/2) */
export function sigmoidFormula(f: FunctionCode): Formula {
  const half = f.constant(0.5);
  const tanh = tanhFormula(f);
  return (x) => add(half, mul(half, tanh(f.let(mul(half, x)))));
}
