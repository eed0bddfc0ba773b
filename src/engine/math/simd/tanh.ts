import { add, div, mul, pmax, pmin } from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { polynomial, type Formula } from './formula';

/** Beyond, the fit is held at its value there, 4e-7 from 1. */
const LIMIT = 7.7;
/** x·P(x²) / Q(x²), fitted to the least largest error on |x| ≤ 7.7: 1.4e-7, of the order of single precision's own. */
const P = [
  0.9999993203617893, 0.12726384542572702, 0.002711497703468165, 7.286338655225904e-6, -6.387280602029004e-9,
];
const Q = [1, 0.46059464371197983, 0.022912487572387036, 0.00019876623309282137];

export function tanhFormula(f: FunctionCode): Formula {
  const [low, high] = f.constants([-LIMIT, LIMIT]);
  const p = f.constants(P);
  const q = f.constants(Q);
  return (x) => {
    const c = f.let(pmin(pmax(x, low), high));
    const s = f.let(mul(c, c));
    return div(mul(c, polynomial(s, p)), polynomial(s, q));
  };
}

/** 1 / (1 + e^−x) = ½ + ½ tanh(x/2) */
export function sigmoidFormula(f: FunctionCode): Formula {
  const half = f.constant(0.5);
  const tanh = tanhFormula(f);
  return (x) => add(half, mul(half, tanh(f.let(mul(half, x)))));
}
