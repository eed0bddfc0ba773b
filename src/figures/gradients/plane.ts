/** What the gradients' figures need of scales and paths; the page loads d3's own only where they are worth it. */

/** A linear scale from a domain to px. */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** A path through points, broken where one is not a number. */
export function pathThrough(points: readonly (readonly [x: number, y: number])[]): string {
  let path = '';
  let joined = false;
  for (const [x, y] of points) {
    const drawn = Number.isFinite(x) && Number.isFinite(y);
    if (drawn) path += `${joined ? 'L' : 'M'}${x} ${y}`;
    joined = drawn;
  }
  return path;
}
