import { useCallback, useRef } from 'react';
import type { Reals } from '../../../engine/reals';
import type { Snapshot } from '../../../protocol/snapshot';
import { useActions, useFrames } from '../../../store/context';

/** An update of one layer alone, on show until anything else changes. */
export interface Moved {
  readonly layer: 'first' | 'last';
  readonly before: Reals;
}

interface Watched extends Moved {
  /** updates made when the button was pressed, and how far the epochs were */
  readonly step: number;
  readonly at: number;
  /** the parameters that the update left; null until they have come */
  after: Reals | null;
}

/** Makes updates of one layer alone and knows, frame by frame, which one is to be shown. */
export function useMoved() {
  const actions = useActions();
  const frames = useFrames();
  const watched = useRef<Watched | null>(null);

  const update = useCallback(
    (layer: Moved['layer'], index: number) => {
      const snapshot = frames.current();
      if (snapshot === null) return;
      const { parameters, step, timeline } = snapshot;
      watched.current = { layer, before: parameters.slice(), step, at: timeline.at, after: null };
      actions.stepLayer(index);
    },
    [actions, frames],
  );
  const shown = useCallback((snapshot: Snapshot): Moved | null => {
    watched.current = follow(watched.current, snapshot);
    return watched.current?.after === null ? null : watched.current;
  }, []);
  return { update, shown };
}

function follow(moved: Watched | null, { parameters, step, timeline }: Snapshot): Watched | null {
  if (moved === null || moved.before.length !== parameters.length) return null;
  if (moved.after !== null) return same(moved.after, parameters) ? moved : null;
  if (step > moved.step) moved.after = parameters.slice();
  // Tokens were taken without an update: there is nothing to show.
  else if (timeline.at !== moved.at) return null;
  return moved;
}

function same(a: Reals, b: Reals): boolean {
  return a.every((value, i) => Object.is(value, b[i]));
}
