/** Weights as they are written and typed. */

/** For a field: five digits, in a form that can be typed again. */
export function showWeight(value: number): string {
  return String(Number(value.toPrecision(5)));
}

/** All digits that single precision tells apart, and no more. */
export function showExactWeight(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return String(short);
  }
  return String(value);
}

/** For reading only: two decimals and a true minus sign. */
export function showRounded(value: number): string {
  const text = Math.abs(value) < 100 ? value.toFixed(2) : value.toPrecision(3);
  return (Number(text) === 0 ? '0.00' : text).replace('-', '−');
}

/** For a layer's printed scale: two digits. */
export function showScale(value: number): string {
  return String(Number(value.toPrecision(2)));
}

export type TypedWeight =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly fault: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A typed number, with either minus sign and either decimal sign, or one sentence about what was found instead. */
export function parseWeight(text: string): TypedWeight {
  const typed = text.trim();
  const plain = typed.replace(/[−–]/g, '-').replace(',', '.');
  const value = NUMBER.test(plain) ? Math.fround(Number(plain)) : NaN;
  if (Number.isFinite(value)) return { ok: true, value };
  const found = typed === '' ? 'nothing' : `“${typed.length > 20 ? `${typed.slice(0, 20)}…` : typed}”`;
  const expected = Number.isNaN(value) ? 'a number such as −0.5' : 'a number below 3.4e38';
  return { ok: false, fault: `Expected ${expected}, found ${found}.` };
}
