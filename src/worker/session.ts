import type { Engine } from '../engine/engine';
import { createReals, type Reals } from '../engine/reals';
import { transitionBetween } from '../experiment/transition';
import { assertNever } from '../protocol/assertNever';
import type { Command, Configure, Event, PauseReason, RunStatus, Watch } from '../protocol/messages';
import { divergenceCause, hasDiverged } from './divergence';
import { createFrameMaker } from './frameMaker';
import { createPacing, SLICE } from './pacing';
import { branchRun, seekBest, seekRun } from './past';
import {
  copyCheckpoint,
  epochOf,
  evaluate,
  mark,
  parkRun,
  positionOf,
  remember,
  rescueRun,
  reshapeRun,
  reviveRun,
  startRun,
  stepOf,
  type ParkedRun,
  type Run,
} from './run';
import { createStatusKeeper } from './status';
import { stoppedBy } from './stopRules';
import { createSpeedometer } from './speedometer';
import { holdOthers, releaseOthers, tuneRun } from './tune';

/** Runs set aside for undo; the oldest go first. */
const MOST_PARKED = 16;
/**
 * Milliseconds that training stands back, at most, for the page to draw what was changed: on few cores both want the
 * same one. Changes that follow one another, as a slider's drag does, leave training at least as long in between.
 */
const STAND_BACK = 60;
/** Milliseconds between two looks whether the page has drawn. */
const LOOK_AGAIN = 4;
/** Milliseconds between two rescue points. */
const RESCUE_INTERVAL = 2000;

/** Multiply-adds of an epoch below which it is trained in one call: well under a slice even without SIMD. */
const QUICK_EPOCH = 1e6;

function epochCost({ trainer, dataset }: Run): number {
  return 3 * trainer.layout.parameterCount * dataset.train.length;
}

export interface SessionOptions {
  readonly engine: Engine;
  readonly post: (event: Event, transfer: readonly ArrayBuffer[]) => void;
  /** milliseconds */
  readonly now: () => number;
  /** Calls back after at least `delay` milliseconds, letting messages in before. */
  readonly schedule: (callback: () => void, delay: number) => void;
}

export interface Session {
  receive(command: Command): void;
}

