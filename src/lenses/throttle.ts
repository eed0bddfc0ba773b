/** ms between two writings of text while training: numbers that change faster cannot be read. */
const PAUSE = 200;

/** Tells whether it is time to write; a settled frame is always written, no other follows it. */
export function createThrottle(): (settled: boolean) => boolean {
  let last = -Infinity;
  return (settled) => {
    const now = performance.now();
    if (!settled && now - last < PAUSE) return false;
    last = now;
    return true;
  };
}
