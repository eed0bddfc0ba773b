import {
  add,
  and,
  andNot,
  equal,
  lessThan,
  load,
  loadSplat,
  moreThan,
  mul,
  or,
  select,
  sub,
  zero,
  type Vector,
} from '../../../wasm/f32x4';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import type { OptimizerKind, RegularizationKind } from '../../../experiment/names';
import type { Formula } from '../../math/simd/formula';
import { settleFormula } from '../../math/simd/settle';
import { MOST_SCALARS } from '../../optimizers/optimizer';
import { OPTIMIZER_CODES } from '../../optimizers/optimizers';
import { PENALTY_RATE, PENALTY_STEP, SCALARS, SHARE, type Addresses } from '../addresses';
import { VECTOR } from './rows';

/** Which formulas an update consists of; the numbers in them are read from memory. */
export interface UpdateFormulas {
  readonly optimizer: OptimizerKind;
  /** `clip`: L1 that stops weights at 0 */
  readonly penalty: RegularizationKind | 'clip';
  readonly hasFrozen: boolean;
}

/** Updates all parameters by the gradient, which was summed over the batch. What it does is `plain/parameterUpdate.ts`. */
export function writeApplyUpdate(
  f: FunctionCode,
  formulas: UpdateFormulas,
  { vectors }: Addresses,
  parameterCount: number,
): void {
  const { penalty, hasFrozen } = formulas;
  const scalar = (at: number): Vector => f.let(loadSplat(i32.constant(0), at));
  const share = scalar(SHARE);
  const optimizer = OPTIMIZER_CODES[formulas.optimizer];
  const numbers = Array.from({ length: MOST_SCALARS }, (_, k) => scalar(SCALARS + 4 * k));
  const step = optimizer.step(f, numbers);
  const penalize = penaltyFormula(f, penalty, scalar(PENALTY_RATE));
  const stop = clipFormula(f, scalar(PENALTY_STEP));
  // Decay by L2 is what brings weights down to where numbers are denormal.
  const settle: Formula = penalty === 'l2' ? settleFormula(f) : (x) => x;
  const one = f.constant(1);

  const at = f.let(i32.constant(0));
  f.along(at, Math.ceil(parameterCount / 4) * VECTOR, VECTOR, () => {
    const w = f.let(load(at, vectors.parameters));
    const isWeight = f.let(penalty === 'none' ? zero : load(at, vectors.penalized));
    const g = f.let(penalize(f.let(mul(share, load(at, vectors.gradient))), w, isWeight));
    const wasClipped = f.let(penalty === 'clip' ? moreThan(load(at, vectors.clipped), zero) : zero);
    if (penalty === 'clip') f.set(g, andNot(g, wasClipped));
    const moves = f.let(hasFrozen ? moreThan(load(at, vectors.movable), zero) : zero);
    if (hasFrozen) f.set(g, and(g, moves));
    const moments = [moment(f, at, vectors.first), moment(f, at, vectors.second)];
    const next = f.let(settle(step(w, g, moments)));
    if (penalty === 'clip') {
      const clipped = f.let(
        or(
          wasClipped,
          stop(next, w, isWeight, (moved) => f.set(next, moved)),
        ),
      );
      f.set(next, andNot(next, clipped));
      if (hasFrozen) f.set(clipped, and(clipped, or(moves, equal(w, zero))));
      f.store(at, and(one, clipped), vectors.clipped);
    }
    if (hasFrozen) f.set(next, select(next, w, moves));
    f.store(at, next, vectors.parameters);
    f.advance(at, VECTOR);
  });
}

function moment(f: FunctionCode, at: Pointer, vector: number) {
  return { value: load(at, vector), store: (next: Vector) => f.store(at, next, vector) };
}

/** g with the penalty's gradient: L2 rate·w, L1 rate·sign w, for weights. */
function penaltyFormula(
  f: FunctionCode,
  penalty: UpdateFormulas['penalty'],
  rate: Vector,
): (g: Vector, w: Vector, isWeight: Vector) => Vector {
  if (penalty === 'l2') return (g, w, isWeight) => add(g, mul(mul(rate, isWeight), w));
  if (penalty === 'l1') return (g, w, isWeight) => add(g, signed(f.let(mul(rate, isWeight)), w));
  return (g) => g;
}

/** The penalty's own step, against the sign of w before; gives the mask of those weights that it turned through 0. */
function clipFormula(f: FunctionCode, step: Vector) {
  return (next: Vector, w: Vector, isWeight: Vector, setNext: (moved: Vector) => void): Vector => {
    const moved = f.let(sub(next, signed(f.let(mul(step, isWeight)), w)));
    const turned = f.let(lessThan(mul(next, moved), zero));
    setNext(moved);
    return turned;
  };
}

/** size·sign w */
function signed(size: Vector, w: Vector): Vector {
  return sub(and(size, moreThan(w, zero)), and(size, lessThan(w, zero)));
}
