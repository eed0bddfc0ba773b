import type { Engine, Trainer } from '../../src/engine/engine';
import { ELEMENTWISE_ACTIVATIONS } from '../../src/engine/activations/activations';
import { createLayout } from '../../src/engine/layout';
import type { NetworkSpec } from '../../src/engine/network';
import type { HiddenActivation, Loss, OutputActivation } from '../../src/experiment/names';
import { createParameters, createTestTrainer, createTokens, createUpdate, type Ends } from './support';

/** Gradients held against what the loss does when a parameter is moved a little. */

const COUNT = 5;
const STEP = 1e-4;
const KINKED: readonly HiddenActivation[] = ['relu', 'leaky-relu', 'elu', 'step', 'sign'];

/** output, loss, outputs, targets */
export const OUTPUT_PAIRS: readonly (readonly [OutputActivation, Loss, number, Ends])[] = [
  ['sigmoid', 'cross-entropy', 1, 'bits'],
  ['sigmoid', 'cross-entropy', 3, 'bits'],
  ['sigmoid', 'mse', 1, 'bits'],
  ['tanh', 'mse', 1, 'signs'],
  ['linear', 'mse', 2, 'numbers'],
  ['softmax', 'cross-entropy', 3, 'one-hot'],
  ['softmax', 'mse', 3, 'one-hot'],
  ['step', 'perceptron', 1, 'bits'],
  ['step', 'perceptron', 3, 'bits'],
  ['step', 'mse', 1, 'bits'],
];

export const PENALTIES = [
  { kind: 'none', rate: 0 },
  { kind: 'l2', rate: 0.03 },
  { kind: 'l1', rate: 0.02 },
] as const;
type Penalty = (typeof PENALTIES)[number];

/** The loss with the penalty, as the experiment states it. */
function penalizedLoss(trainer: Trainer, penalty: Penalty): number {
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

const isKinked = (activation: string): boolean => KINKED.some((each) => each === activation);

/** Whether every excitation of a kinked unit is far enough from 0 that no difference steps over the kink. */
function keepsFromKinks(network: NetworkSpec, parameters: Float64Array, inputs: Float64Array): boolean {
  const layout = createLayout(network);
  for (let b = 0; b < COUNT; b++) {
    let x = Array.from({ length: network.inputs }, (_, f) => inputs[f * COUNT + b] ?? 0);
    for (const [l, { units, weights, bias }] of layout.layers.entries()) {
      const spec = network.layers[l];
      if (spec === undefined || spec.activation === 'softmax') break;
      const weight = (k: number, j: number) => parameters[weights + k * x.length + j] ?? 0;
      const excitation = (k: number) =>
        x.reduce((sum, value, j) => sum + value * weight(k, j), parameters[bias + k] ?? 0);
      const e = Array.from({ length: units }, (_, k) => excitation(k));
      if (isKinked(spec.activation) && e.some((value) => Math.abs(value) < 100 * STEP)) return false;
      const h = e.map(ELEMENTWISE_ACTIVATIONS[spec.activation].value);
      x = spec.residual ? h.map((value, k) => value + (x[k] ?? 0)) : h;
    }
  }
  return true;
}

function parametersAwayFromKinks(network: NetworkSpec, inputs: Float64Array): Float64Array {
  for (let seed = 1; seed < 2000; seed++) {
    const parameters = createParameters(network, seed);
    if (parameters.some((w) => Math.abs(w) < 3 * STEP)) continue;
    if (keepsFromKinks(network, parameters, inputs)) return parameters;
  }
  throw new Error('No seed keeps from the kinks.');
}

/**
 * Largest difference between an engine’s gradient and finite differences of the loss in double precision, relative to
 * the largest gradient of the layer. Where a layer has none, as below a step, it is the difference itself.
 */
export function largestGradientError(
  engine: Engine,
  precision: 'single' | 'double',
  network: NetworkSpec,
  ends: Ends,
  penalty: Penalty = PENALTIES[0],
): number {
  const outputs = network.layers[network.layers.length - 1]?.units ?? 1;
  const train = createTokens(COUNT, network.inputs, outputs, ends);
  const parameters = parametersAwayFromKinks(network, train.inputs);
  const update = createUpdate({ batchSize: COUNT, regularization: penalty });
  const options = { network, update, train, parameters };
  const gradient = createTestTrainer({ ...options, precision }, engine).nextBatchGradient();
  const exact = createTestTrainer(options);
  let worst = 0;
  for (const { weights, bias, units } of exact.layout.layers) {
    const largest = Math.max(...gradient.subarray(weights, bias + units).map(Math.abs));
    for (let i = weights; i < bias + units; i++) {
      const value = parameters[i] ?? 0;
      const difference = finiteDifference((offset) => {
        exact.setParameter(i, value + offset);
        return penalizedLoss(exact, penalty);
      });
      exact.setParameter(i, value);
      worst = Math.max(worst, Math.abs((gradient[i] ?? NaN) - difference) / (largest || 1));
    }
  }
  return worst;
}
