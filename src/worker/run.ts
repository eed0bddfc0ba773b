import { createDataset } from '../data/createDataset';
import { tensorFlowPlaygroundData } from '../data/resources';
import type { Dataset } from '../data/dataset';
import { tokenSets } from '../data/tokenSets';
import { carryParameters } from '../engine/carryOver';
import type { Checkpoint, Engine, Evaluation, Trainer } from '../engine/engine';
import { initialParameters, tensorFlowPlaygroundParameters } from '../engine/initialWeights';
import { createLayout } from '../engine/layout';
import { networkSpec, updateSpec } from '../engine/network';
import type { Experiment } from '../experiment/experiment';
import { precisionOf } from '../experiment/precision';
import type { RescuePoint } from '../protocol/messages';
import type { Mark } from '../protocol/snapshot';
import { createLossHistory, type LossHistoryRecorder } from './lossHistory';
import { createTimeline, timelineCapacity, type Timeline } from './timeline';

/** A training run: one experiment's trainer and everything remembered of its past. Owned and written by the session. */
export interface Run {
  experiment: Experiment;
  dataset: Dataset;
  trainer: Trainer;
  /** epochs and updates made before the network had its present shape */
  readonly before: { readonly epoch: number; readonly step: number };
  history: LossHistoryRecorder;
  timeline: Timeline;
  marks: readonly Mark[];
  train: Evaluation;
  test: Evaluation;
  /** train loss that divergence is measured against */
  firstLoss: number;
  /** train loss at the end of the epoch before; NaN in the first */
  lossBefore: number;
  /** the least train loss so far */
  best: Kept;
  /** the last state whose loss was finite */
  good: Kept;
}

/** A state copied into memory of its own that is written again and again. */
export interface Kept {
  checkpoint: Checkpoint;
  loss: number;
}

/** A run set aside, without its trainer. */
export interface ParkedRun {
  readonly experiment: Experiment;
  readonly checkpoint: Checkpoint;
  readonly parameters: ArrayLike<number>;
  readonly before: Run['before'];
  readonly history: LossHistoryRecorder;
  readonly timeline: Timeline;
  readonly marks: readonly Mark[];
  readonly firstLoss: number;
  readonly best: Kept;
}

const MOST_MARKS = 100;

/** Starting parameters of an experiment, in the layout's order. */
export function startingParameters(experiment: Experiment): ArrayLike<number> {
  const { problem, network, parameters } = experiment;
  const replayed = problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground';
  if (network.initial === 'tensorflow-playground' && replayed && parameters === undefined) {
    const { random } = tensorFlowPlaygroundData(problem);
    return tensorFlowPlaygroundParameters(createLayout(networkSpec(experiment)), random, false);
  }
  return initialParameters(experiment);
}

export function startRun(engine: Engine, experiment: Experiment): Run {
  const run = assemble(engine, experiment, startingParameters(experiment), { epoch: 0, step: 0 });
  evaluate(run);
  remember(run);
  return run;
}

/** The same experiment in another shape: weights that survive keep their values, the epochs count on. */
export function reshapeRun(engine: Engine, run: Run, experiment: Experiment, lender: ParkedRun | null): Run {
  let fresh: ArrayLike<number> = startingParameters(experiment);
  if (lender !== null) fresh = carryParameters(lender.experiment, lender.parameters, experiment, fresh);
  const carried = carryParameters(run.experiment, run.trainer.parameters, experiment, fresh);
  const reshaped = assemble(engine, experiment, carried, { epoch: epochOf(run), step: stepOf(run) });
  reshaped.history = run.history;
  reshaped.marks = run.marks;
  evaluate(reshaped);
  remember(reshaped);
  return reshaped;
}

export function parkRun(run: Run): ParkedRun {
  return {
    experiment: run.experiment,
    checkpoint: run.trainer.save(),
    parameters: run.trainer.parameters.slice(),
    before: run.before,
    history: run.history.copy(),
    timeline: run.timeline.copy(),
    marks: run.marks,
    firstLoss: run.firstLoss,
    best: { loss: run.best.loss, checkpoint: copyCheckpoint(run.best.checkpoint) },
  };
}

export function reviveRun(engine: Engine, experiment: Experiment, parked: ParkedRun): Run {
  const run = assemble(engine, experiment, parked.parameters, parked.before);
  run.trainer.restore(parked.checkpoint);
  run.history = parked.history.copy();
  run.timeline = parked.timeline.copy();
  run.marks = parked.marks;
  evaluate(run);
  keep(run, run.good, run.train.loss);
  run.firstLoss = parked.firstLoss;
  run.best = { loss: parked.best.loss, checkpoint: copyCheckpoint(parked.best.checkpoint) };
  return run;
}

