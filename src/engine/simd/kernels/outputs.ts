import {
  add,
  and,
  andNot,
  equal,
  load,
  moreThan,
  mul,
  select,
  sub,
  xor,
  zero,
  type Vector,
} from '../../../wasm/f32x4';
import * as f64x2 from '../../../wasm/f64x2';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import { createLoss } from '../../losses/losses';
import type { OutputColumn } from '../../losses/loss';
import type { NetworkSpec } from '../../network';
import { RESULTS } from '../addresses';
import { eachVector, VECTOR } from './rows';

/** The output layer's values of a block: e, h and y [output][token], all rows of the same stride. */
export interface OutputShape {
  readonly network: NetworkSpec;
  readonly vectors: number;
  readonly stride: number;
}

function columnAt(
  f: FunctionCode,
  { network, stride }: OutputShape,
  { e, h, y }: Pick<OutputPointers, 'e' | 'h' | 'y'>,
): OutputColumn {
  const { units } = network.layers[network.layers.length - 1];
  const value = (pointer: Pointer) => (k: number) => f.let(load(pointer, k * stride));
  const outputs = Array.from({ length: units }, (_, k) => k);
  return { outputs, e: value(e), h: value(h), y: value(y) };
}

export interface OutputPointers {
  readonly e: Pointer;
  readonly h: Pointer;
  readonly y: Pointer;
  /** all bits where there is a token, none where something else fills up the block */
  readonly mask: Pointer;
}

/** δ of the output layer, 0 where there is no token. Moves all pointers. */
export function writeOutputError(
  f: FunctionCode,
  shape: OutputShape,
  { e, h, y, mask, delta }: OutputPointers & { readonly delta: Pointer },
): void {
  const { network, vectors, stride } = shape;
  const error = lossOf(network).error(f);
  eachVector(f, { rows: 1, vectors, stride: 0 }, [e, h, y, delta, mask], () => {
    const isToken = f.let(load(mask));
    const errors = error(columnAt(f, shape, { e, h, y }));
    errors.forEach((each, k) => f.store(delta, and(each, isToken), k * stride));
  });
}

/**
 * Adds a block's loss to the first result, and to the second what the score is made of: the number of tokens with the
 * right class, or in regression Σ (y − ŷ)². Moves all pointers.
 */
export function writeMeasure(f: FunctionCode, shape: OutputShape, { e, h, y, mask }: OutputPointers): void {
  const { network, vectors } = shape;
  const loss = lossOf(network).value(f);
  const score = scoreFormula(f, network);
  const losses = f.let(zero);
  const scores = f.let(zero);
  eachVector(f, { rows: 1, vectors, stride: 0 }, [e, h, y, mask], () => {
    const column = columnAt(f, shape, { e, h, y });
    const isToken = f.let(load(mask));
    f.set(losses, add(losses, and(loss(column), isToken)));
    f.set(scores, add(scores, and(score(column), isToken)));
  });
  addToResult(f, 0, losses);
  addToResult(f, 1, scores);
}

function lossOf(network: NetworkSpec) {
  return createLoss(network.loss, network.layers[network.layers.length - 1].activation).simd;
}

/** In double precision, so that blocks may be many; in two halves, which whoever reads the result adds up. */
function addToResult(f: FunctionCode, result: number, four: Vector): void {
  const at = RESULTS + VECTOR * result;
  const sum = f64x2.add(f64x2.promoteLow(four), f64x2.promoteHigh(four));
  f.store(i32.constant(0), f64x2.add(load(i32.constant(0), at), sum), at);
}

/** For each of four tokens: 1 when its class is right, else 0; in regression its squared error. See `trainer/score.ts`. */
function scoreFormula(f: FunctionCode, network: NetworkSpec): (column: OutputColumn) => Vector {
  if (network.task === 'regression') return squaredError(f);
  const last = network.layers[network.layers.length - 1];
  const one = f.constant(1);
  if (last.units > 1) {
    const largest = largestOutput(f, last.units);
    return ({ h, y }) => and(one, equal(largest(h), largest(y)));
  }
  const middle = f.constant(last.activation === 'sigmoid' ? 0.5 : 0);
  return ({ h, y }) => andNot(one, xor(moreThan(h(0), middle), moreThan(y(0), middle)));
}

function squaredError(f: FunctionCode): (column: OutputColumn) => Vector {
  return ({ outputs, h, y }) => {
    const differences = outputs.map((k) => f.let(sub(h(k), y(k))));
    return differences.map((each) => mul(each, each)).reduce(add);
  };
}

/** Number of the largest output, the first of equals. */
function largestOutput(f: FunctionCode, outputs: number): (value: (k: number) => Vector) => Vector {
  const numbers = f.constants(Array.from({ length: outputs }, (_, k) => k));
  return (value) => {
    const largest = f.let(value(0));
    const which = f.let(numbers[0]);
    for (let k = 1; k < outputs; k++) {
      const next = value(k);
      const isLarger = f.let(moreThan(next, largest));
      f.set(largest, select(next, largest, isLarger));
      f.set(which, select(numbers[k], which, isLarger));
    }
    return which;
  };
}
