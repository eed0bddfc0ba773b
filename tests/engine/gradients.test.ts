import { describe, expect, it } from 'vitest';
import { ELEMENTWISE_ACTIVATIONS } from '../../src/engine/activations/activations';
import { createLayout } from '../../src/engine/layout';
import type { NetworkSpec } from '../../src/engine/network';
import {
  HIDDEN_ACTIVATIONS,
  type HiddenActivation,
  type Loss,
  type OutputActivation,
} from '../../src/experiment/names';
import {
  createNetwork,
  createParameters,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
  type Ends,
} from './support';

const COUNT = 5;
const STEP = 1e-4;
const KINKED: readonly HiddenActivation[] = ['relu', 'leaky-relu', 'elu'];

const PAIRS: readonly (readonly [OutputActivation, Loss, number, Ends])[] = [
  ['sigmoid', 'cross-entropy', 1, 'bits'],
  ['sigmoid', 'cross-entropy', 3, 'bits'],
  ['sigmoid', 'mse', 1, 'bits'],
  ['tanh', 'mse', 1, 'signs'],
  ['linear', 'mse', 2, 'numbers'],
  ['softmax', 'cross-entropy', 3, 'one-hot'],
  ['softmax', 'mse', 3, 'one-hot'],
];

const PENALTIES = [
  { kind: 'none', rate: 0 },
  { kind: 'l2', rate: 0.03 },
  { kind: 'l1', rate: 0.02 },
] as const;
type Penalty = (typeof PENALTIES)[number];

/** The loss with the penalty, as the experiment states it. */
function penalizedLoss(trainer: ReturnType<typeof createTestTrainer>, penalty: Penalty): number {
  let sum = 0;
  for (const { weights, bias } of trainer.layout.layers) {
    for (const w of trainer.parameters.subarray(weights, bias)) {
      if (penalty.kind === 'l2') sum += 0.5 * w * w;
      if (penalty.kind === 'l1') sum += Math.abs(w);
    }
  }
  return trainer.evaluate('train').loss + penalty.rate * sum;
}

/** Central differences of fourth order: (8(f₁ − f₋₁) − (f₂ − f₋₂)) / 12h. */
function finiteDifference(at: (offset: number) => number): number {
  return (8 * (at(STEP) - at(-STEP)) - (at(2 * STEP) - at(-2 * STEP))) / (12 * STEP);
}

/** Whether every hidden excitation is far enough from 0 that no difference steps over a kink. */
function keepsFromKinks(
  network: NetworkSpec,
  activation: HiddenActivation,
  parameters: Float64Array,
  inputs: Float64Array,
): boolean {
  const hidden = createLayout(network).layers.slice(0, -1);
  for (let b = 0; b < COUNT; b++) {
    let x = Array.from({ length: network.inputs }, (_, f) => inputs[f * COUNT + b] ?? 0);
    for (const [l, { units, weights, bias }] of hidden.entries()) {
      const weight = (k: number, j: number) => parameters[weights + k * x.length + j] ?? 0;
      const excitation = (k: number) =>
        x.reduce((sum, value, j) => sum + value * weight(k, j), parameters[bias + k] ?? 0);
      const e = Array.from({ length: units }, (_, k) => excitation(k));
      if (e.some((value) => Math.abs(value) < 100 * STEP)) return false;
      const h = e.map(ELEMENTWISE_ACTIVATIONS[activation].value);
      x = network.layers[l]?.residual ? h.map((value, k) => value + (x[k] ?? 0)) : h;
    }
  }
  return true;
}

function parametersAwayFromKinks(
  network: NetworkSpec,
  activation: HiddenActivation,
  inputs: Float64Array,
): Float64Array {
  for (let seed = 1; seed < 500; seed++) {
    const parameters = createParameters(network, seed);
    if (parameters.some((w) => Math.abs(w) < 3 * STEP)) continue;
    if (!KINKED.includes(activation) || keepsFromKinks(network, activation, parameters, inputs))
      return parameters;
  }
  throw new Error('No seed keeps from the kinks.');
}

/** Largest difference between gradient and finite difference, relative to the layer's largest gradient. */
function largestError(
  network: NetworkSpec,
  activation: HiddenActivation,
  ends: Ends,
  penalty: Penalty,
): number {
  const outputs = network.layers[network.layers.length - 1]?.units ?? 1;
  const train = createTokens(COUNT, network.inputs, outputs, ends);
  const parameters = parametersAwayFromKinks(network, activation, train.inputs);
  const update = createUpdate({ batchSize: COUNT, regularization: penalty });
  const trainer = createTestTrainer({ network, update, train, parameters });
  const gradient = Float64Array.from(trainer.nextBatchGradient());
  let worst = 0;
  for (const { weights, bias, units } of trainer.layout.layers) {
    const scale = Math.max(...gradient.subarray(weights, bias + units).map(Math.abs));
    for (let i = weights; i < bias + units; i++) {
      const value = parameters[i] ?? 0;
      const difference = finiteDifference((offset) => {
        trainer.setParameter(i, value + offset);
        return penalizedLoss(trainer, penalty);
      });
      trainer.setParameter(i, value);
      worst = Math.max(worst, Math.abs((gradient[i] ?? NaN) - difference) / scale);
    }
  }
  return worst;
}

describe.each(HIDDEN_ACTIVATIONS)('%s', (activation) => {
  describe.each([false, true])('residual connections: %s', (residual) => {
    it.each(PAIRS)(
      '%s output with %s, %i outputs: gradients match finite differences to 1e-6',
      (output, loss, outputs, ends) => {
        const hidden = [layer(3, activation, residual), layer(3, activation, residual), layer(4, activation)];
        const network = createNetwork(3, [...hidden, layer(outputs, output)], { loss });
        for (const penalty of PENALTIES)
          expect(largestError(network, activation, ends, penalty)).toBeLessThan(1e-6);
      },
    );
  });
});

describe('at a kink', () => {
  it('ReLU has slope 0 and leaky ReLU 0.01 at exactly 0', () => {
    const slopes = (['relu', 'leaky-relu'] as const).map((activation) => {
      const network = createNetwork(1, [layer(1, activation), layer(1, 'linear')]);
      const train = { count: 1, inputs: Float64Array.of(1), targets: Float64Array.of(-1) };
      const trainer = createTestTrainer({ network, train, parameters: [0, 0, 1, 0] });
      return trainer.nextBatchGradient()[0];
    });
    expect(slopes).toEqual([0, 0.01]);
  });
});
