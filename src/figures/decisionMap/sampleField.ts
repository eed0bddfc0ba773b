/**
 * Value of a sampled field at a place given by its shares of the square; between samples it is interpolated.
 * Samples sit at cell centers, row 0 at the top.
 */
export function sampleField(
  values: Float32Array,
  offset: number,
  size: number,
  shareOfWidth: number,
  shareOfHeight: number,
): number {
  const last = size - 1;
  const x = Math.min(last, Math.max(0, shareOfWidth * size - 0.5));
  const y = Math.min(last, Math.max(0, shareOfHeight * size - 0.5));
  const column = Math.min(last - 1, Math.floor(x));
  const row = Math.min(last - 1, Math.floor(y));
  const at = offset + row * size + column;
  const upper = mix(values[at] ?? 0, values[at + 1] ?? 0, x - column);
  const lower = mix(values[at + size] ?? 0, values[at + size + 1] ?? 0, x - column);
  return mix(upper, lower, y - row);
}

const mix = (a: number, b: number, t: number) => a + (b - a) * t;
