/** Single precision trains the page, double precision the references and traces. */
export type Precision = 'single' | 'double';
export type Reals = Float32Array | Float64Array;

export function createReals(precision: Precision, length: number): Reals {
  return precision === 'single' ? new Float32Array(length) : new Float64Array(length);
}
