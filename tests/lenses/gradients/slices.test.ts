import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finish, runInSlices, type Work } from '../../../src/lenses/backprop/gradients/slices';

/** Counts to `steps`, a millisecond each. */
function* counting(steps: number): Work<number> {
  for (let i = 0; i < steps; i++) {
    clock++;
    yield;
  }
  return steps;
}

let clock = 0;

describe('work in slices', () => {
  beforeEach(() => {
    clock = 0;
    vi.useFakeTimers();
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('takes four milliseconds of every task and gives its result at the end', () => {
    const done = vi.fn<(result: number) => void>();
    runInSlices(counting(10), 0, done);
    expect(clock).toBe(0);
    const ends = [];
    while (done.mock.calls.length === 0) {
      vi.advanceTimersToNextTimer();
      ends.push(clock);
    }
    expect(ends).toEqual([4, 8, 10]);
    expect(done).toHaveBeenCalledWith(10);
  });

  it('does nothing more once it is broken off', () => {
    const done = vi.fn<(result: number) => void>();
    const cancel = runInSlices(counting(10), 0, done);
    vi.advanceTimersToNextTimer();
    cancel();
    vi.runAllTimers();
    expect([clock, done.mock.calls.length]).toEqual([4, 0]);
  });

  it('has the same result at once', () => {
    expect(finish(counting(5))).toBe(5);
  });
});
