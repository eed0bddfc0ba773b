import { copyCheckpoint, evaluate, keep, positionOf, type Run } from './run';

/** Going back in a run, and going on from there. */

/** Shows the kept point nearest to `epoch`. */
export function seekRun(run: Run, epoch: number): void {
  // The head is a point like any other, so that one can come back to it.
  const position = positionOf(run);
  const last = run.timeline.points[run.timeline.points.length - 1];
  if (!run.timeline.rewound && last?.epoch !== position) {
    run.timeline.add({ epoch: position, checkpoint: run.trainer.save() });
  }
  const point = run.timeline.seek(epoch);
  if (point === null) return;
  run.trainer.restore(point.checkpoint);
  evaluate(run);
}

/** Shows the best point of the run, which is then one of the timeline's. */
export function seekBest(run: Run): void {
  const checkpoint = copyCheckpoint(run.best.checkpoint);
  run.trainer.restore(checkpoint);
  run.timeline.seekTo({ epoch: positionOf(run), checkpoint });
  evaluate(run);
}

/** Training goes on from the point on show: what came after it is discarded. */
export function branchRun(run: Run): void {
  run.timeline.branch();
  const at = positionOf(run);
  run.history.truncate(at);
  run.marks = run.marks.filter((each) => each.epoch <= at);
  run.lossBefore = NaN;
  if (run.best.checkpoint.epoch + run.before.epoch > at) keep(run, run.best, run.train.loss);
}
