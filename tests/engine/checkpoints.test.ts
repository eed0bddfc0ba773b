import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/engine/engine';
import type { UpdateSpec } from '../../src/engine/network';
import type { Optimizer } from '../../src/experiment/experiment';
import { createOptimizer } from '../../src/experiment/defaults';
import { bitsOf, createTestTrainer, createTokens, createUpdate, trainSteps, UPDATE_PARTS } from './support';

const PRECISIONS = ['single', 'double'] as const;
const train = createTokens(25, 2, 1);

/** Trains on from a checkpoint in a trainer that has a past of its own. */
function replay(
  checkpoint: Checkpoint,
  update: UpdateSpec,
  precision: (typeof PRECISIONS)[number],
  steps: number,
): unknown {
  const trainer = createTestTrainer({ update, precision, train, parameters: new Float64Array(13) });
  trainSteps(trainer, 5);
  trainer.restore(checkpoint);
  trainSteps(trainer, steps);
  return bitsOf(trainer);
}

describe.each(PRECISIONS)(
  'in %s precision, going on from a checkpoint repeats the same bits',
  (precision) => {
    it.each(UPDATE_PARTS)('with %s', (_, part) => {
      const update = createUpdate({ batchSize: 4, order: 'shuffled', ...part });
      const trainer = createTestTrainer({ update, precision, train });
      for (const steps of [0, 3, 6, 11]) {
        trainSteps(trainer, steps);
        const checkpoint = trainer.save();
        trainSteps(trainer, 20);
        const goneOn = bitsOf(trainer);
        expect(replay(checkpoint, update, precision, 20)).toEqual(goneOn);
        trainer.restore(checkpoint);
        trainSteps(trainer, 20);
        expect(bitsOf(trainer)).toEqual(goneOn);
      }
    });
  },
);

describe('a checkpoint', () => {
  it('is not changed by training on', () => {
    const trainer = createTestTrainer({ update: createUpdate({ optimizer: createOptimizer('adam', 0.1) }) });
    trainSteps(trainer, 4);
    const checkpoint = trainer.save();
    const state = Array.from(checkpoint.state);
    trainSteps(trainer, 4);
    expect(Array.from(checkpoint.state)).toEqual(state);
  });

  it('begins with the parameters, and is copied into given memory', () => {
    const trainer = createTestTrainer({ update: createUpdate({ optimizer: createOptimizer('adam', 0.1) }) });
    trainSteps(trainer, 4);
    const memory = new Float64Array(trainer.stateLength);
    trainer.copyState(memory);
    expect(Array.from(memory)).toEqual(Array.from(trainer.save().state));
    expect(Array.from(memory.subarray(0, 13))).toEqual(Array.from(trainer.parameters));
  });

  it('of another optimizer brings its parameters and cleared moments', () => {
    const withOptimizer = (optimizer: Optimizer) =>
      createTestTrainer({ update: createUpdate({ optimizer }) });
    const momentum = withOptimizer(createOptimizer('momentum', 0.1));
    trainSteps(momentum, 7);
    const adam = withOptimizer(createOptimizer('adam', 0.1));
    trainSteps(adam, 3);
    adam.restore(momentum.save());
    expect(Array.from(adam.parameters)).toEqual(Array.from(momentum.parameters));
    const fresh = withOptimizer(createOptimizer('adam', 0.1));
    momentum.parameters.forEach((value, i) => fresh.setParameter(i, value));
    adam.restore({ ...momentum.save(), step: 0, epoch: 0, position: 0 });
    trainSteps(adam, 3);
    trainSteps(fresh, 3);
    expect(Array.from(adam.parameters)).toEqual(Array.from(fresh.parameters));
  });

  it('of another shape is refused with both sizes named', () => {
    const trainer = createTestTrainer();
    expect(() => trainer.restore({ step: 0, epoch: 0, position: 0, state: new Float64Array(5) })).toThrow(
      /13.*5/,
    );
  });
});
