/** Milliseconds over which updates per second are measured. */
const WINDOW = 500;

/** Updates per second of the last half second of training. */
export interface Speedometer {
  start(now: number): void;
  count(steps: number, now: number): void;
  rate(): number;
}

export function createSpeedometer(): Speedometer {
  let since = 0;
  let steps = 0;
  let rate = 0;
  return {
    start(now) {
      since = now;
      steps = 0;
      rate = 0;
    },
    count(more, now) {
      steps += more;
      const elapsed = now - since;
      if (elapsed < WINDOW && rate > 0) return;
      if (elapsed < WINDOW / 5) return;
      // A pace slower than the window is measured over as long as it takes to see a step.
      if (steps < 2 && elapsed < 4 * WINDOW) return;
      rate = (1000 * steps) / elapsed;
      since = now;
      steps = 0;
    },
    rate: () => rate,
  };
}
