/** Weights as figures write them. */

/** For reading only: two decimals and a true minus sign. */
export function showRounded(value: number): string {
  const text = Math.abs(value) < 100 ? value.toFixed(2) : value.toPrecision(3);
  return (Number(text) === 0 ? '0.00' : text).replace('-', '−');
}

/** For a layer's printed scale: two digits. */
export function showScale(value: number): string {
  return String(Number(value.toPrecision(2)));
}
