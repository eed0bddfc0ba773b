import { formatFixed } from '../../../figures/numbers';

/** Two decimals as in Bishop's tables, more for small ones, an exponent where the number would not fit. */
export function formatCoefficient(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e7) return value.toExponential(2).replaceAll('-', '−').replace('e+', 'e');
  return formatFixed(value, size >= 100 || size === 0 ? 2 : 3);
}

/** 1, x, x², … */
export function powerText(letter: string, exponent: number): string {
  if (exponent === 0) return '1';
  return exponent === 1 ? letter : `${letter}${'⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(exponent)}`;
}
