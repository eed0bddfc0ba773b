/** Whether a frame's layers have the sizes that a figure was built for. */
export function sameSizes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, l) => size === b[l]);
}
