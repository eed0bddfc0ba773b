import type { Vector } from '../../wasm/f32x4';
import type { FunctionCode } from '../../wasm/functionCode';
import type { Reals } from '../reals';

/**
 * An activation σ as passes over a layer's values [unit][token], rows packed: units × tokens values from index 0 on.
 * e is the excitation, h = σ(e) the activation before any residual is added.
 */
export interface ActivationPasses {
  /** Overwrites h with σ(e). */
  forward(h: Reals, e: Reals, units: number, tokens: number): void;
  /** d ← ∂h/∂e · d: turns the derivative by h into the derivative by e, in place. */
  backward(d: Reals, e: Reals, h: Reals, units: number, tokens: number): void;
  /** The same as code for four tokens at a time. */
  readonly simd: ElementwiseCode | JointCode;
}

/**
 * The formulas of an activation of one excitation, to be written into kernels: `forward` and `backward` load their
 * constants where they are called, before a loop, and give the formula for inside it. All values given are variables.
 */
export interface ElementwiseCode {
  readonly kind: 'elementwise';
  /** What the derivative is computed from: e or h. */
  readonly derivativeOf: 'excitation' | 'response';
  /** So few operations that they are done on a layer's sums while those are in registers, not in a pass of their own. */
  readonly light: { readonly forward: boolean; readonly backward: boolean };
  /** e → h */
  forward(f: FunctionCode): (e: Vector) => Vector;
  /** (∂L/∂h, e or h) → ∂L/∂e */
  backward(f: FunctionCode): (d: Vector, from: Vector) => Vector;
}

/** Likewise an activation whose units depend on one another; it gets the values of all units of a token at once. */
export interface JointCode {
  readonly kind: 'joint';
  forward(f: FunctionCode): (e: readonly Vector[]) => readonly Vector[];
  backward(f: FunctionCode): (d: readonly Vector[], h: readonly Vector[]) => readonly Vector[];
}

/** An activation of one excitation, the same for every unit; softmax is the one that is not. */
export interface ElementwiseActivation extends ActivationPasses {
  readonly simd: ElementwiseCode;
  /** σ(e), in double precision */
  value(e: number): number;
  /** σ′(e) */
  derivative(e: number): number;
}

/** Single precision is served by quicker approximations; also keeps each loop to one kind of array. */
export function isSingle(reals: Reals): reals is Float32Array {
  return reals instanceof Float32Array;
}
