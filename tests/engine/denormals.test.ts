import { describe, expect, it } from 'vitest';
import type { Engine, Trainer } from '../../src/engine/engine';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import type { Activation } from '../../src/experiment/names';
import {
  createNetwork,
  createNumbers,
  createParameters,
  createUpdate,
  layer,
  NO_TOKENS,
  trainEpochs,
} from './support';

/** Numbers below this lack the leading bit of others, and processors compute with them many times slower. */
const SMALLEST_NORMAL = 2 ** -126;
/** Epochs of two updates; a moment that nothing feeds falls below the normal numbers in some 800 or 8,000 updates. */
const PAST_CONVERGENCE = 6000;
const FIRST = 20;

/** Two clouds that a line separates: the tanh output reaches ±1 exactly, but for the last bit. */
function separableTokens() {
  const count = 8;
  const number = createNumbers(11);
  const targets = Float64Array.from({ length: count }, (_, b) => (b % 2 === 0 ? 1 : -1));
  const inputs = Float64Array.from({ length: 2 * count }, (_, i) =>
    Math.fround(3 * (targets[i % count] ?? 0) + number()),
  );
  return { count, inputs, targets };
}

function createAdamTrainer(engine: Engine, activation: Activation): Trainer {
  const network = createNetwork(2, [layer(32, activation), layer(32, activation), layer(1, 'tanh')]);
  return engine.createTrainer({
    network,
    update: createUpdate({
      batchSize: 4,
      optimizer: { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.99 },
    }),
    train: separableTokens(),
    test: NO_TOKENS,
    parameters: createParameters(network),
    precision: 'single',
  });
}

function count(trainer: Trainer, isCounted: (magnitude: number) => boolean): number {
  return trainer.save().state.filter((value) => isCounted(Math.abs(value))).length;
}

const hasVanished = (magnitude: number) => magnitude < 1e-24;
const isDenormal = (magnitude: number) => magnitude > 0 && magnitude < SMALLEST_NORMAL;

function timeEpochs(trainer: Trainer): number {
  const start = performance.now();
  trainEpochs(trainer, FIRST);
  return performance.now() - start;
}

describe.each([createPlainEngine(), createSimdEngine()])(
  'past convergence with Adam, the $kind engine',
  (engine) => {
    describe.each(['relu', 'tanh'] as const)('and %s', (activation) => {
      const fresh = createAdamTrainer(engine, activation);
      const start = fresh.save();
      const converged = createAdamTrainer(engine, activation);
      trainEpochs(fresh, FIRST);
      trainEpochs(converged, PAST_CONVERGENCE);

      it('has moments that have vanished', () => {
        expect(converged.evaluate('train').loss).toBeLessThan(1e-12);
        expect(count(converged, hasVanished)).toBeGreaterThan(count(fresh, hasVanished) + 100);
      });

      it('keeps no denormal number', () => {
        expect(count(converged, isDenormal)).toBe(0);
      });

      it('trains its epochs as fast as the first ones', () => {
        let first = Infinity;
        let last = Infinity;
        for (let round = 0; round < 20; round++) {
          fresh.restore(start);
          first = Math.min(first, timeEpochs(fresh));
          last = Math.min(last, timeEpochs(converged));
        }
        expect(last).toBeLessThan(3 * first);
      });
    });
  },
);
