import { describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../../src/engine/network';
import {
  createNetwork,
  createParameters,
  createSimdTrainer,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
  NO_TOKENS,
  SMALL_NETWORK,
  trainSteps,
} from './support';

const LINE = createNetwork(1, [layer(1, 'linear')]);

/** Tokens x → y of a network with one input. */
function pairs(...tokens: readonly (readonly [number, ...number[]])[]) {
  const count = tokens.length;
  const outputs = (tokens[0]?.length ?? 2) - 1;
  const targets = Float64Array.from(
    { length: outputs * count },
    (_, i) => tokens[i % count]?.[1 + Math.floor(i / count)] ?? NaN,
  );
  return { count, inputs: Float64Array.from(tokens, ([x]) => x), targets };
}

describe('the loss', () => {
  it('is half the mean of the squared errors, summed over outputs', () => {
    const network = createNetwork(1, [layer(2, 'linear')]);
    const trainer = createTestTrainer({
      network,
      train: pairs([1, 3, 0], [2, 2, 1]),
      parameters: [1, 1, 0, 0],
    });
    expect(trainer.evaluate('train').loss).toBeCloseTo((4 + 1 + 0 + 1) / 4, 12);
    expect(Array.from(trainer.outputs('train'))).toEqual([1, 2, 1, 2]);
  });

  it('as cross-entropy neither overflows nor loses what is small', () => {
    const network: NetworkSpec = createNetwork(1, [layer(1, 'sigmoid')], {
      loss: 'cross-entropy',
      task: 'classification',
    });
    const lossAt = (e: number, y: number) =>
      createTestTrainer({ network, train: pairs([1, y]), parameters: [e, 0] }).evaluate('train').loss;
    expect(lossAt(0, 1)).toBeCloseTo(Math.LN2, 12);
    expect(lossAt(-2000, 1)).toBe(2000);
    expect(lossAt(100, 1) / Math.exp(-100)).toBeCloseTo(1, 12);
    expect(lossAt(-100, 0) / Math.exp(-100)).toBeCloseTo(1, 12);
  });

  it('as categorical cross-entropy is −ln of the right class’s probability', () => {
    const network = createNetwork(1, [layer(3, 'softmax')], {
      loss: 'cross-entropy',
      task: 'classification',
    });
    const lossAt = (...e: number[]) =>
      createTestTrainer({ network, train: pairs([0, 0, 1, 0]), parameters: [0, 0, 0, ...e] }).evaluate(
        'train',
      ).loss;
    expect(lossAt(0, 0, 0)).toBeCloseTo(Math.log(3), 12);
    expect(lossAt(1, 2, 3)).toBeCloseTo(Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 2, 12);
    expect(lossAt(1000, 0, 0)).toBe(1000);
    expect(lossAt(0, 80, 0) / (2 * Math.exp(-80))).toBeCloseTo(1, 12);
  });

  it('is the same in blocks as token by token, and leaves training alone', () => {
    const train = createTokens(1000, 2, 1);
    const trainer = createTestTrainer({ train });
    const single = Array.from({ length: 1000 }, (_, b) => {
      const inputs = Float64Array.of(train.inputs[b] ?? NaN, train.inputs[1000 + b] ?? NaN);
      trainer.setTokens({ count: 1, inputs, targets: train.targets.slice(b, b + 1) }, NO_TOKENS);
      return trainer.evaluate('train').loss;
    });
    trainer.setTokens(train, NO_TOKENS);
    expect(trainer.evaluate('train').loss).toBeCloseTo(
      single.reduce((sum, loss) => sum + loss, 0) / 1000,
      12,
    );
    expect(trainer.progress).toEqual({ step: 0, epoch: 0, position: 0 });
  });

  it('is not a number without tokens', () => {
    expect(createTestTrainer().evaluate('test')).toEqual({ loss: NaN, score: NaN });
  });

  it('refuses cross-entropy without probabilities', () => {
    const network = createNetwork(1, [layer(1, 'tanh')], { loss: 'cross-entropy' });
    expect(() => createTestTrainer({ network, train: pairs([1, 1]) })).toThrow(/sigmoid or softmax.*tanh/);
  });
});

describe('the score', () => {
  it('is R² in regression, over all outputs', () => {
    const scoreOf = (w: number, b: number, ...tokens: [number, number][]) =>
      createTestTrainer({ network: LINE, train: pairs(...tokens), parameters: [w, b] }).evaluate('train')
        .score;
    expect(scoreOf(2, 1, [0, 1], [1, 3], [2, 5])).toBe(1);
    expect(scoreOf(0, 3, [0, 1], [1, 3], [2, 5])).toBe(0);
    expect(scoreOf(0, 0, [0, 1], [1, 3], [2, 5])).toBeCloseTo(1 - 35 / 8, 12);
    expect([scoreOf(0, 2, [0, 2], [1, 2]), scoreOf(1, 2, [0, 2], [1, 2])]).toEqual([1, 0]);
  });

  it('is accuracy by the side of ½ for a sigmoid, of 0 for tanh and linear outputs', () => {
    const scoreOf = (activation: 'sigmoid' | 'tanh' | 'linear', low: number) => {
      const network = createNetwork(1, [layer(1, activation)], { task: 'classification' });
      const train = pairs([-2, low], [-1, low], [1, low], [2, 1]);
      return createTestTrainer({ network, train, parameters: [1, 0] }).evaluate('train').score;
    };
    expect([scoreOf('sigmoid', 0), scoreOf('tanh', -1), scoreOf('linear', -1)]).toEqual([0.75, 0.75, 0.75]);
  });

  it('is accuracy by the largest of several outputs', () => {
    const network = createNetwork(1, [layer(3, 'softmax')], {
      loss: 'cross-entropy',
      task: 'classification',
    });
    const train = pairs([-1, 1, 0, 0], [1, 0, 0, 1], [2, 0, 1, 0]);
    const trainer = createTestTrainer({ network, train, parameters: [-1, 0, 1, 0, 0, 0] });
    expect(trainer.evaluate('train').score).toBeCloseTo(2 / 3, 12);
  });
});

describe('gradients to look at', () => {
  it.each([
    ['plain', createTestTrainer],
    ['SIMD', createSimdTrainer],
  ] as const)('neither train nor disturb what is carried, %s', (_, createTrainer) => {
    const update = createUpdate({ batchSize: 7, remainder: 'carry', order: 'random' });
    const [watched, alone] = [createTrainer({ update }), createTrainer({ update })];
    for (let i = 0; i < 20; i++) {
      watched.nextBatchGradient();
      watched.gradientNorm();
      watched.deadLayer();
      watched.update();
      alone.update();
    }
    expect(Array.from(watched.parameters)).toEqual(Array.from(alone.parameters));
  });

  it('SGD steps along the next batch’s gradient, penalty included', () => {
    const update = createUpdate({ order: 'shuffled', regularization: { kind: 'l2', rate: 0.2 } });
    const trainer = createTestTrainer({ update });
    trainSteps(trainer, 4);
    const before = Array.from(trainer.parameters);
    const gradient = Array.from(trainer.nextBatchGradient());
    trainer.update();
    trainer.parameters.forEach((w, i) =>
      expect(w).toBeCloseTo((before[i] ?? NaN) - 0.1 * (gradient[i] ?? NaN), 14),
    );
  });

  it('the norm is that of the gradient over all tokens', () => {
    const regularization = { kind: 'l1', rate: 0.1 } as const;
    const trainer = createTestTrainer({ update: createUpdate({ batchSize: 3, regularization }) });
    const whole = createTestTrainer({ update: createUpdate({ batchSize: 25, regularization }) });
    expect(trainer.gradientNorm()).toBeCloseTo(Math.hypot(...whole.nextBatchGradient()), 12);
  });
});

describe('health', () => {
  it('a network is finite until a parameter or a moment is not', () => {
    const trainer = createTestTrainer();
    expect(trainer.isFinite()).toBe(true);
    trainer.setParameter(3, Infinity);
    expect(trainer.isFinite()).toBe(false);
  });

  it('a loss that overflows is not hidden by ReLU', () => {
    const network = createNetwork(2, [layer(3, 'relu'), layer(1, 'linear')]);
    const parameters = createParameters(network).fill(NaN, 0, 1);
    expect(createTestTrainer({ network, parameters }).evaluate('train').loss).toBeNaN();
  });

  it('names the ReLU layer in which no unit responds to any training token', () => {
    const network = createNetwork(2, [layer(3, 'relu'), layer(2, 'relu'), layer(1, 'linear')]);
    const trainer = createTestTrainer({ network, train: createTokens(300, 2, 1) });
    expect(trainer.deadLayer()).toBe(-1);
    const { bias } = trainer.layout.layers[1] ?? { bias: NaN };
    trainer.setParameter(bias, -1e6);
    expect(trainer.deadLayer()).toBe(-1);
    trainer.setParameter(bias + 1, -1e6);
    expect(trainer.deadLayer()).toBe(1);
    for (let i = 6; i < 9; i++) trainer.setParameter(i, -1e6);
    expect(trainer.deadLayer()).toBe(0);
  });

  it('layers that cannot die are never called dead', () => {
    expect(createTestTrainer({ parameters: new Float64Array(13) }).deadLayer()).toBe(-1);
    expect(createTestTrainer({ network: SMALL_NETWORK, train: NO_TOKENS }).deadLayer()).toBe(-1);
  });
});
