import { useEffect, useRef } from 'react';
import type { Snapshot } from '../protocol/snapshot';
import { useFrames } from './context';

/** ms between two writings of text while training: numbers that change faster cannot be read. */
const PAUSE = 200;
/** The same for the few numbers that are watched for how fast they run. */
export const RUNNING_NUMBERS = 100;

/**
 * Tells of a frame whether its text is to be written: of a settled one always, of the first one after `deps` have changed
 * too, else when `pause` ms have passed. A frame that is passed over and is the last for a while comes again.
 */
export function useThrottle(deps: readonly unknown[], pause = PAUSE): (snapshot: Snapshot) => boolean {
  const frames = useFrames();
  const written = useRef(-Infinity);
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    written.current = -Infinity;
    return () => {
      clearTimeout(again.current);
      again.current = undefined;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps);
  return ({ updatesPerSecond }) => {
    const now = performance.now();
    const left = updatesPerSecond === 0 ? 0 : written.current + pause - now;
    if (left > 0) {
      again.current ??= setTimeout(() => {
        again.current = undefined;
        frames.redraw();
      }, left);
      return false;
    }
    clearTimeout(again.current);
    again.current = undefined;
    written.current = now;
    return true;
  };
}
