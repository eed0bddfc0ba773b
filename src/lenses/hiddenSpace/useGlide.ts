import { useEffect, useRef, type RefObject } from 'react';
import { useFrames } from '../../store/context';

/** ms from one layer to the next */
const DURATION = 600;

/** A number that follows `target`, at once or gliding there; whoever draws reads it with each frame. */
export function useGlide(target: number, glide: boolean): RefObject<number> {
  const position = useRef(target);
  const frames = useFrames();
  useEffect(() => {
    const from = position.current;
    if (!glide || from === target) {
      position.current = target;
      frames.redraw();
      return undefined;
    }
    let frame = 0;
    const start = performance.now();
    const duration = DURATION * Math.max(1, Math.abs(target - from));
    const advance = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - start) / duration);
      const eased = share * share * (3 - 2 * share);
      position.current = share === 1 ? target : from + eased * (target - from);
      frames.redraw();
      if (share < 1) frame = requestAnimationFrame(advance);
    };
    frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [target, glide, frames]);
  return position;
}
