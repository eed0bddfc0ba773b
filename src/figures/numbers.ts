/** Numbers as the figures print them: plain decimals, a true minus sign, an en dash for what is not there. */

export const ABSENT = '–';

export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return ABSENT;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** As few decimals as tell the value, at most six: 0.25, −0.8, 3. */
export function formatShort(value: number): string {
  return formatFixed(value, 6).replace(/\.?0+$/, '');
}

/** Four significant digits, and below a thousandth three with an exponent: 12.35, 0.6931, 0.01235, 3.10e-5. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return ABSENT;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude < 0.001) return value.toExponential(2);
  const whole = Math.floor(Math.log10(magnitude)) + 1;
  return formatFixed(value, Math.max(0, 4 - whole));
}

/** A tick of a logarithmic axis: plain where that is short, else a power of ten. */
export function formatLogTick(value: number): string {
  if (value >= 0.001 && value < 1e5) return formatShort(value);
  const [mantissa = '1', exponent = '0'] = value.toExponential(0).split('e');
  const power = `10${Array.from(String(Number(exponent)), superscript).join('')}`;
  return mantissa === '1' ? power : `${mantissa}·${power}`;
}

function superscript(character: string): string {
  return character === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(character));
}

export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${formatFixed(100 * share, 1)}%` : ABSENT;
}

/** A value on a map whose full colour stands for `scale`. */
export function formatOnScale(value: number, scale: number): string {
  const decimals = scale >= 100 ? 0 : scale >= 10 ? 1 : 2;
  return formatFixed(value, decimals);
}
