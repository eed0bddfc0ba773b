import { useEffect, useRef } from 'react';
import type { Snapshot } from '../protocol/snapshot';

/** ms between two writings of text while training: numbers that change faster cannot be read. */
const PAUSE = 200;
/** The same for the few numbers that are watched for how fast they run. */
export const RUNNING_NUMBERS = 100;

/** Tells whether it is time to write; a settled frame is always written, no other follows it. */
export function createThrottle(pause = PAUSE): (settled: boolean) => boolean {
  let last = -Infinity;
  return (settled) => {
    const now = performance.now();
    if (!settled && now - last < pause) return false;
    last = now;
    return true;
  };
}

/** Tells of a frame whether its text is to be written; always of the first one after `deps` have changed. */
export function useThrottle(deps: readonly unknown[], pause = PAUSE): (snapshot: Snapshot) => boolean {
  const throttle = useRef(createThrottle(pause));
  useEffect(() => {
    throttle.current = createThrottle(pause);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pause, ...deps]);
  return ({ updatesPerSecond }) => throttle.current(updatesPerSecond === 0);
}
