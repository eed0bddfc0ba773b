import { featurePrecision } from '../data/features';
import type { Engine, Probe, Trainer } from '../engine/engine';
import { networkSpec, type NetworkSpec } from '../engine/network';
import type { OwnReals } from '../engine/reals';
import type { Experiment } from '../experiment/experiment';
import { coordinateCount, extentOf, layerSizes } from '../experiment/shape';
import type { Watch } from '../protocol/messages';
import type { LossHistory, Snapshot, TimelineView, TokenOutputs, TrainerState } from '../protocol/snapshot';
import { snapshotBuffers } from '../protocol/snapshotBuffers';
import { createBufferPool, type BufferPool } from './bufferPool';
import { gridInputs } from './grid';
import { paintField, paintMaps, type GridValues } from './pictures';
import { createProbes } from './probes';
import { loadedDigitPictures } from './problemPictures';
import { epochOf, positionOf, stepOf, type Run } from './run';

/** Cells a side of the grid on which all maps are computed; pictures of units average 2 × 2 of them. */
const FINE = 100;
/** While a large network trains its maps are coarser, so that training gets its share of the core. */
const COARSE = 50;
/** Multiply-adds of a fine grid above which it counts as large, about 25 ms. */
const LARGE = 25e6;

export interface Frame {
  readonly snapshot: Snapshot;
  readonly transfer: readonly ArrayBuffer[];
}

export interface FrameMaker {
  make(run: Run, watch: Watch, revision: number, updatesPerSecond: number, playing: boolean): Frame;
  recycle(buffers: readonly ArrayBuffer[]): void;
}

/** Gathers what the visible panels watch into one snapshot of pooled buffers. */
export function createFrameMaker(engine: Engine): FrameMaker {
  const pool = createBufferPool();
  const grids = createGrids(engine);
  const painter = engine.createPainter();
  const probes = createProbes(engine, pool);
  let digitPainter: ReturnType<ReturnType<typeof loadedDigitPictures>> | null = null;
  const paintDigitMaps = (run: Run, network: NetworkSpec, watch: Watch) =>
    (digitPainter ??= loadedDigitPictures()(engine, pool))(run, network, watch);
  const paintGrid = (grid: GridValues | null, watch: Watch) =>
    grid === null ? null : paintMaps(pool, painter, grid, watch);

  return {
    make(run, watch, revision, updatesPerSecond, playing) {
      const { experiment, trainer } = run;
      const network = networkSpec(experiment);
      const digits = experiment.problem.dataset === 'digits';
      const plane = !digits && (watch.maps || watch.field);
      const grid = plane ? grids.compute(experiment, network, run, playing) : null;
      const parameters = reals(pool, trainer, trainer.parameters.length);
      parameters.set(trainer.parameters);
      const snapshot: Snapshot = {
        revision,
        sizes: layerSizes(experiment),
        epoch: epochOf(run),
        step: stepOf(run),
        trainLoss: run.train.loss,
        testLoss: run.test.loss,
        trainScore: run.train.score,
        testScore: run.test.score,
        updatesPerSecond,
        parameters,
        history: copyHistory(pool, run.history.view),
        timeline: copyTimeline(pool, run.timeline.view(positionOf(run))),
        maps: watch.maps ? (digits ? paintDigitMaps(run, network, watch) : paintGrid(grid, watch)) : null,
        field: grid !== null && watch.field ? paintField(pool, painter, grid, run, watch) : null,
        outputs: copyOutputs(pool, run),
        probes: probes.run(run, network, watch.probes),
        state: watch.state ? copyState(pool, run) : null,
      };
      return { snapshot, transfer: snapshotBuffers(snapshot) };
    },
    recycle: pool.give,
  };
}

/**
 * Values of features and units on the grid, in single precision, finer than any picture; the probe is made anew only when
 * shape or features change.
 */
function createGrids(engine: Engine) {
  let key = '';
  let probe: Probe | null = null;
  let inputs: Float64Array = new Float64Array(0);
  return {
    compute(experiment: Experiment, network: NetworkSpec, run: Run, playing: boolean): GridValues {
      const cost = FINE * FINE * run.trainer.layout.parameterCount;
      const size = playing && cost > LARGE ? COARSE : FINE;
      const { problem, features } = experiment;
      const plane = [extentOf(problem), coordinateCount(problem), featurePrecision(experiment)];
      const wanted = [size, layerSizes(experiment), features, plane].join();
      if (probe === null || wanted !== key) {
        inputs = gridInputs(experiment, size);
        probe = engine.createProbe(run.trainer.layout, inputs, size * size);
        key = wanted;
      }
      return { size, network, inputs, units: probe.run(network, run.trainer.parameters) };
    },
  };
}

function copyState(pool: BufferPool, { trainer }: Run): TrainerState {
  const values = reals(pool, trainer, trainer.stateLength);
  trainer.copyState(values);
  const { epoch, position } = trainer.progress;
  return { values, epoch, position };
}

/** In the trainer's precision. */
function reals(pool: BufferPool, { precision }: Trainer, length: number): OwnReals {
  return precision === 'double'
    ? new Float64Array(pool.take(8 * length))
    : new Float32Array(pool.take(4 * length));
}

function doubles(pool: BufferPool, from: Float64Array): Float64Array {
  const copy = new Float64Array(pool.take(from.byteLength));
  copy.set(from);
  return copy;
}

function copyHistory(pool: BufferPool, { count, epoch, train, test }: LossHistory): LossHistory {
  return { count, epoch: doubles(pool, epoch), train: doubles(pool, train), test: doubles(pool, test) };
}

function copyTimeline(pool: BufferPool, view: TimelineView): TimelineView {
  return { ...view, epochs: doubles(pool, view.epochs) };
}

/** [output][token] of both sets → [token][output] in the order of the data set's points */
function copyOutputs(pool: BufferPool, { dataset, trainer }: Run): TokenOutputs {
  const { count, outputs } = dataset;
  const values = reals(pool, trainer, count * outputs);
  for (const [tokens, from] of [
    [dataset.train, trainer.outputs('train')],
    [dataset.test, trainer.outputs('test')],
  ] as const) {
    for (let i = 0; i < tokens.length; i++) {
      const at = (tokens[i] ?? 0) * outputs;
      for (let o = 0; o < outputs; o++) values[at + o] = from[o * tokens.length + i] ?? 0;
    }
  }
  return { channels: outputs, values };
}
