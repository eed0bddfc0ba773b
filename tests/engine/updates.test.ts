import { describe, expect, it } from 'vitest';
import { createOptimizer } from '../../src/experiment/defaults';
import { OPTIMIZERS } from '../../src/experiment/names';
import {
  createNetwork,
  createParameters,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
  NO_TOKENS,
  SMALL_NETWORK,
  trainEpochs,
  trainSteps,
} from './support';

describe('batches', () => {
  it('an epoch takes every token once, its last batch being shorter', () => {
    const trainer = createTestTrainer({ update: createUpdate({ batchSize: 10 }) });
    expect([trainer.update(), trainer.update(), trainer.update()]).toEqual([false, false, true]);
    expect(trainer.progress).toEqual({ step: 3, epoch: 1, position: 0 });
  });

  it('a batch of all tokens is the same whatever the order', () => {
    const ends = (['sequential', 'shuffled'] as const).map((order) => {
      const trainer = createTestTrainer({ update: createUpdate({ batchSize: 25, order }) });
      trainEpochs(trainer, 20);
      return trainer.evaluate('train').loss;
    });
    expect(ends[0]).toBeCloseTo(ends[1] ?? NaN, 12);
  });

  it('a batch larger than a block of tokens has the mean gradient of all its tokens', () => {
    const train = createTokens(300, 2, 1);
    const halves = [0, 150].map((start) => {
      const cut = (values: Float64Array, rows: number) =>
        Float64Array.from(
          { length: rows * 150 },
          (_, i) => values[Math.floor(i / 150) * 300 + start + (i % 150)] ?? NaN,
        );
      const half = { count: 150, inputs: cut(train.inputs, 2), targets: cut(train.targets, 1) };
      const trainer = createTestTrainer({ train: half, update: createUpdate({ batchSize: 150 }) });
      return trainer.nextBatchGradient();
    });
    const whole = createTestTrainer({ train, update: createUpdate({ batchSize: 300 }) }).nextBatchGradient();
    whole.forEach((value, i) =>
      expect(value).toBeCloseTo(((halves[0]?.[i] ?? NaN) + (halves[1]?.[i] ?? NaN)) / 2, 12),
    );
  });

  it('goes on from its place in the epoch when the batch size is changed', () => {
    const trainer = createTestTrainer({ update: createUpdate({ batchSize: 4 }) });
    trainSteps(trainer, 2);
    trainer.setUpdate(createUpdate({ batchSize: 9 }));
    trainer.update();
    expect(trainer.progress).toEqual({ step: 3, epoch: 0, position: 17 });
    expect([trainer.update(), trainer.progress.epoch]).toEqual([true, 1]);
  });

  it('carries the tokens that do not fill a batch into the next epoch', () => {
    const train = createTokens(5, 2, 1);
    const update = createUpdate({ batchSize: 3, remainder: 'carry' });
    const trainer = createTestTrainer({ train, update });
    expect(trainer.update()).toBe(true);
    expect(trainer.progress).toEqual({ step: 1, epoch: 1, position: 0 });
    const start = Float64Array.from(trainer.parameters);
    // Tokens 3 and 4 wait with their gradients; 0, 1 and 2 join them under the same parameters.
    const order = [3, 4, 0, 1, 2];
    const pick = (values: Float64Array, rows: number) =>
      Float64Array.from(
        { length: rows * 5 },
        (_, i) => values[Math.floor(i / 5) * 5 + (order[i % 5] ?? 0)] ?? NaN,
      );
    const reordered = { count: 5, inputs: pick(train.inputs, 2), targets: pick(train.targets, 1) };
    const mean = createTestTrainer({
      train: reordered,
      parameters: start,
      update: createUpdate({ batchSize: 5 }),
    });
    mean.update();
    trainer.update();
    trainer.parameters.forEach((value, i) => expect(value).toBeCloseTo(mean.parameters[i] ?? NaN, 14));
  });

  it('without tokens an update does nothing but complete the epoch', () => {
    const trainer = createTestTrainer({ train: NO_TOKENS });
    const before = Array.from(trainer.parameters);
    expect(trainer.update()).toBe(true);
    expect(Array.from(trainer.parameters)).toEqual(before);
  });
});

describe('held parameters', () => {
  it.each(OPTIMIZERS)('%s leaves frozen weights and biases alone, and moves all others', (kind) => {
    const frozen = [
      { layer: 0, unit: 1, from: 0 },
      { layer: 1, unit: 0, from: 'bias' },
      { layer: 9, unit: 0, from: 0 },
    ] as const;
    const regularization = { kind: 'l2', rate: 0.1 } as const;
    const trainer = createTestTrainer({
      update: createUpdate({ optimizer: createOptimizer(kind, 0.1), frozen, regularization }),
    });
    const before = Array.from(trainer.parameters);
    trainEpochs(trainer, 3);
    const unmoved = before.flatMap((value, i) => (trainer.parameters[i] === value ? [i] : []));
    expect(unmoved).toEqual([2, 12]);
  });

  it('a weight let go after a while has no momentum stored up', () => {
    const optimizer = createOptimizer('momentum', 0.1);
    const frozen = [{ layer: 0, unit: 0, from: 0 }] as const;
    const trainer = createTestTrainer({ update: createUpdate({ optimizer, frozen }) });
    trainEpochs(trainer, 5);
    const [before = NaN] = trainer.parameters;
    trainer.setUpdate(createUpdate({ optimizer }));
    const [gradient = NaN] = trainer.nextBatchGradient();
    trainer.update();
    expect(trainer.parameters[0]).toBeCloseTo(before - 0.1 * gradient, 12);
  });

  it('training goes on from a typed weight', () => {
    const trainer = createTestTrainer();
    trainer.setParameter(0, 5);
    expect(trainer.parameters[0]).toBe(5);
    trainer.update();
    expect(trainer.parameters[0]).not.toBe(5);
    expect(Math.abs((trainer.parameters[0] ?? NaN) - 5)).toBeLessThan(1);
  });
});

