import { describe, expect, it } from 'vitest';
import { ELEMENTWISE_ACTIVATIONS } from '../../src/engine/activations/activations';
import { initialParameters } from '../../src/engine/initialWeights';
import { createLayout } from '../../src/engine/layout';
import { networkSpec, updateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { accuracy, rSquared, totalSquares } from '../../src/engine/trainer/score';
import { setDataset, setUnits } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { layersWithoutGradient } from '../../src/experiment/gradientFlow';
import type { Loss, OutputActivation } from '../../src/experiment/names';
import type { Experiment, HiddenLayer } from '../../src/experiment/experiment';
import { hasDiverged } from '../../src/worker/divergence';
import {
  createNetwork,
  createParameters,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
  NO_TOKENS,
  trainEpochs,
} from './support';

const ENGINES = [createPlainEngine(), createSimdEngine()];
const GATE = setDataset('xor-gate')(DEFAULT_EXPERIMENT);
/** The rows 00, 01, 10, 11, [feature][token]. */
const ROWS = Float64Array.of(0, 0, 1, 1, 0, 1, 0, 1);

function networkOf(
  hidden: readonly HiddenLayer[],
  output: OutputActivation = 'sigmoid',
  loss: Loss = 'cross-entropy',
  connectivity: 'sequential' | 'residual' = 'sequential',
): Experiment {
  return { ...GATE, loss, network: { ...GATE.network, hidden, output, connectivity } };
}

/** Layers of which no parameter has a gradient, by the engine, for many tokens and several starts. */
function stillLayers(experiment: Experiment, engine: (typeof ENGINES)[number]): number[] {
  const network = networkSpec(experiment);
  const { layers } = createLayout(network);
  const moved = new Set<number>();
  for (let seed = 1; seed <= 5; seed++) {
    const trainer = createTestTrainer(
      {
        network,
        train: createTokens(60, 2, 1, 'bits', seed),
        update: createUpdate({ batchSize: 60 }),
        parameters: createParameters(network, seed),
        precision: 'single',
      },
      engine,
    );
    const gradient = trainer.nextBatchGradient();
    layers.forEach(({ weights, bias, units }, l) => {
      for (let i = weights; i < bias + units; i++) if (gradient[i] !== 0) moved.add(l);
    });
  }
  return layers.map((_, l) => l).filter((l) => !moved.has(l));
}

describe('step and sign', () => {
  it('are 1 above 0; at 0 step is 0 and sign −1', () => {
    const { step, sign } = ELEMENTWISE_ACTIVATIONS;
    expect([-2, -0, 0, 1e-30, 3].map(step.value)).toEqual([0, 0, 0, 1, 1]);
    expect([-2, -0, 0, 1e-30, 3].map(sign.value)).toEqual([-1, -1, -1, 1, 1]);
  });

  it.each(ENGINES)('have these values in networks of the $kind engine', (engine) => {
    for (const [activation, expected] of [
      ['step', [0, 0, 1, 1]],
      ['sign', [-1, -1, 1, 1]],
    ] as const) {
      const network = createNetwork(1, [layer(1, activation), layer(1, 'linear')]);
      const layout = createLayout(network);
      const probe = engine.createProbe(layout, Float64Array.of(-1, 0, 0.5, 4), 4);
      const values = probe.run(network, Float32Array.of(1, 0, 1, 0));
      expect(Array.from(values.subarray(0, 4))).toEqual(expected);
      expect(Array.from(values.subarray(4))).toEqual(expected);
    }
  });
});

describe.each(ENGINES)('on the $kind engine the gradient', (engine) => {
  const tanh = { units: 3, activation: 'tanh' } as const;
  const step = { units: 3, activation: 'step' } as const;
  const sign = { units: 3, activation: 'sign' } as const;
  const cases: readonly (readonly [string, Experiment, readonly number[]])[] = [
    ['passes everywhere without steps', networkOf([tanh, tanh]), []],
    ['does not reach the weights into a step layer and before it', networkOf([tanh, step, tanh]), [0, 1]],
    ['does not reach the weights into a sign layer and before it', networkOf([tanh, sign]), [0, 1]],
    ['reaches all layers after the last step', networkOf([step, tanh, tanh]), [0]],
    [
      'goes around a step layer by a residual connection',
      networkOf([tanh, step], 'sigmoid', 'mse', 'residual'),
      [1],
    ],
    ['is handed to a step output by the perceptron loss', networkOf([tanh], 'step', 'perceptron'), []],
    ['stops at hidden steps under the perceptron loss too', networkOf([step], 'step', 'perceptron'), [0]],
    ['reaches nothing through a step output with squared error', networkOf([tanh], 'step', 'mse'), [0, 1]],
  ];

  it.each(cases)('%s', (_, experiment, expected) => {
    expect(stillLayers(experiment, engine)).toEqual(expected);
    expect(layersWithoutGradient(experiment)).toEqual(expected);
  });

  it('moves the layers after a step while all before it stand still', () => {
    const experiment = networkOf([tanh, step]);
    const network = networkSpec(experiment);
    const trainer = createTestTrainer(
      {
        network,
        train: { count: 4, inputs: ROWS, targets: Float64Array.of(0, 1, 1, 0) },
        update: createUpdate({ batchSize: 4 }),
        parameters: createParameters(network),
        precision: 'single',
      },
      engine,
    );
    const before = trainer.parameters.slice();
    trainEpochs(trainer, 50);
    const moved = Array.from(trainer.parameters, (value, i) => value !== before[i]);
    const output = trainer.layout.layers[2]?.weights ?? NaN;
    expect(moved.slice(0, output)).not.toContain(true);
    expect(moved.slice(output)).toContain(true);
  });

  it('by descent teaches XOR to tanh units, up to an accuracy of 100 %', () => {
    const experiment = setUnits(0, 4)(GATE);
    for (const seed of [1, 2, 3]) {
      const seeded = { ...experiment, seed };
      const trainer = createTestTrainer(
        {
          network: networkSpec(seeded),
          update: updateSpec(seeded, 4),
          train: { count: 4, inputs: ROWS, targets: Float64Array.of(0, 1, 1, 0) },
          parameters: initialParameters(seeded),
          precision: 'single',
        },
        engine,
      );
      trainEpochs(trainer, 600);
      expect(trainer.evaluate('train').score).toBe(1);
    }
  });
});

describe('what is said of networks of steps', () => {
  const units = [layer(2, 'step'), layer(1, 'step')];

  it('the perceptron loss is the distance |e| of those tokens that are on the wrong side', () => {
    for (const engine of ENGINES) {
      const network = createNetwork(2, [layer(1, 'step')], { loss: 'perceptron', task: 'classification' });
      const train = { count: 4, inputs: ROWS, targets: Float64Array.of(0, 1, 1, 0) };
      // e = 0.5, −0.5, 1.5, 0.5: wrong on 00, 01 and 11.
      const trainer = createTestTrainer(
        { network, train, parameters: [1, -1, 0.5], precision: 'single' },
        engine,
      );
      expect(trainer.evaluate('train')).toEqual({ loss: 1.5 / 4, score: 0.25 });
    }
  });

  it('accuracy draws the line between 0 and 1 at ½', () => {
    const network = createNetwork(2, units, { task: 'classification' });
    const set = { count: 4, inputs: ROWS, targets: Float64Array.of(0, 1, 1, 0) };
    expect(accuracy(network, set, Float64Array.of(0, 1, 1, 1))).toBe(0.75);
    expect(accuracy(network, set, Float64Array.of(1, 0, 0, 1))).toBe(0);
  });

  it('R² counts a step output like any other number', () => {
    const set = { count: 4, inputs: ROWS, targets: Float64Array.of(0, 1, 1, 0) };
    expect(rSquared(set, Float64Array.of(0, 1, 1, 1), totalSquares(set))).toBe(0);
    expect(rSquared(set, set.targets, totalSquares(set))).toBe(1);
  });

  it('a layer of steps that are all off is not called dead', () => {
    const network = createNetwork(2, [layer(3, 'step'), layer(3, 'sign'), layer(1, 'sigmoid')]);
    const parameters = createParameters(network).fill(-5);
    for (const engine of ENGINES)
      expect(createTestTrainer({ network, parameters, precision: 'single' }, engine).deadLayer()).toBe(-1);
    expect(createTestTrainer({ network, train: NO_TOKENS }).deadLayer()).toBe(-1);
  });

  it('the perceptron rule, whose loss starts at 0 and may grow, has diverged only beyond the finite', () => {
    expect(hasDiverged(1e5, 0, true, 'perceptron')).toBe(false);
    expect(hasDiverged(1e5, 0, true, 'mse')).toBe(true);
    expect(hasDiverged(Infinity, 0, true, 'perceptron')).toBe(true);
    expect(hasDiverged(0, 0, false, 'perceptron')).toBe(true);
  });
});
