import type { Snapshot } from '../protocol/snapshot';

export type Draw = (snapshot: Snapshot) => void;

/**
 * Draws frames: whoever shows numbers of the run registers here and is called once per display frame with the last
 * snapshot, outside React. The snapshot's buffers stay valid until the next one has been drawn.
 */
export interface Frames {
  /** Registers a drawing; it is called at the next frame if a snapshot is there. Returns how to leave. */
  add(draw: Draw): () => void;
  /** Draw the last snapshot again, as after a resize or a change of theme. */
  redraw(): void;
  /** A new snapshot: shown at the next display frame, then `done` gets the one it replaced. */
  show(snapshot: Snapshot): void;
  /** A snapshot that waits for the display's next frame is drawn now: what comes after it need not wait. */
  flush(): void;
  /**
   * A snapshot of a changed experiment is on its way: redrawing waits for it, though not for long, and a snapshot that
   * waits for the display is given back undrawn, unless it is the first of its experiment.
   */
  expect(): void;
  /** The snapshot on show, for a click that needs a number; null before the first. */
  readonly current: () => Snapshot | null;
}

export interface FramesOptions {
  readonly requestFrame: (callback: () => void) => void;
  /** Called after a snapshot was drawn, with the snapshot that is no longer needed, if any. */
  readonly done: (replaced: Snapshot | null) => void;
}

/** Milliseconds that redrawing waits for a snapshot that is expected. */
const PATIENCE = 100;

export function createFrames({ requestFrame, done }: FramesOptions): Frames {
  const draws = new Set<Draw>();
  let current: Snapshot | null = null;
  let incoming: Snapshot | null = null;
  let scheduled = false;
  let patience: ReturnType<typeof setTimeout> | null = null;

  function run(): void {
    if (!scheduled) return;
    scheduled = false;
    const replaced = incoming === null ? null : current;
    const fresh = incoming !== null;
    current = incoming ?? current;
    incoming = null;
    try {
      if (current !== null) for (const draw of draws) draw(current);
    } finally {
      // A drawing that fails costs its picture, never the frames to come.
      if (fresh) done(replaced);
    }
  }

  function discard(snapshot: Snapshot): void {
    incoming = null;
    scheduled = false;
    done(snapshot);
  }

  function schedule(): void {
    if (scheduled || patience !== null) return;
    scheduled = true;
    requestFrame(run);
  }

  function expectNoLonger(): void {
    if (patience !== null) clearTimeout(patience);
    patience = null;
  }

  return {
    add(draw) {
      draws.add(draw);
      if (current !== null || incoming !== null) schedule();
      return () => draws.delete(draw);
    },
    redraw: schedule,
    show(snapshot) {
      expectNoLonger();
      incoming = snapshot;
      schedule();
    },
    flush: () => {
      if (incoming !== null) run();
    },
    expect() {
      if (incoming !== null && incoming.revision === current?.revision) discard(incoming);
      else if (incoming !== null) run();
      expectNoLonger();
      patience = setTimeout(() => {
        patience = null;
        schedule();
      }, PATIENCE);
    },
    current: () => incoming ?? current,
  };
}