/** Goes on from a state that outlived its worker. */
export function rescueRun(engine: Engine, experiment: Experiment, point: RescuePoint): Run {
  const { before, firstLoss, ...checkpoint } = point;
  const run = assemble(engine, experiment, startingParameters(experiment), before);
  run.trainer.restore(checkpoint);
  evaluate(run);
  run.firstLoss = firstLoss;
  remember(run);
  return run;
}

function assemble(
  engine: Engine,
  experiment: Experiment,
  parameters: ArrayLike<number>,
  before: Run['before'],
): Run {
  const dataset = createDataset(experiment);
  const trainer = trainerOf(engine, experiment, dataset, parameters);
  return {
    experiment,
    dataset,
    trainer,
    before,
    history: createLossHistory(),
    timeline: createTimeline(timelineCapacity(trainer.stateLength, trainer.parameters.BYTES_PER_ELEMENT)),
    marks: [],
    train: { loss: NaN, score: NaN },
    test: { loss: NaN, score: NaN },
    firstLoss: NaN,
    lossBefore: NaN,
    best: { checkpoint: trainer.save(), loss: Infinity },
    good: { checkpoint: trainer.save(), loss: Infinity },
  };
}

function trainerOf(
  engine: Engine,
  experiment: Experiment,
  dataset: Dataset,
  parameters: ArrayLike<number>,
): Trainer {
  return engine.createTrainer({
    network: networkSpec(experiment),
    update: updateSpec(experiment, dataset.train.length),
    ...tokenSets(dataset, experiment),
    parameters,
    precision: precisionOf(experiment),
  });
}

/** The same run in the experiment's precision: weights and optimizer state are taken over, rounded where they must be. */
export function convertRun(engine: Engine, run: Run, experiment: Experiment): void {
  const checkpoint = run.trainer.save();
  run.trainer = trainerOf(engine, experiment, run.dataset, run.trainer.parameters);
  run.trainer.restore(checkpoint);
}

/** Whole epochs since the run began. */
export function epochOf(run: Run): number {
  return run.before.epoch + run.trainer.progress.epoch;
}

/** Epochs since the run began, with the part of the present one. */
export function positionOf(run: Run): number {
  return epochOf(run) + run.trainer.progress.position / Math.max(1, run.dataset.train.length);
}

export function stepOf(run: Run): number {
  return run.before.step + run.trainer.progress.step;
}

export function evaluate(run: Run): void {
  run.train = run.trainer.evaluate('train');
  run.test = run.trainer.evaluate('test');
}

/** Copies the present state into `kept`, into the memory it has where that is large enough. */
export function keep(run: Run, kept: Kept, loss: number): void {
  kept.loss = loss;
  const { trainer } = run;
  const { state } = kept.checkpoint;
  const fits = state.BYTES_PER_ELEMENT === trainer.parameters.BYTES_PER_ELEMENT;
  if (fits && state.length === trainer.stateLength) {
    trainer.copyState(state);
    const { step, epoch, position } = trainer.progress;
    kept.checkpoint = { step, epoch, position, state };
  } else {
    kept.checkpoint = trainer.save();
  }
}

/** Takes the evaluated present into the run's memory: curve, timeline, best and last good state. */
export function remember(run: Run): void {
  const position = positionOf(run);
  if (Number.isNaN(run.firstLoss)) run.firstLoss = run.train.loss;
  run.history.add(position, run.train.loss, run.test.loss);
  if (run.timeline.wants(position)) run.timeline.add({ epoch: position, checkpoint: run.trainer.save() });
  keep(run, run.good, run.train.loss);
  if (run.train.loss < run.best.loss) keep(run, run.best, run.train.loss);
}

/** After a change of loss or data the old figures no longer compare. */
export function startComparingAnew(run: Run): void {
  run.firstLoss = Math.max(run.firstLoss, run.train.loss);
  run.lossBefore = NaN;
  run.best.loss = Infinity;
}

export function mark(run: Run, label: string): void {
  run.marks = [...run.marks, { epoch: positionOf(run), label }].slice(-MOST_MARKS);
}

export function copyCheckpoint(checkpoint: Checkpoint): Checkpoint {
  return { ...checkpoint, state: checkpoint.state.slice() };
}
