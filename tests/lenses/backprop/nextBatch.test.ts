import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/data/createDataset';
import { tokenSets } from '../../../src/data/tokenSets';
import type { Trainer } from '../../../src/engine/engine';
import { initialParameters } from '../../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../../src/engine/network';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { createOptimizer, DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { BATCH_ORDERS, OPTIMIZERS } from '../../../src/experiment/names';
import { layerSizes } from '../../../src/experiment/shape';
import { nextBatch, tokenOf, waitingTokens } from '../../../src/lenses/backprop/tokens';
import { createStepValues } from '../../../src/lenses/backprop/values';

interface Settings {
  readonly order: Experiment['training']['order'];
  readonly remainder: 'short' | 'carry';
  readonly batchSize: number | 'all';
  readonly points: number;
  readonly optimizer: (typeof OPTIMIZERS)[number];
  readonly seed: number;
  readonly regularization: 'none' | 'l1' | 'l2';
}

function experimentOf(settings: Settings): Experiment {
  const { order, remainder, batchSize, points, optimizer, seed, regularization } = settings;
  const wave = (i: number): number => Math.fround(Math.sin(i + 1));
  return {
    ...DEFAULT_EXPERIMENT,
    seed,
    problem: {
      ...{ dataset: 'custom', task: 'regression', trainFraction: 1 },
      inputs: Array.from({ length: points }, (_, i) => [2 * wave(3 * i), wave(5 * i)]),
      targets: Array.from({ length: points }, (_, i) => [wave(7 * i)]),
      // Places among the training tokens are not places in the data set.
      train: Array.from({ length: points }, (_, i) => i % 4 !== 1),
    },
    features: ['x1', 'x2'],
    loss: 'mse',
    network: {
      ...{ hidden: [{ units: 3, activation: 'tanh' }], output: 'linear' },
      ...{ connectivity: 'sequential', initial: 'xavier' },
    },
    training: {
      ...{ optimizer: createOptimizer(optimizer, 0.05), batchSize, order, remainder },
      regularization: { kind: regularization, rate: regularization === 'none' ? 0 : 0.01 },
    },
  };
}

function trainerOf(experiment: Experiment): Trainer {
  const dataset = createDataset(experiment);
  const sets = tokenSets(dataset, experiment);
  return createPlainEngine().createTrainer({
    ...{ network: networkSpec(experiment), update: updateSpec(experiment, sets.train.count), ...sets },
    ...{ parameters: initialParameters(experiment), precision: 'double' },
  });
}

/** What the lens says of the trainer's next update: every parameter after it, in the layout's order. */
function predicted(experiment: Experiment, trainer: Trainer): { batch: number[]; parameters: number[] } {
  const dataset = createDataset(experiment);
  const { state, epoch, position } = trainer.save();
  const batch = nextBatch(experiment, dataset, { values: state, epoch, position });
  const values = createStepValues(experiment);
  const tokens = batch.map((place) => tokenOf(experiment, dataset, place));
  values.follow(trainer.parameters.slice(), state, tokens, 0);
  const sizes = layerSizes(experiment);
  const keys = sizes.slice(1).flatMap((units, l) => {
    const inputs = sizes[l] ?? 0;
    const weights = Array.from(
      { length: units * inputs },
      (_, i) => `${l}:${Math.floor(i / inputs)}:${i % inputs}`,
    );
    return [...weights, ...Array.from({ length: units }, (_, k) => `${l}:${k}:b`)];
  });
  return { batch, parameters: keys.map((key) => values.valueOf(`n:${key}`)) };
}

/** One update of the parameters, however many epochs pass before it. */
function step(trainer: Trainer): void {
  const { step: before } = trainer.progress;
  while (trainer.progress.step === before) trainer.update();
}

const settings: fc.Arbitrary<Settings> = fc.record({
  order: fc.constantFrom(...BATCH_ORDERS),
  remainder: fc.constantFrom('short', 'carry'),
  batchSize: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('all' as const)),
  points: fc.integer({ min: 12, max: 30 }),
  optimizer: fc.constantFrom(...OPTIMIZERS),
  seed: fc.integer({ min: 0, max: 999 }),
  regularization: fc.constantFrom('none', 'l1', 'l2'),
});

describe('the minibatch of the lens', () => {
  it('is the one that training takes next: its update ends in the parameters of one real step', () => {
    const property = fc.property(settings, fc.integer({ min: 0, max: 12 }), (each, before) => {
      const experiment = experimentOf(each);
      const trainer = trainerOf(experiment);
      for (let i = 0; i < before; i++) step(trainer);
      const { parameters } = predicted(experiment, trainer);
      step(trainer);
      parameters.forEach((value, i) =>
        expect(Math.abs(value - (trainer.parameters[i] ?? NaN))).toBeLessThan(1e-12),
      );
    });
    fc.assert(property, { numRuns: 300 });
  });

  const PLAIN: Settings = {
    ...{ order: 'sequential', remainder: 'carry', batchSize: 4, points: 8 },
    ...{ optimizer: 'sgd', seed: 1, regularization: 'none' },
  };

  it('begins with the tokens that an epoch before has left over', () => {
    // 6 of 8 points train: 0, 2, 3, 4, 6, 7. After a batch of four, two wait.
    const experiment = experimentOf(PLAIN);
    const trainer = trainerOf(experiment);
    expect(predicted(experiment, trainer).batch).toEqual([0, 2, 3, 4]);
    step(trainer);
    expect(predicted(experiment, trainer).batch).toEqual([6, 7, 0, 2, 3, 4]);
    expect(waitingTokens(experiment, { values: trainer.save().state })).toBe(2);
  });

  it('is a short one where nothing is carried', () => {
    const experiment = experimentOf({ ...PLAIN, remainder: 'short' });
    const trainer = trainerOf(experiment);
    step(trainer);
    expect(predicted(experiment, trainer).batch).toEqual([6, 7]);
    expect(waitingTokens(experiment, { values: trainer.save().state })).toBe(0);
  });

  it('reaches into the next epoch where a larger batch is asked for within one', () => {
    const trainer = trainerOf(experimentOf({ ...PLAIN, batchSize: 2 }));
    step(trainer);
    const experiment = experimentOf({ ...PLAIN, batchSize: 5 });
    trainer.setUpdate(updateSpec(experiment, 6));
    const { batch, parameters } = predicted(experiment, trainer);
    expect(batch).toEqual([3, 4, 6, 7, 0, 2, 3, 4, 6]);
    step(trainer);
    parameters.forEach((value, i) => expect(value).toBeCloseTo(trainer.parameters[i] ?? NaN, 12));
  });

  it('is none where a batch takes more tokens than an epoch has', () => {
    const experiment = experimentOf({ ...PLAIN, batchSize: 7 });
    const trainer = trainerOf(experiment);
    trainer.update();
    expect(trainer.progress).toEqual({ step: 0, epoch: 1, position: 0 });
    expect(predicted(experiment, trainer).batch).toEqual([]);
  });
});
