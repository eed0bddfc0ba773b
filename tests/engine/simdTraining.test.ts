import { describe, expect, it } from 'vitest';
import { createLayout } from '../../src/engine/layout';
import type { NetworkSpec, UpdateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { createOptimizer } from '../../src/experiment/defaults';
import { HIDDEN_ACTIVATIONS, OPTIMIZERS } from '../../src/experiment/names';
import {
  bitsOf,
  createNetwork,
  createParameters,
  createSimdTrainer,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
  NO_TOKENS,
  SMALL_NETWORK,
  trainEpochs,
  trainSteps,
  UPDATE_PARTS,
} from './support';

const train = createTokens(25, 2, 1);

const SETTINGS: readonly (readonly [string, Partial<UpdateSpec>])[] = [
  ...UPDATE_PARTS,
  ['batches of all tokens', { batchSize: 25 }],
  ['batches larger than the set', { batchSize: 40 }],
  ['single tokens', { batchSize: 1 }],
  ['L1', { regularization: { kind: 'l1', rate: 0.01 } }],
  ['L2', { regularization: { kind: 'l2', rate: 0.05 } }],
];

describe.each(SETTINGS)('with %s', (_, part) => {
  const update = createUpdate({ batchSize: 4, ...part });

  it('many epochs end where the plain engine’s do', () => {
    const [simd, plain] = [createSimdTrainer({ update }), createTestTrainer({ update, train })];
    for (const trainer of [simd, plain]) trainEpochs(trainer, 12);
    expect(simd.progress).toEqual(plain.progress);
    simd.parameters.forEach((w, i) => expect(w).toBeCloseTo(plain.parameters[i] ?? NaN, 4));
    expect(simd.evaluate('train').loss).toBeCloseTo(plain.evaluate('train').loss, 5);
  });

  it('finishing epochs in one call gives the bits of single updates', () => {
    const [whole, single] = [createSimdTrainer({ update }), createSimdTrainer({ update })];
    trainSteps(whole, 2);
    for (let epoch = 0; epoch < 4; epoch++) whole.finishEpoch();
    trainSteps(single, 2);
    trainEpochs(single, 4);
    expect(bitsOf(whole)).toEqual(bitsOf(single));
  });

  it('going on from a checkpoint repeats the same bits, in another trainer too', () => {
    const trainer = createSimdTrainer({ update });
    for (const steps of [0, 3, 6, 11]) {
      trainSteps(trainer, steps);
      const checkpoint = trainer.save();
      trainSteps(trainer, 20);
      const goneOn = bitsOf(trainer);
      const other = createSimdTrainer({ update, parameters: new Float64Array(13) });
      trainSteps(other, 5);
      for (const each of [trainer, other]) {
        each.restore(checkpoint);
        trainSteps(each, 20);
        expect(bitsOf(each)).toEqual(goneOn);
      }
    }
  });

  it('a checkpoint of the plain engine is understood', () => {
    const plain = createTestTrainer({ update, train, precision: 'single' });
    trainSteps(plain, 9);
    const simd = createSimdTrainer({ update });
    simd.restore(plain.save());
    for (const trainer of [simd, plain]) trainSteps(trainer, 5);
    expect(simd.progress).toEqual(plain.progress);
    simd.parameters.forEach((w, i) => expect(w).toBeCloseTo(plain.parameters[i] ?? NaN, 4));
  });
});

describe('what fills up a block', () => {
  it.each(HIDDEN_ACTIVATIONS)('of %s units leaks into no loss and no gradient', (activation) => {
    const network = createNetwork(2, [layer(3, activation), layer(3, activation, true), layer(1, 'tanh')]);
    const parameters = createParameters(network);
    for (const count of [1, 2, 3, 4, 5, 63, 64, 65, 129]) {
      const tokens = createTokens(count, 2, 1);
      const update = createUpdate({ batchSize: count });
      const options = { network, parameters, train: tokens, update };
      const [simd, plain] = [createSimdTrainer(options), createTestTrainer(options)];
      expect(simd.evaluate('train').loss).toBeCloseTo(plain.evaluate('train').loss, 5);
      const expected = plain.nextBatchGradient();
      simd.nextBatchGradient().forEach((g, i) => expect(g).toBeCloseTo(expected[i] ?? NaN, 5));
      for (const trainer of [simd, plain]) trainer.update();
      simd.parameters.forEach((w, i) => expect(w).toBeCloseTo(plain.parameters[i] ?? NaN, 6));
    }
  });

  it('does not depend on what lay in the memory before', () => {
    const update = createUpdate({ batchSize: 7 });
    const trainer = createSimdTrainer({ update, parameters: new Float64Array(13).fill(NaN) });
    trainEpochs(trainer, 2);
    trainer.evaluate('train');
    expect(trainer.isFinite()).toBe(false);
    createParameters(SMALL_NETWORK).forEach((w, i) => trainer.setParameter(i, w));
    trainer.update();
    const fresh = createSimdTrainer({ update });
    fresh.update();
    expect(Array.from(trainer.parameters)).toEqual(Array.from(fresh.parameters));
  });
});

describe('a diverged network', () => {
  it.each([...HIDDEN_ACTIVATIONS])('of %s units shows', (activation) => {
    const network = createNetwork(2, [layer(3, activation), layer(1, 'linear')]);
    const parameters = createParameters(network).fill(NaN, 0, 1);
    expect(createSimdTrainer({ network, parameters }).evaluate('train').loss).toBeNaN();
  });

  it.each(['sigmoid', 'tanh', 'softmax'] as const)('shows behind %s outputs', (activation) => {
    const network = createNetwork(2, [layer(2, activation)], { task: 'classification' });
    const tokens = createTokens(25, 2, 2, 'one-hot');
    const parameters = createParameters(network).fill(NaN, 0, 1);
    expect(createSimdTrainer({ network, parameters, train: tokens }).evaluate('train').loss).toBeNaN();
  });

  it('is not finite after its updates', () => {
    const network = createNetwork(2, [layer(3, 'relu'), layer(1, 'linear')]);
    const optimizer = createOptimizer('sgd', 1e9);
    const trainer = createSimdTrainer({ network, update: createUpdate({ optimizer }) });
    trainEpochs(trainer, 10);
    expect(trainer.isFinite()).toBe(false);
    expect(Number.isFinite(trainer.evaluate('train').loss)).toBe(false);
  });
});

describe('changes while it trains', () => {
  it('other formulas, settings and tokens take effect at once, as with the plain engine', () => {
    const deep: NetworkSpec = { ...SMALL_NETWORK, layers: [layer(3, 'gelu'), layer(1, 'linear')] };
    const ends = [createSimdTrainer(), createTestTrainer({ train })].map((trainer) => {
      trainEpochs(trainer, 3);
      trainer.setNetwork(deep);
      trainSteps(trainer, 2);
      trainer.setUpdate(createUpdate({ batchSize: 7, optimizer: createOptimizer('adam', 0.01) }));
      trainSteps(trainer, 9);
      trainer.setTokens(createTokens(1500, 2, 1, 'signs', 9), createTokens(33, 2, 1));
      trainSteps(trainer, 50);
      trainer.setUpdate(createUpdate({ batchSize: 300, order: 'shuffled' }));
      trainEpochs(trainer, 2);
      trainer.setTokens(createTokens(12, 2, 1), NO_TOKENS);
      trainer.setParameter(4, 0.5);
      trainEpochs(trainer, 2);
      return trainer;
    });
    const [simd, plain] = ends;
    expect(simd?.progress).toEqual(plain?.progress);
    simd?.parameters.forEach((w, i) => expect(w).toBeCloseTo(plain?.parameters[i] ?? NaN, 4));
    expect(simd?.evaluate('train').loss).toBeCloseTo(plain?.evaluate('train').loss ?? NaN, 5);
  });

  it('the outputs of the last evaluation stay readable under other settings', () => {
    const trainer = createSimdTrainer({ train: createTokens(100, 2, 1) });
    trainer.evaluate('train');
    const outputs = Array.from(trainer.outputs('train'));
    trainer.evaluate('train');
    trainer.setUpdate(createUpdate({ batchSize: 100 }));
    trainEpochs(trainer, 3);
    expect(Array.from(trainer.outputs('train'))).toEqual(outputs);
  });

  it('a frozen weight stays bit by bit where it was, and the others move', () => {
    const frozen = [
      { layer: 0, unit: 1, from: 0 },
      { layer: 1, unit: 0, from: 'bias' },
    ] as const;
    for (const kind of OPTIMIZERS) {
      const update = createUpdate({ optimizer: createOptimizer(kind, 0.1) });
      const trainer = createSimdTrainer({ update });
      trainSteps(trainer, 4);
      trainer.setUpdate({ ...update, frozen });
      const before = Array.from(trainer.parameters);
      trainEpochs(trainer, 3);
      const unmoved = before.flatMap((value, i) => (trainer.parameters[i] === value ? [i] : []));
      expect(unmoved).toEqual([2, 12]);
    }
  });

  it('refuses cross-entropy without probabilities, and parameters of another network', () => {
    const network = createNetwork(2, [layer(1, 'tanh')], { loss: 'cross-entropy' });
    expect(() => createSimdTrainer({ network })).toThrow(/sigmoid or softmax.*tanh/);
    expect(() => createSimdTrainer({ parameters: [1, 2] })).toThrow(/13.*2/);
  });
});

describe('gradients to look at', () => {
  // With 64 tokens a row is longer than the block.
  it.each([10, 64])('a dead layer is found, with batches of %i', (batchSize) => {
    const network = createNetwork(2, [layer(3, 'relu'), layer(2, 'relu'), layer(1, 'linear')]);
    const update = createUpdate({ batchSize });
    const trainer = createSimdTrainer({ network, train: createTokens(300, 2, 1), update });
    expect(trainer.deadLayer()).toBe(-1);
    const { bias } = trainer.layout.layers[1] ?? { bias: NaN };
    trainer.setParameter(bias, -1e6);
    trainer.setParameter(bias + 1, -1e6);
    expect(trainer.deadLayer()).toBe(1);
  });
});

describe('a probe', () => {
  const inputs = createTokens(403, 2, 1).inputs;

  it('has the bits of an evaluation, and takes other formulas', () => {
    const network = createNetwork(2, [layer(2, 'tanh', true), layer(3, 'relu'), layer(2, 'softmax')]);
    const parameters = Float32Array.from(createParameters(network));
    const probe = createSimdEngine().createProbe(createLayout(network), inputs, 403);
    const values = Array.from(probe.run(network, parameters));
    const tokens = { count: 403, inputs, targets: new Float64Array(2 * 403) };
    const trainer = createSimdTrainer({ network, train: tokens, parameters });
    trainer.evaluate('train');
    expect(values.slice(5 * 403)).toEqual(Array.from(trainer.outputs('train')));
    const other = createNetwork(2, [layer(2, 'sin'), layer(3, 'elu'), layer(2, 'linear')]);
    const plain = createPlainEngine().createProbe(createLayout(network), inputs, 403).run(other, parameters);
    probe.run(other, parameters).forEach((value, i) => expect(value).toBeCloseTo(plain[i] ?? NaN, 5));
    expect(Array.from(probe.run(network, parameters))).toEqual(values);
  });
});

describe('vanishing numbers', () => {
  it.each(OPTIMIZERS)('%s leaves none that are denormal', (kind) => {
    const network = createNetwork(1, [layer(1, 'linear')]);
    const regularization = { kind: 'l2', rate: 10 } as const;
    const update = createUpdate({ batchSize: 1, optimizer: createOptimizer(kind, 0.01), regularization });
    const nothing = { count: 1, inputs: Float64Array.of(0), targets: Float64Array.of(0) };
    const trainer = createSimdTrainer({ network, train: nothing, parameters: [1e-3, 0], update });
    for (let i = 0; i < 200; i++) {
      trainSteps(trainer, 50);
      const state = Array.from(trainer.save().state).filter((_, index) => index < 2 || index >= 9);
      expect(state.filter((value) => value !== 0 && Math.abs(value) < 2 ** -126)).toEqual([]);
    }
  });
});
