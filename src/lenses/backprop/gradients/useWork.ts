import { useEffect, useRef } from 'react';
import type { Reals } from '../../../engine/reals';
import type { Snapshot } from '../../../protocol/snapshot';
import { useFrame, useFrames, useSelect } from '../../../store/context';
import { runInSlices, type Work } from './slices';

/** ms between two beginnings, and between two slices, while training */
const PAUSE = 200;
const GAP = 16;

interface Job {
  readonly begin: unknown;
  /** the frame's, copied: what the job is about */
  readonly parameters: Reals;
  readonly step: number;
  readonly position: number | null;
  readonly began: number;
  readonly cancel: () => void;
  running: boolean;
  /** A later frame came by meanwhile. */
  wanted: boolean;
}

/**
 * Computes something of the present network, in slices, and shows it: of every settled frame, and while training of a
 * frame at a time, from its beginning to its end, at most five times a second. Keep `begin` while it means the same.
 * @param begin gets the frame and a copy of its parameters; null where the frame does not fit
 */
export function useWork<Result>(
  begin: (snapshot: Snapshot, parameters: Reals) => Work<Result> | null,
  show: (result: Result) => void,
): void {
  const frames = useFrames();
  const playing = useSelect((state) => state.status.playing);
  const job = useRef<Job | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });

  function start(snapshot: Snapshot): Job | null {
    const parameters = snapshot.parameters.slice();
    const work = begin(snapshot, parameters);
    if (work === null) return null;
    const began = performance.now();
    const cancel = runInSlices(work, playing ? GAP : 0, (result) => {
      next.running = false;
      latest.current(result);
      if (next.wanted) timer.current = setTimeout(frames.redraw, PAUSE - (performance.now() - began));
    });
    const position = snapshot.state?.position ?? null;
    const next: Job = {
      ...{ begin, parameters, step: snapshot.step, position, began, cancel },
      ...{ running: true, wanted: false },
    };
    return next;
  }

  useFrame(
    (snapshot) => {
      const now = job.current;
      if (now?.begin === begin) {
        if (isOf(now, snapshot)) return;
        if (playing && (now.running || performance.now() - now.began < PAUSE)) {
          now.wanted = true;
          return;
        }
      }
      now?.cancel();
      clearTimeout(timer.current);
      job.current = start(snapshot);
    },
    [begin, playing],
  );
  useEffect(
    () => () => {
      job.current?.cancel();
      job.current = null;
      clearTimeout(timer.current);
    },
    [],
  );
}

function isOf({ parameters, step, position }: Job, snapshot: Snapshot): boolean {
  const same = step === snapshot.step && position === (snapshot.state?.position ?? null);
  if (!same || parameters.length !== snapshot.parameters.length) return false;
  return parameters.every((value, i) => Object.is(value, snapshot.parameters[i]));
}
