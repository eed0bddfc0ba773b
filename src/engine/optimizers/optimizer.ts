import type { Vector } from '../../wasm/f32x4';
import type { FunctionCode } from '../../wasm/functionCode';
import type { Optimizer } from '../../experiment/experiment';
import type { OptimizerKind } from '../../experiment/names';

/** The member of the union that has this kind. */
export type OptimizerOf<Kind extends OptimizerKind, O = Optimizer> = O extends Optimizer
  ? Kind extends O['kind']
    ? O
    : never
  : never;

/** Four numbers of a vector that an optimizer keeps from step to step. */
export interface Moment {
  readonly value: Vector;
  store(next: Vector): void;
}

/** An optimizer's step as code for four parameters at a time. */
export interface OptimizerCode<Kind extends OptimizerKind> {
  /**
   * Writes the numbers that the code reads at step `t`, counted from 1. Returns whether all later steps read the same.
   */
  writeScalars(into: Float32Array, optimizer: OptimizerOf<Kind>, t: number): boolean;
  /** (w, g, what is kept) → w after the step; w and g are variables. */
  step(
    f: FunctionCode,
    scalars: readonly Vector[],
  ): (w: Vector, g: Vector, moments: readonly Moment[]) => Vector;
}

/** The most numbers that any optimizer writes. */
export const MOST_SCALARS = 6;