/** The worker's state machine: one run, played, paused, changed and rewound by commands. */
export function createSession({ engine, post, now, schedule }: SessionOptions): Session {
  const pacing = createPacing();
  const frames = createFrameMaker(engine);
  const speedometer = createSpeedometer();
  const status = createStatusKeeper((revision, next) => post({ kind: 'status', revision, status: next }, []));
  const parked = new Map<number, ParkedRun>();
  let run: Run | null = null;
  let revision = 0;
  let playing = false;
  let paused: PauseReason = { kind: 'user' };
  let watch: Watch | null = null;
  /** The page has not yet answered for the last frame. */
  let awaiting = false;
  let dirty = false;
  let looping = false;
  let rescuedAt = -Infinity;
  let standsBackUntil = -Infinity;

  // ---- telling the page

  function tell(): void {
    if (run === null) return;
    const next: Omit<RunStatus, 'deadLayer'> = {
      playing,
      paused,
      engine: run.trainer.precision === 'double' ? 'double' : engine.kind,
      marks: run.marks,
      trainCount: run.dataset.train.length,
      testCount: run.dataset.test.length,
    };
    status.tell(revision, next, run.trainer, now(), !playing);
  }

  function sendFrame(): void {
    if (run === null || watch === null || awaiting || !dirty) return;
    const rate = playing ? speedometer.rate() : 0;
    const { snapshot, transfer } = frames.make(run, watch, revision, rate, playing);
    post({ kind: 'snapshot', snapshot }, transfer);
    awaiting = true;
    dirty = false;
  }

  function changed(): void {
    dirty = true;
    tell();
    sendFrame();
  }

  function sendRescue(at: number): void {
    if (run === null || at - rescuedAt < RESCUE_INTERVAL) return;
    rescuedAt = at;
    const state = createReals(run.trainer.precision, run.trainer.stateLength);
    run.trainer.copyState(state);
    const point = { before: run.before, firstLoss: run.firstLoss, ...run.trainer.progress, state };
    post({ kind: 'rescue', revision, point }, [state.buffer]);
  }

  // ---- training

  function pause(reason: PauseReason): void {
    playing = false;
    paused = reason;
  }

  function diverge(current: Run): void {
    const epoch = epochOf(current);
    current.trainer.restore(copyCheckpoint(current.good.checkpoint));
    evaluate(current);
    const best = current.before.epoch + current.best.checkpoint.epoch;
    pause({ kind: 'diverged', epoch, best, cause: divergenceCause(current.experiment) });
  }

  /** Looks at the network after an epoch, or after a single step that the page shows. False when the run has to stop. */
  function look(current: Run, atEpochEnd: boolean): boolean {
    evaluate(current);
    dirty = true;
    const { train, trainer, firstLoss, experiment } = current;
    if (hasDiverged(train.loss, firstLoss, trainer.isFinite(), experiment.loss)) {
      diverge(current);
      return false;
    }
    remember(current);
    if (!atEpochEnd) return true;
    const reason = stoppedBy(current.experiment.training.stop, {
      epoch: epochOf(current),
      loss: current.train.loss,
      before: current.lossBefore,
      gradientNorm: () => current.trainer.gradientNorm(),
    });
    current.lossBefore = current.train.loss;
    if (reason !== null) pause(reason);
    return reason === null;
  }

  /** Trains up to `units` updates or epochs, as long as the slice lasts. */
  function train(current: Run, units: number, deadline: number): void {
    const stepwise = pacing.unit === 'update';
    const wholeEpochs = !stepwise && epochCost(current) < QUICK_EPOCH;
    let done = 0;
    while (playing && done < units) {
      const ended = wholeEpochs ? finishEpoch(current) : current.trainer.update();
      if (ended || stepwise) {
        done++;
        if (!look(current, ended)) break;
      }
      if (now() >= deadline) break;
    }
    pacing.done(done);
  }

  function finishEpoch({ trainer }: Run): true {
    trainer.finishEpoch();
    return true;
  }

  function loop(): void {
    looping = false;
    if (!playing || run === null) return;
    const start = now();
    if (awaiting && start < standsBackUntil) {
      looping = true;
      schedule(loop, LOOK_AGAIN);
      return;
    }
    const units = pacing.due(start);
    if (units >= 1) {
      const before = stepOf(run);
      train(run, units, start + SLICE);
      speedometer.count(stepOf(run) - before, now());
    }
    dirty ||= units >= 1;
    tell();
    sendFrame();
    sendRescue(start);
    keepGoing();
  }

  function keepGoing(): void {
    if (!playing || looping) return;
    looping = true;
    schedule(loop, pacing.wait(now()));
  }

  function play(): void {
    if (run === null || playing) return;
    if (run.timeline.rewound) branchRun(run);
    const limit = run.experiment.training.stop?.epochs;
    if (limit !== undefined && epochOf(run) >= limit) {
      pause({ kind: 'epochs', epoch: epochOf(run) });
      tell();
      return;
    }
    playing = true;
    pacing.start(now());
    speedometer.start(now());
    tell();
    keepGoing();
  }

  function step(unit: 'update' | 'epoch', layer: number | null): void {
    if (run === null || playing) return;
    if (run.timeline.rewound) branchRun(run);
    paused = { kind: 'user' };
    if (layer !== null) holdOthers(run, layer);
    let ended = run.trainer.update();
    if (unit === 'epoch' && !ended) ended = finishEpoch(run);
    if (layer !== null) releaseOthers(run);
    look(run, ended);
    changed();
  }

  // ---- the past

  function seek(epoch: number): void {
    if (run === null) return;
    pause({ kind: 'user' });
    seekRun(run, epoch);
    changed();
  }

  function backToBest(): void {
    if (run === null) return;
    pause({ kind: 'user' });
    seekBest(run);
    changed();
  }

  // ---- changes

  function restart(next: Run): void {
    pause({ kind: 'user' });
    run = next;
    speedometer.start(now());
  }

  function configure(command: Configure): void {
    const { experiment, label } = command;
    revision = command.revision;
    const lender = command.restore === undefined ? null : (parked.get(command.restore) ?? null);
    const transition =
      run === null || command.restart ? 'restart' : transitionBetween(run.experiment, experiment);
    if (command.rescue !== undefined) {
      restart(rescueRun(engine, experiment, command.rescue));
    } else if (run === null || transition === 'restart') {
      restart(
        lender !== null && command.restart
          ? reviveRun(engine, experiment, lender)
          : startRun(engine, experiment),
      );
    } else if (transition === 'structure') {
      run = reshapeRun(engine, run, experiment, lender);
      if (command.continues !== true) mark(run, label);
    } else if (transition === 'none') {
      run.experiment = experiment;
    } else {
      tuneRun(engine, run, experiment, transition === 'data');
      if (command.continues !== true) mark(run, label);
      if (paused.kind !== 'user') paused = { kind: 'user' };
    }
    changed();
    standBack();
    keepGoing();
  }

  function standBack(): void {
    const at = now();
    if (at >= standsBackUntil + STAND_BACK) standsBackUntil = at + STAND_BACK;
  }

  function setParameter(index: number, value: number): void {
    if (run === null) return;
    if (run.timeline.rewound) branchRun(run);
    run.trainer.setParameter(index, value);
    takeWeights(run, 'Weight');
  }

  function setParameters(values: Reals, label: string): void {
    if (run === null || values.length !== run.trainer.parameters.length) return;
    if (run.timeline.rewound) branchRun(run);
    const { trainer } = run;
    values.forEach((value, index) => trainer.setParameter(index, value));
    takeWeights(run, label);
  }

  /** Weights written by hand are part of the past at the point where they were written. */
  function takeWeights(run: Run, label: string): void {
    evaluate(run);
    mark(run, label);
    const last = run.timeline.points[run.timeline.points.length - 1];
    if (last?.epoch === positionOf(run)) {
      run.timeline.add({ epoch: last.epoch, checkpoint: run.trainer.save() });
      run.history.add(last.epoch, run.train.loss, run.test.loss);
    }
    changed();
  }

  function park(id: number): void {
    if (run === null) return;
    parked.set(id, parkRun(run));
    for (const oldest of parked.keys()) {
      if (parked.size <= MOST_PARKED) break;
      parked.delete(oldest);
    }
  }

  function receive(command: Command): void {
    switch (command.kind) {
      case 'configure':
        return configure(command);
      case 'play':
        return play();
      case 'pause':
        pause({ kind: 'user' });
        return changed();
      case 'step':
        return step(command.unit, command.layer ?? null);
      case 'speed':
        pacing.setSpeed(command.speed);
        speedometer.start(now());
        return keepGoing();
      case 'seek':
        return seek(command.epoch);
      case 'setParameter':
        return setParameter(command.index, command.value);
      case 'setParameters':
        return setParameters(command.values, command.label);
      case 'best':
        return backToBest();
      case 'park':
        return park(command.id);
      case 'watch':
        watch = command.watch;
        dirty = true;
        return sendFrame();
      case 'acknowledge':
        frames.recycle(command.buffers);
        awaiting = false;
        return sendFrame();
      case 'ping':
        return post({ kind: 'pong' }, []);
      default:
        return assertNever(command);
    }
  }

  return { receive };
}
