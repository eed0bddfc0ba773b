import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trainer, TrainerOptions } from '../../src/engine/engine';
import { createLayout } from '../../src/engine/layout';
import type { LayerSpec, NetworkSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { createOptimizer } from '../../src/experiment/defaults';
import { HIDDEN_ACTIVATIONS, OPTIMIZERS, REGULARIZATIONS } from '../../src/experiment/names';
import { createNumbers, createTokens, createUpdate, type Ends } from './support';

const OUTPUTS = [
  { activation: 'linear', loss: 'mse', ends: 'numbers', task: 'regression' },
  { activation: 'tanh', loss: 'mse', ends: 'signs', task: 'classification' },
  { activation: 'sigmoid', loss: 'mse', ends: 'bits', task: 'classification' },
  { activation: 'sigmoid', loss: 'cross-entropy', ends: 'bits', task: 'classification' },
  { activation: 'softmax', loss: 'mse', ends: 'one-hot', task: 'classification' },
  { activation: 'softmax', loss: 'cross-entropy', ends: 'one-hot', task: 'classification' },
  { activation: 'step', loss: 'perceptron', ends: 'bits', task: 'classification' },
  { activation: 'step', loss: 'mse', ends: 'bits', task: 'classification' },
] as const;

const shapes = fc.record({
  inputs: fc.integer({ min: 1, max: 64 }),
  hidden: fc.array(
    fc.record({
      units: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 64 })),
      activation: fc.constantFrom(...HIDDEN_ACTIVATIONS),
      /** A layer as wide as the one before it can have a residual connection. */
      isWide: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  residual: fc.boolean(),
  outputs: fc.integer({ min: 1, max: 10 }),
  output: fc.constantFrom(...OUTPUTS),
  tokens: fc.integer({ min: 1, max: 150 }),
  batchSize: fc.integer({ min: 1, max: 70 }),
  seed: fc.integer({ min: 1, max: 10_000 }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

function createCase(shape: Shape): Omit<TrainerOptions, 'update'> {
  const { inputs, output, outputs, tokens, seed } = shape;
  const layers: LayerSpec[] = [];
  let width = inputs;
  for (const { units, activation, isWide } of shape.hidden) {
    const next = isWide ? width : units;
    layers.push({ units: next, activation, residual: shape.residual && next === width });
    width = next;
  }
  layers.push({ units: outputs, activation: output.activation, residual: false });
  const network: NetworkSpec = { inputs, layers, loss: output.loss, task: output.task };
  const ends: Ends = output.ends;
  return {
    network,
    train: createTokens(tokens, inputs, outputs, ends, seed),
    test: createTokens(1 + (seed % 9), inputs, outputs, ends, seed + 1),
    parameters: createStart(network, seed),
    precision: 'single',
  };
}

/** Small enough that no layer multiplies the errors of the one before. */
function createStart(network: NetworkSpec, seed: number): Float64Array {
  const { layers, parameterCount } = createLayout(network);
  const number = createNumbers(seed);
  const parameters = Float64Array.from({ length: parameterCount }, number);
  for (const { inputs, units, weights, bias } of layers) {
    for (let i = weights; i < bias + units; i++) {
      parameters[i] = Math.fround(((parameters[i] ?? 0) * 1.2) / Math.sqrt(inputs));
    }
  }
  return parameters;
}

function both(options: TrainerOptions): readonly [Trainer, Trainer] {
  return [createSimdEngine().createTrainer(options), createPlainEngine().createTrainer(options)];
}

/** Largest difference, relative to the largest expected value, or to `floor` where all are smaller. */
function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 1e-30): number {
  let worst = 0;
  let scale = floor;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN));
    worst = Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
    scale = Math.max(scale, Math.abs(expected[i] ?? NaN));
  }
  return worst / scale;
}

const RUNS = { seed: 20, numRuns: 120 };

