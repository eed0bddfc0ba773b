import {
  abs,
  add,
  and,
  andNot,
  equal,
  lessThan,
  mul,
  neg,
  pmax,
  select,
  sub,
  zero,
  type Vector,
} from '../../wasm/f32x4';
import type { FunctionCode } from '../../wasm/functionCode';
import { exp } from '../math/exponential';
import { log1p } from '../math/logarithm';
import type { Reals } from '../reals';
import { expFormula } from '../math/simd/exponential';
import { log1pFormula, log1pOfShareFormula } from '../math/simd/logarithm';
import type { LossPasses, OutputColumn } from './loss';

/**
 * Cross-entropy from the excitations, which neither overflows nor loses small losses. With its own output, sigmoid or
 * softmax, the derivatives of loss and activation cancel to ε = ŷ − y.
 */
function error(epsilon: Reals, _e: Reals, h: Reals, y: Reals, outputs: number, tokens: number): void {
  const count = outputs * tokens;
  for (let i = 0; i < count; i++) epsilon[i] = h[i] - y[i];
}

function errorCode(_f: FunctionCode): (column: OutputColumn) => readonly Vector[] {
  return ({ outputs, h, y }) => outputs.map((k) => sub(h(k), y(k)));
}

/** −Σ y ln ŷ + (1 − y) ln(1 − ŷ) with ŷ = 1 / (1 + exp(−e)), which is y·softplus(−e) + (1 − y)·softplus(e). */
export const binaryCrossEntropy: LossPasses = {
  value(e, _h, y, outputs, tokens) {
    const count = outputs * tokens;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const a = e[i] < 0 ? -e[i] : e[i];
      const wrongSide = e[i] < 0 ? y[i] : 1 - y[i];
      sum += wrongSide * a + log1p(exp(-a));
    }
    return sum;
  },
  error,
  simd: {
    valueOf: 'excitation',
    value(f) {
      const one = f.constant(1);
      const exp = expFormula(f);
      const log1p = log1pOfShareFormula(f);
      return ({ outputs, e, y }) =>
        outputs
          .map((k) => {
            const a = f.let(abs(e(k)));
            const wrongSide = select(y(k), sub(one, y(k)), lessThan(e(k), zero));
            return add(mul(wrongSide, a), log1p(exp(f.let(neg(a)))));
          })
          .reduce(add);
    },
    error: errorCode,
  },
};

/** −Σₖ yₖ ln ŷₖ with softmax outputs and Σₖ yₖ = 1: the logarithm of Σ exp(e), less Σₖ yₖ eₖ. */
export const categoricalCrossEntropy: LossPasses = {
  value(e, _h, y, outputs, tokens) {
    let sum = 0;
    for (let b = 0; b < tokens; b++) {
      let top = b;
      for (let i = b + tokens; i < outputs * tokens; i += tokens) if (e[i] > e[top]) top = i;
      let others = 0;
      let gap = 0;
      for (let i = b; i < outputs * tokens; i += tokens) {
        if (i !== top) others += exp(e[i] - e[top]);
        gap += y[i] * (e[top] - e[i]);
      }
      sum += gap + log1p(others);
    }
    return sum;
  },
  error,
  simd: {
    valueOf: 'excitation',
    value(f) {
      const one = f.constant(1);
      const exp = expFormula(f);
      const log1p = log1pFormula(f);
      return ({ outputs, e, y }) => {
        const top = f.let(outputs.map(e).reduce((largest, each) => pmax(largest, each)));
        const isTop = outputs.map((k): Vector => f.let(equal(e(k), top)));
        const powers = outputs.map((k) => andNot(exp(f.let(sub(e(k), top))), isTop[k])).reduce(add);
        // All but one of those that share the top add 1 each.
        const ties = sub(isTop.map((each) => and(one, each)).reduce(add), one);
        const gap = outputs.map((k) => mul(y(k), sub(top, e(k)))).reduce(add);
        return add(gap, log1p(add(powers, ties)));
      };
    },
    error: errorCode,
  },
};
