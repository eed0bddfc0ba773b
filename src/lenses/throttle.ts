import { useEffect, useRef } from 'react';
import type { Snapshot } from '../protocol/snapshot';

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

/** Tells of a frame whether its text is to be written; always of the first one after `deps` have changed. */
export function useThrottle(deps: readonly unknown[]): (snapshot: Snapshot) => boolean {
  const throttle = useRef(createThrottle());
  useEffect(() => {
    throttle.current = createThrottle();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps);
  return ({ updatesPerSecond }) => throttle.current(updatesPerSecond === 0);
}