describe('networks of any shape', () => {
  it('have the plain engine’s losses, scores and outputs', () => {
    const compare = (shape: Shape) => {
      const [simd, plain] = both({ ...createCase(shape), update: createUpdate() });
      for (const set of ['train', 'test'] as const) {
        const [actual, expected] = [simd.evaluate(set), plain.evaluate(set)];
        expect(deviation([actual.loss], [expected.loss])).toBeLessThan(1e-5);
        expect(deviation(simd.outputs(set), plain.outputs(set))).toBeLessThan(1e-5);
        // An output that lies on the boundary may fall to either side.
        if (shape.output.task === 'regression') expect(actual.score).toBeCloseTo(expected.score, 3);
        else expect(Math.abs(actual.score - expected.score)).toBeLessThan(0.02);
      }
    };
    fc.assert(fc.property(shapes, compare), RUNS);
  });

  it('have the plain engine’s gradients, of a batch and of all tokens', () => {
    const compare = (shape: Shape) => {
      const { batchSize } = shape;
      const [simd, plain] = both({
        ...createCase(shape),
        update: createUpdate({ batchSize, order: 'shuffled' }),
      });
      expect(deviation(simd.nextBatchGradient(), plain.nextBatchGradient())).toBeLessThan(1e-5);
      expect(deviation([simd.gradientNorm()], [plain.gradientNorm()])).toBeLessThan(1e-5);
    };
    fc.assert(fc.property(shapes, compare), RUNS);
  });

  it('have the plain engine’s activations in every unit', () => {
    const compare = (shape: Shape) => {
      const { network, train, parameters } = createCase(shape);
      const layout = createLayout(network);
      const [actual, expected] = [createSimdEngine(), createPlainEngine()].map((engine) =>
        engine.createProbe(layout, train.inputs, train.count).run(network, Float32Array.from(parameters)),
      );
      expect(actual).toHaveLength(layout.unitCount * train.count);
      expect(deviation(actual ?? [], expected ?? [])).toBeLessThan(1e-5);
    };
    fc.assert(fc.property(shapes, compare), RUNS);
  });
});

describe('an update of any kind', () => {
  const updates = fc.record({
    shape: shapes,
    optimizer: fc.constantFrom(...OPTIMIZERS),
    penalty: fc.constantFrom(...REGULARIZATIONS),
    clip: fc.boolean(),
    frozen: fc.boolean(),
  });
  type Update = typeof updates extends fc.Arbitrary<infer T> ? T : never;

  it('moves every parameter as the plain engine does', () => {
    const compare = ({ shape, optimizer, penalty, clip, frozen }: Update) => {
      const update = createUpdate({
        optimizer: createOptimizer(optimizer, 0.01),
        batchSize: shape.batchSize,
        regularization: { kind: penalty, rate: 0.05, ...(penalty === 'l1' ? { clip } : {}) },
        frozen: frozen ? [{ layer: 0, unit: 0, from: 0 }] : [],
      });
      const options = { ...createCase(shape), update };
      const trainers = both(options);
      // A penalty that stops weights is a step of its own; the optimizer does not see it.
      const seen = penalty === 'l1' && clip ? createUpdate({ batchSize: shape.batchSize }) : update;
      const gradient = both({ ...options, update: seen })[1].nextBatchGradient();
      const largest = Math.max(...gradient.map(Math.abs));
      const [actual, expected] = trainers.map((trainer) => {
        trainer.update();
        // Optimizers that divide by the gradient's size blow up the rounding of vanishing ones.
        return Array.from(trainer.parameters, (w, i) =>
          Math.abs(gradient[i] ?? 0) < 1e-3 * largest ? 0 : w - (options.parameters[i] ?? NaN),
        );
      });
      // Below, the parameters' own rounding is more than that.
      expect(deviation(actual ?? [], expected ?? [], 5e-3)).toBeLessThan(1e-4);
      expect(trainers[0].progress).toEqual(trainers[1].progress);
    };
    fc.assert(fc.property(updates, compare), RUNS);
  });
});
