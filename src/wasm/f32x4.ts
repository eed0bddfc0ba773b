import { unsigned, type Code, type Value } from './code';
import type { Int } from './i32';

/**
 * Vectors of four single-precision numbers. Plain SIMD only: every operation here is exact or correctly rounded, so all
 * machines give the same bits. https://webassembly.github.io/spec/core/appendix/index-instructions.html
 */
export type Vector = Value<'v128'>;

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];
const vector = (code: Code): Vector => ({ type: 'v128', code });
const unary = (opcode: number) => {
  const code = simd(opcode);
  return (a: Vector): Vector => vector([a.code, code]);
};
const binary = (opcode: number) => {
  const code = simd(opcode);
  return (a: Vector, b: Vector): Vector => vector([a.code, b.code, code]);
};

export const add = binary(0xe4);
export const sub = binary(0xe5);
export const mul = binary(0xe6);
export const div = binary(0xe7);
export const sqrt = unary(0xe3);
export const abs = unary(0xe0);
export const neg = unary(0xe1);
/** To the next whole number below. */
export const floor = unary(0x68);
/** To the nearest whole number, halves to the even one. */
export const nearest = unary(0x6a);
/** b < a ? b : a for each number, so that a NaN in `a` stays. */
export const pmin = binary(0xea);
/** a < b ? b : a for each number, so that a NaN in `a` stays. */
export const pmax = binary(0xeb);

/** Comparisons give a mask: all bits of a number set where it holds, none where it does not or either is NaN. */
export const equal = binary(0x41);
export const lessThan = binary(0x43);
export const moreThan = binary(0x44);
export const atMost = binary(0x45);

export const and = binary(0x4e);
/** a, but 0 where the mask is set */
export const andNot = binary(0x4f);
export const or = binary(0x50);
export const xor = binary(0x51);
/** a where the mask is set, else b */
export const select = (a: Vector, b: Vector, mask: Vector): Vector =>
  vector([a.code, b.code, mask.code, simd(0x52)]);

/** Bits as whole numbers, for exponents and signs. What is not a number becomes 0. */
export const toInteger = unary(0xf8);
export const fromInteger = unary(0xfa);
export const integerAdd = binary(0xae);
export const integerSub = binary(0xb1);
export const shiftLeft = (a: Vector, bits: number): Vector => vector([a.code, 0x41, bits, simd(0xab)]);
export const shiftRight = (a: Vector, bits: number): Vector => vector([a.code, 0x41, bits, simd(0xac)]);

/** Whole number k of the four. */
export const lane = (a: Vector, k: number): Int => ({ type: 'i32', code: [a.code, simd(0x1b), k] });

export const zero: Vector = vector([simd(0x0c), new Array<number>(16).fill(0)]);

const access = (opcode: number) => {
  const code = simd(opcode);
  return (at: number): Code => [code, 2, unsigned(at)];
};
const loadAt = access(0x00);
const loadSplatAt = access(0x09);
const storeAt = access(0x0b);
const storeLaneAt = access(0x5a);

/** Four numbers from `address + at` bytes on; the address need not be a multiple of 16. */
export const load = (address: Int, at = 0): Vector => vector([address.code, loadAt(at)]);
/** One number from memory, four times. */
export const loadSplat = (address: Int, at = 0): Vector => vector([address.code, loadSplatAt(at)]);

/** Numbers 0 … 3 are those of `a`, 4 … 7 those of `b`. */
export function shuffle(a: Vector, b: Vector, order: readonly [number, number, number, number]): Vector {
  const bytes = order.map((k) => [4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3]);
  return vector([a.code, b.code, simd(0x0d), bytes]);
}

/** Statement: stores the four numbers. */
export const storeCode = (address: Int, value: Vector, at: number): Code => [
  address.code,
  value.code,
  storeAt(at),
];

/** Statement: stores number k alone. */
export const storeLaneCode = (address: Int, value: Vector, k: number, at: number): Code => [
  address.code,
  value.code,
  storeLaneAt(at),
  k,
];
