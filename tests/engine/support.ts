import type { Engine, Trainer, TrainerOptions } from '../../src/engine/engine';
import { createLayout } from '../../src/engine/layout';
import type { LayerSpec, NetworkSpec, UpdateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import type { TokenSet } from '../../src/engine/tokens';
import { createOptimizer } from '../../src/experiment/defaults';
import { BATCH_ORDERS, OPTIMIZERS, type Activation } from '../../src/experiment/names';

/** What the engine's tests are built of: small networks, made-up tokens, numbers from a seed. */

/** Numbers in (−1, 1), the same for the same seed (Park and Miller's generator). */
export function createNumbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
}

export function layer(units: number, activation: Activation, residual = false): LayerSpec {
  return { units, activation, residual };
}

export function createNetwork(
  inputs: number,
  layers: readonly LayerSpec[],
  part: Partial<NetworkSpec> = {},
): NetworkSpec {
  return { inputs, layers, loss: 'mse', task: 'regression', ...part };
}

/** tanh layers and one tanh output */
export const SMALL_NETWORK = createNetwork(2, [layer(3, 'tanh'), layer(1, 'tanh')], {
  task: 'classification',
});

export function createUpdate(part: Partial<UpdateSpec> = {}): UpdateSpec {
  return {
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    batchSize: 10,
    order: 'sequential',
    remainder: 'short',
    regularization: { kind: 'none', rate: 0 },
    orderSeed: 7,
    frozen: [],
    ...part,
  };
}

/** Targets −1 or 1, 0 or 1, one-hot, or any number. */
export type Ends = 'signs' | 'bits' | 'one-hot' | 'numbers';

export function createTokens(
  count: number,
  features: number,
  outputs: number,
  ends: Ends = 'signs',
  seed = 3,
): TokenSet {
  const number = createNumbers(seed);
  const inputs = Float64Array.from({ length: features * count }, () => Math.fround(2 * number()));
  const targets = new Float64Array(outputs * count);
  for (let b = 0; b < count; b++) {
    const label = Math.floor(((number() + 1) / 2) * outputs);
    for (let k = 0; k < outputs; k++) {
      const value = number();
      const encoded = {
        signs: value > 0 ? 1 : -1,
        bits: value > 0 ? 1 : 0,
        'one-hot': k === label ? 1 : 0,
        numbers: value,
      };
      targets[k * count + b] = encoded[ends];
    }
  }
  return { count, inputs, targets };
}

export const NO_TOKENS: TokenSet = { count: 0, inputs: new Float64Array(0), targets: new Float64Array(0) };

export function createParameters(network: NetworkSpec, seed = 5): Float64Array {
  const number = createNumbers(seed);
  return Float64Array.from({ length: createLayout(network).parameterCount }, () =>
    Math.fround(0.9 * number()),
  );
}

export function createTestTrainer(
  part: Partial<TrainerOptions> = {},
  engine: Engine = createPlainEngine(),
): Trainer {
  const network = part.network ?? SMALL_NETWORK;
  const outputs = network.layers[network.layers.length - 1]?.units ?? 1;
  return engine.createTrainer({
    network,
    update: createUpdate(),
    train: createTokens(25, network.inputs, outputs),
    test: NO_TOKENS,
    parameters: createParameters(network),
    precision: 'double',
    ...part,
  });
}

export function createSimdTrainer(part: Partial<TrainerOptions> = {}): Trainer {
  return createTestTrainer({ precision: 'single', ...part }, createSimdEngine());
}

/** Updates that differ in all that a run carries from one step to the next. */
export const UPDATE_PARTS: readonly (readonly [string, Partial<UpdateSpec>])[] = [
  ...OPTIMIZERS.map((kind) => [kind, { optimizer: createOptimizer(kind, 0.03) }] as const),
  ...BATCH_ORDERS.map((order) => [order, { order }] as const),
  ['a carried remainder', { remainder: 'carry', optimizer: createOptimizer('adam', 0.03) }],
  ['L1 that stops weights at 0', { regularization: { kind: 'l1', rate: 0.05, clip: true }, order: 'random' }],
  [
    'all at once',
    {
      remainder: 'carry',
      order: 'shuffled',
      optimizer: createOptimizer('nesterov', 0.03),
      regularization: { kind: 'l1', rate: 0.05, clip: true },
      frozen: [{ layer: 0, unit: 1, from: 'bias' }],
    },
  ],
];

/** Where a run stands, bit by bit. */
export function bitsOf(trainer: Trainer): unknown {
  return {
    ...trainer.progress,
    state: Array.from(trainer.save().state),
    loss: trainer.evaluate('train').loss,
  };
}

export function trainEpochs(trainer: Trainer, epochs: number): void {
  const end = trainer.progress.epoch + epochs;
  while (trainer.progress.epoch < end) trainer.update();
}

export function trainSteps(trainer: Trainer, steps: number): void {
  for (let step = 0; step < steps; step++) trainer.update();
}
