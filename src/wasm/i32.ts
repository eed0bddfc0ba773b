import { signed, unsigned, type Code, type Value } from './code';

/** Whole numbers of 32 bits: addresses and counters. Meant to be imported as `i32`. */
export type Int = Value<'i32'>;

const int = (code: Int['code']): Int => ({ type: 'i32', code });
const binary =
  (opcode: number) =>
  (a: Int, b: Int): Int =>
    int([a.code, b.code, opcode]);

export const constant = (n: number): Int => int([0x41, signed(n)]);
export const lessThan = binary(0x49);
export const sum = binary(0x6a);

/** a + n, where n = 0 costs nothing */
export const offset = (a: Int, n: number): Int => (n === 0 ? a : sum(a, constant(n)));

/** The whole number at `address + at` bytes, a multiple of 4. */
export const load = (address: Int, at = 0): Int => int([address.code, 0x28, 2, unsigned(at)]);

/** Statement: stores the whole number. */
export const storeCode = (address: Int, value: Int, at: number): Code => [
  address.code,
  value.code,
  0x36,
  2,
  unsigned(at),
];
