/** Numbers as a sheet of paper holds them. */

/**
 * What the sheet computes with: two decimals, two significant digits below a tenth. The sheet prints these in full, so
 * that it can be done with nothing but the paper.
 */
export function paperNumber(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude === 0 || !Number.isFinite(value)) return 0;
  return magnitude >= 0.1 ? Number(value.toFixed(2)) : Number(value.toPrecision(2));
}

/** What the sheet prints of a computed value: four significant digits. */
export function printedValue(value: number): number {
  return Number(value.toPrecision(4));
}

/** 0.5933, −0.0226, 1.2e−5 */
export function printedText(value: number): string {
  return String(printedValue(value)).replaceAll('-', '−');
}

/** The same in TeX, with a power of ten where the number is very small or large. */
export function printedTex(value: number): string {
  const [mantissa = '', exponent] = String(printedValue(value)).split('e');
  return exponent === undefined ? mantissa : `${mantissa}\\cdot 10^{${Number(exponent)}}`;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A typed answer: a decimal with point or comma, or a fraction as 1/3. null when it is none. */
export function parseAnswer(text: string): number | null {
  const [over = '', under, ...rest] = text.replaceAll('−', '-').split('/');
  if (rest.length > 0) return null;
  const above = parseDecimal(over);
  const below = under === undefined ? 1 : parseDecimal(under);
  const value = above === null || below === null ? NaN : above / below;
  return Number.isFinite(value) ? value : null;
}

function parseDecimal(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return NUMBER.test(plain) ? Number(plain) : null;
}
