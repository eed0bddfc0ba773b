import { useEffect } from 'react';
import { useFrames } from '../../../store/context';
import type { ParabolaFrame } from './useParabolaFrame';

/** Parts of the figure that write a frame's numbers in place. */
export type FrameWriters = Set<(frame: ParabolaFrame) => void>;

/** ms between two texts while a run changes them: nobody reads faster, and every text costs a layout of the page. */
const READING = 100;

/**
 * Calls `write` with the frames that are drawn, and again when `deps` change: `drawn` with every one, `read` while a run
 * goes on only as often as numbers can be read. The frame of a pause is always written.
 */
export function useFrameWriter(
  writers: FrameWriters,
  pace: 'drawn' | 'read',
  write: (frame: ParabolaFrame) => void,
  deps: readonly unknown[],
): void {
  const frames = useFrames();
  useEffect(() => {
    let written = -Infinity;
    const writeInTime = (frame: ParabolaFrame) => {
      const now = performance.now();
      const running = frame.snapshot.updatesPerSecond > 0;
      if (pace === 'read' && running && now - written < READING) return;
      written = now;
      write(frame);
    };
    writers.add(writeInTime);
    frames.redraw();
    return () => {
      writers.delete(writeInTime);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [writers, frames, pace, ...deps]);
}

export function writeAttribute(element: Element | null, name: string, text: string): void {
  if (element !== null && element.getAttribute(name) !== text) element.setAttribute(name, text);
}
