/** A computation that stops after each token, so that it can be spread over many tasks; returns its result. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** ms of one task; the page stays responsive however large the data set */
const SLICE = 4;

/** Runs work in tasks of a few ms, `gap` ms apart, then calls `done`. Returns how to break it off. */
export function runInSlices<Result>(
  work: Work<Result>,
  gap: number,
  done: (result: Result) => void,
): () => void {
  let timer = setTimeout(slice, 0);
  function slice(): void {
    const start = performance.now();
    do {
      const next = work.next();
      if (next.done === true) {
        done(next.value);
        return;
      }
    } while (performance.now() - start < SLICE);
    timer = setTimeout(slice, gap);
  }
  return () => clearTimeout(timer);
}

/** The result of work, at once: for callers that have the time. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
