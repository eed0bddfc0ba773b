import type { Precision } from '../experiment/names';

/** Single precision trains the page unless the experiment asks for double, as references and traces do. */
export type { Precision };
export type Reals = Float32Array | Float64Array;
/** In memory of their own, to be transferred. */
export type OwnReals = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

export function createReals(precision: Precision, length: number): OwnReals {
  return precision === 'single' ? new Float32Array(length) : new Float64Array(length);
}
