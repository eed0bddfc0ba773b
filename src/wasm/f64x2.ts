import { unsigned, type Code } from './code';
import { shuffle, type Vector } from './f32x4';

/** Vectors of two double-precision numbers, for long sums. Meant to be imported as `f64x2`. */

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];
const vector = (code: Code): Vector => ({ type: 'v128', code });

export const add = (a: Vector, b: Vector): Vector => vector([a.code, b.code, simd(0xf0)]);
/** Numbers 0 and 1 of four in single precision. */
export const promoteLow = (a: Vector): Vector => vector([a.code, simd(0x5f)]);
/** Numbers 2 and 3. */
export const promoteHigh = (a: Vector): Vector => promoteLow(shuffle(a, a, [2, 3, 2, 3]));
