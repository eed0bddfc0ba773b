import type { Trainer } from '../engine/engine';
import type { RunStatus } from '../protocol/messages';

/** Milliseconds between two looks for a dead layer; each is a forward pass. */
const DEAD_LAYER_INTERVAL = 500;

export interface StatusKeeper {
  /** Tells the page the status if it differs from what it was told last. */
  tell(
    revision: number,
    status: Omit<RunStatus, 'deadLayer'>,
    trainer: Trainer,
    now: number,
    settled: boolean,
  ): void;
}

export function createStatusKeeper(send: (revision: number, status: RunStatus) => void): StatusKeeper {
  let toldRevision = -1;
  let told: RunStatus | null = null;
  let deadLayer = -1;
  let lookedAt = -Infinity;
  return {
    tell(revision, status, trainer, now, settled) {
      if (settled || now - lookedAt >= DEAD_LAYER_INTERVAL) {
        deadLayer = trainer.deadLayer();
        lookedAt = now;
      }
      if (told !== null && revision === toldRevision && deadLayer === told.deadLayer && isSame(status, told))
        return;
      toldRevision = revision;
      told = { ...status, deadLayer };
      send(revision, told);
    },
  };
}

function isSame(a: Omit<RunStatus, 'deadLayer'>, b: Omit<RunStatus, 'deadLayer'>): boolean {
  return (
    a.playing === b.playing &&
    a.paused === b.paused &&
    a.engine === b.engine &&
    a.marks === b.marks &&
    a.trainCount === b.trainCount &&
    a.testCount === b.testCount
  );
}
