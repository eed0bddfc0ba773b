import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { createTensorFlowPlaygroundData } from '../../src/data/tensorFlowPlayground/createData';
import { tokenSets } from '../../src/data/tokenSets';
import type { Trainer } from '../../src/engine/engine';
import { flattenParameters, initialParameters } from '../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import type { Precision } from '../../src/engine/reals';
import type { Experiment } from '../../src/experiment/experiment';
import { parseTensorFlowPlaygroundLink } from '../../src/experiment/tensorFlowPlayground';
import { loadEverything } from '../data/loadEverything';
import { readRuns, type PlaygroundRun } from './readRuns';

const folder = process.env.TFP_DIR ?? join(import.meta.dirname, '../fixtures/tensorflow-playground');

await loadEverything();

function openLink({ link }: PlaygroundRun): Experiment {
  const parsed = parseTensorFlowPlaygroundLink(link);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function startingParameters(experiment: Experiment): Float64Array {
  const { problem } = experiment;
  if (problem.dataset === 'custom') throw new Error('A generated problem was expected.');
  return initialParameters(experiment, createTensorFlowPlaygroundData(problem).random);
}

function createRunTrainer(experiment: Experiment, precision: Precision): Trainer {
  const sets = tokenSets(createDataset(experiment), experiment);
  return createPlainEngine().createTrainer({
    network: networkSpec(experiment),
    update: updateSpec(experiment, sets.train.count),
    ...sets,
    parameters: startingParameters(experiment),
    precision,
  });
}

function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = actual.length === expected.length ? 0 : Infinity;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN)));
  }
  return largest;
}

/** Largest relative deviation of any train or test loss. */
function lossDeviation(trainer: Trainer, losses: PlaygroundRun['losses']): number {
  let worst = 0;
  for (const { epoch, train, test } of losses) {
    while (trainer.progress.epoch < epoch) trainer.update();
    worst = Math.max(worst, Math.abs(trainer.evaluate('train').loss / train - 1));
    worst = Math.max(worst, Math.abs(trainer.evaluate('test').loss / test - 1));
  }
  return worst;
}

describe.each(readRuns(folder))('$name', (run) => {
  it('draws the same points', () => {
    const dataset = createDataset(openLink(run));
    expect(dataset.train).toHaveLength(run.trainCount);
    expect(dataset.test).toHaveLength(run.testCount);
    const first = Array.from(dataset.train.slice(0, run.firstTrainPoints.length));
    const drawn = first.flatMap((t) => [
      ...dataset.inputs.slice(2 * t, 2 * t + 2),
      dataset.targets[t] ?? NaN,
    ]);
    const expected = run.firstTrainPoints.flatMap(({ x, y, label }) => [x, y, label]);
    expect(largestDifference(drawn, expected)).toBeLessThan(1e-12);
  });

  it('starts from the same weights', () => {
    const start = startingParameters(openLink(run));
    expect(largestDifference(start, flattenParameters(run.startParameters))).toBeLessThan(1e-12);
  });

  it('follows the losses to 1e-6 in double precision and ends with the same weights', () => {
    const trainer = createRunTrainer(openLink(run), 'double');
    expect(lossDeviation(trainer, run.losses)).toBeLessThan(1e-6);
    expect(largestDifference(trainer.parameters, flattenParameters(run.endParameters))).toBeLessThan(1e-6);
  });

  it('follows the losses to 1 % in single precision', () => {
    expect(lossDeviation(createRunTrainer(openLink(run), 'single'), run.losses)).toBeLessThan(0.01);
  });
});
