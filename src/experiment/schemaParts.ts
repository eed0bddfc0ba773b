import * as z from 'zod/mini';
import { listFault, matrixFault, type Fault, type Range } from './matrix';
import { oneOf } from './sentences';

/** Building blocks of the schema. The message of each is what was expected; see `sentences.ts`. */

// The page's Content-Security-Policy allows no eval; this must come before the first schema.
z.config({ jitless: true });

export const whole = (min: number, max: number, error = `a whole number from ${min} to ${max}`) =>
  z.int({ error }).check(z.gte(min, { error }), z.lte(max, { error }));

export const wholeOr = <const T extends string>(word: T, min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}, or "${word}"`;
  return z.union([z.literal(word), whole(min, max, error)], { error });
};

export const number = (min: number, max: number, error = `a number from ${min} to ${max}`) =>
  z.number({ error }).check(z.gte(min, { error }), z.lte(max, { error }));

export const positive = (max: number, error = `a number above 0, at most ${max}`) =>
  z.number({ error }).check(z.gt(0, { error }), z.lte(max, { error }));

/** Decay rates and the like: 0 ≤ value < 1. */
export const fraction = () => {
  const error = 'a number from 0 to below 1';
  return z.number({ error }).check(z.gte(0, { error }), z.lt(1, { error }));
};

export const choice = <const T extends readonly string[]>(names: T) => z.enum(names, { error: oneOf(names) });

export const flag = () => z.boolean({ error: 'true or false' });

export const text = (max: number, error = `a text of at most ${max} characters`) =>
  z.string({ error }).check(z.maxLength(max, { error }));

/** A value whose first fault `find` names; the type is what a value without fault has. */
export const checked = <T>(find: (value: unknown) => Fault | null) =>
  z.custom<T>().check((payload) => {
    const fault = find(payload.value);
    if (!fault) return;
    payload.issues.push({
      code: 'custom',
      message: fault.expected,
      path: [...fault.path],
      input: payload.value,
      continue: false,
    });
  });

export const matrix = (rows: Range, columns: Range) =>
  checked<readonly (readonly number[])[]>((value) => matrixFault(value, rows, columns));

export const list = <T extends z.core.$ZodType>(entry: T, max: number, error: string) =>
  z.array(entry, { error }).check(z.maxLength(max, { error }));

export const numbers = (length: Range) => checked<readonly number[]>((value) => listFault(value, length));