describe('penalties', () => {
  const flat = { count: 1, inputs: Float64Array.of(0), targets: Float64Array.of(0) };
  const network = createNetwork(1, [layer(1, 'linear')]);

  it('L1 of a TensorFlow Playground link stops a weight at 0 for the rest of the run', () => {
    const regularization = { kind: 'l1', rate: 1, clip: true } as const;
    const update = createUpdate({ batchSize: 1, regularization });
    const trainer = createTestTrainer({ network, train: flat, parameters: [0.25, 0], update });
    const weights = [1, 2, 3, 4, 5].map(() => {
      trainer.update();
      return trainer.parameters[0];
    });
    expect(weights.map((w) => Number(w?.toFixed(10)))).toEqual([0.15, 0.05, 0, 0, 0]);
    trainer.setTokens({ count: 1, inputs: Float64Array.of(1), targets: Float64Array.of(3) }, NO_TOKENS);
    trainSteps(trainer, 5);
    expect(trainer.parameters[0]).toBe(0);
    trainer.setParameter(0, 1);
    trainer.update();
    expect(trainer.parameters[0]).not.toBe(0);
  });

  it('without clipping, L1 lets a weight swing about 0, and spares one that is 0', () => {
    const update = createUpdate({ batchSize: 1, regularization: { kind: 'l1', rate: 1 } });
    const trainer = createTestTrainer({ network, train: flat, parameters: [0.05, 0], update });
    trainer.update();
    expect(trainer.parameters[0]).toBeCloseTo(-0.05, 12);
    trainer.setParameter(0, 0);
    trainer.update();
    expect(trainer.parameters[0]).toBe(0);
  });

  it('spare the biases', () => {
    for (const kind of ['l1', 'l2'] as const) {
      const update = createUpdate({ batchSize: 1, regularization: { kind, rate: 1 } });
      const train = { count: 1, inputs: Float64Array.of(0), targets: Float64Array.of(0.7) };
      const trainer = createTestTrainer({ network, train, parameters: [0.5, 0.7], update });
      trainer.update();
      expect(trainer.parameters[1]).toBe(0.7);
      expect(trainer.parameters[0]).toBeLessThan(0.5);
    }
  });
});

describe('tuning', () => {
  it('another learning rate keeps the optimizer state, another optimizer clears it', () => {
    const adam = createTestTrainer({ update: createUpdate({ optimizer: createOptimizer('adam', 0.01) }) });
    trainSteps(adam, 5);
    const before = adam.save();
    adam.setUpdate(createUpdate({ optimizer: createOptimizer('adam', 0.05) }));
    expect(Array.from(adam.save().state)).toEqual(Array.from(before.state));
    adam.setUpdate(createUpdate({ optimizer: createOptimizer('rmsprop', 0.05) }));
    const moments = Array.from(adam.save().state).slice(-13);
    expect(moments).toEqual(new Array(13).fill(0));
  });

  it('other formulas on the same weights take effect at once', () => {
    const trainer = createTestTrainer();
    const loss = trainer.evaluate('train').loss;
    trainer.setNetwork({ ...SMALL_NETWORK, layers: [layer(3, 'relu'), layer(1, 'tanh')] });
    expect(trainer.evaluate('train').loss).not.toBe(loss);
    expect(() => trainer.setNetwork(createNetwork(2, [layer(4, 'tanh'), layer(1, 'tanh')]))).toThrow(
      /layout/,
    );
  });

  it('new tokens are trained with the same weights', () => {
    const trainer = createTestTrainer({ update: createUpdate({ order: 'shuffled' }) });
    trainSteps(trainer, 2);
    const parameters = Array.from(trainer.parameters);
    trainer.setTokens(createTokens(12, 2, 1, 'signs', 8), createTokens(4, 2, 1));
    expect(Array.from(trainer.parameters)).toEqual(parameters);
    expect(trainer.progress).toEqual({ step: 2, epoch: 1, position: 0 });
    trainEpochs(trainer, 2);
    expect(trainer.outputs('test')).toHaveLength(4);
  });

  it('refuses parameters that do not fit the network', () => {
    expect(() => createTestTrainer({ parameters: createParameters(SMALL_NETWORK).slice(1) })).toThrow(
      /13.*12/,
    );
  });
});

describe('vanishing moments', () => {
  it.each(['momentum', 'nesterov', 'rmsprop', 'adam'] as const)(
    '%s lets them come to rest before they turn denormal',
    (kind) => {
      const network = createNetwork(1, [layer(1, 'linear')]);
      const update = createUpdate({ batchSize: 1, optimizer: createOptimizer(kind, 1e-4) });
      const train = { count: 1, inputs: Float64Array.of(1), targets: Float64Array.of(1) };
      const trainer = createTestTrainer({ network, train, parameters: [0, 0], update, precision: 'single' });
      trainer.update();
      const frozen = [
        { layer: 0, unit: 0, from: 0 },
        { layer: 0, unit: 0, from: 'bias' },
      ] as const;
      trainer.setUpdate({ ...update, frozen });
      trainSteps(trainer, 100_000);
      const moments = Array.from(trainer.save().state).slice(9);
      expect(moments.filter((moment) => moment !== 0 && Math.abs(moment) < 2 ** -126)).toEqual([]);
      expect(Math.max(...moments.map(Math.abs))).toBeLessThan(1e-32);
    },
  );
});
