/** Weights as their fields show them and take them. */

/** For a field: five digits, in a form that can be typed again. */
export function showWeight(value: number): string {
  return String(Number(value.toPrecision(5)));
}

/** All digits that single precision tells apart, and no more; what only double precision holds has all of its own. */
export function showExactWeight(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

export type TypedWeight =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly fault: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A typed number within single precision's range, with either minus sign and either decimal sign, or one sentence about
 * what was found instead.
 */
export function parseWeight(text: string): TypedWeight {
  const typed = text.trim();
  const plain = typed.replace(/[−–]/g, '-').replace(',', '.');
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  if (Number.isFinite(Math.fround(value))) return { ok: true, value };
  const found = typed === '' ? 'nothing' : `“${typed.length > 20 ? `${typed.slice(0, 20)}…` : typed}”`;
  const expected = Number.isNaN(value) ? 'a number such as −0.5' : 'a number below 3.4e38';
  return { ok: false, fault: `Expected ${expected}, found ${found}.` };
}
