import { add, mul, type Vector } from '../../../wasm/f32x4';

/** A formula being written into a loop; what it reads again and again was loaded before the loop. */
export type Formula = (x: Vector) => Vector;

/** c₀ + c₁x + c₂x² + … by Horner's rule */
export function polynomial(x: Vector, coefficients: readonly Vector[]): Vector {
  return coefficients.reduceRight((sum, coefficient) => add(coefficient, mul(x, sum)));
}
