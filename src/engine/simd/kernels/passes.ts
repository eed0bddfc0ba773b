import { add, load, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import type { Activation } from '../../../experiment/names';
import { ACTIVATIONS } from '../../activations/activations';
import { eachVector, type RowShape } from './rows';

/** Passes over a layer's values: what is too long to be done while the sums are in registers. They move their pointers. */

/** h ← σ(e); both may be the same. */
export function writeForwardPass(
  f: FunctionCode,
  activation: Activation,
  shape: RowShape,
  e: Pointer,
  h: Pointer,
): void {
  const { simd } = ACTIVATIONS[activation];
  const pointers = e === h ? [e] : [e, h];
  if (simd.kind === 'elementwise') {
    const forward = simd.forward(f);
    const write = (ats: readonly number[]) => {
      const responses = loadRows(f, e, ats).map((each) => f.let(forward(each)));
      responses.forEach((each, k) => f.store(h, each, ats[k]));
    };
    return eachVector(f, shape, pointers, write, isShort(activation) ? 4 : 2);
  }
  const forward = simd.forward(f);
  const rows = rowOffsets(shape);
  eachVector(f, { ...shape, rows: 1 }, pointers, () => {
    const values = forward(loadRows(f, e, rows));
    values.forEach((value, k) => f.store(h, value, rows[k]));
  });
}

/** Whose formulas are short enough for four vectors a turn: one waits for its quotient while the others go on. */
function isShort(activation: Activation): boolean {
  return activation === 'tanh' || activation === 'sigmoid';
}

/** d ← ∂h/∂e · d, from e or h as the activation has it. */
export function writeBackwardPass(
  f: FunctionCode,
  activation: Activation,
  shape: RowShape,
  d: Pointer,
  from: Pointer,
): void {
  const { simd } = ACTIVATIONS[activation];
  if (simd.kind === 'elementwise') {
    const backward = simd.backward(f);
    const write = (ats: readonly number[]) => {
      const froms = loadRows(f, from, ats);
      const errors = loadRows(f, d, ats).map((each, k) => f.let(backward(each, froms[k])));
      errors.forEach((each, k) => f.store(d, each, ats[k]));
    };
    return eachVector(f, shape, [d, from], write, 2);
  }
  const backward = simd.backward(f);
  const rows = rowOffsets(shape);
  eachVector(f, { ...shape, rows: 1 }, [d, from], () => {
    const values = backward(loadRows(f, d, rows), loadRows(f, from, rows));
    values.forEach((value, k) => f.store(d, value, rows[k]));
  });
}

/** sum ← a + b; sum may be one of the others. */
export function writeAddRows(f: FunctionCode, shape: RowShape, a: Pointer, b: Pointer, sum: Pointer): void {
  const pointers = sum === a ? [a, b] : [a, b, sum];
  const write = ([at]: readonly number[]) => f.store(sum, add(load(a, at), load(b, at)), at);
  eachVector(f, shape, pointers, write);
}

function rowOffsets({ rows, stride }: RowShape): number[] {
  return Array.from({ length: rows }, (_, row) => row * stride);
}

function loadRows(f: FunctionCode, pointer: Pointer, ats: readonly number[]): Vector[] {
  return ats.map((at) => f.let(load(pointer, at)));
}
