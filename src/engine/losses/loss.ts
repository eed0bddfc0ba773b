import type { Vector } from '../../wasm/f32x4';
import type { FunctionCode } from '../../wasm/functionCode';
import type { Reals } from '../reals';

/** A loss over the output layer's values [output][token], rows packed. Sums over tokens, not means: see `trainer/`. */
export interface LossPasses {
  /** Sum of the loss over outputs and tokens. e is the excitation, h = ŷ the output, y the target. */
  value(e: Reals, h: Reals, y: Reals, outputs: number, tokens: number): number;
  /** ε = ∂L/∂e, where each token's loss counts in full. Overwrites. */
  error(epsilon: Reals, e: Reals, h: Reals, y: Reals, outputs: number, tokens: number): void;
  /** The same as code for four tokens at a time. */
  readonly simd: LossCode;
}

/** The output layer's values for four tokens, each a variable of the kernel. */
export interface OutputColumn {
  readonly outputs: readonly number[];
  e(output: number): Vector;
  h(output: number): Vector;
  y(output: number): Vector;
}

/** As with activations, `value` and `error` load their constants before a loop and give the formula for inside it. */
export interface LossCode {
  /** Whether `value` reads excitations. */
  readonly valueOf: 'excitation' | 'response';
  /** The loss of each token, summed over the outputs. */
  value(f: FunctionCode): (column: OutputColumn) => Vector;
  /** ε of each output */
  error(f: FunctionCode): (column: OutputColumn) => readonly Vector[];
}
