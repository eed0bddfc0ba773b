import { describe, expect, it } from 'vitest';
import { ELEMENTWISE_ACTIVATIONS } from '../../src/engine/activations/activations';
import { createLayout } from '../../src/engine/layout';
import type { NetworkSpec } from '../../src/engine/network';
import { traceToken, type TokenTrace } from '../../src/engine/trace/trace';
import {
  HIDDEN_ACTIVATIONS,
  OUTPUT_ACTIVATIONS,
  type HiddenActivation,
  type Loss,
  type OutputActivation,
} from '../../src/experiment/names';
import { lossChoices } from '../../src/experiment/shape';
import {
  createNetwork,
  createParameters,
  createTestTrainer,
  createTokens,
  createUpdate,
  layer,
} from './support';

const STEP = 1e-4;
const INPUTS = 3;

/** Every output with every loss that the page offers for it. */
const PAIRS = OUTPUT_ACTIVATIONS.flatMap((output) =>
  lossChoices(output).map((loss) => [output, loss] as const),
);
/** Where the loss is no differentiable function of the parameters, or a step hides them. */
const SMOOTH = PAIRS.filter(([output]) => output !== 'step');
/** Their derivative jumps or is 0 by convention, not by limit. */
const STEPS: readonly HiddenActivation[] = ['step', 'sign'];

function endsOf(output: OutputActivation) {
  if (output === 'softmax') return 'one-hot' as const;
  if (output === 'tanh') return 'signs' as const;
  return output === 'linear' ? ('numbers' as const) : ('bits' as const);
}

/** Three hidden layers, the middle one with a residual connection, and three outputs. */
function deepNetwork(activation: HiddenActivation, output: OutputActivation, loss: Loss): NetworkSpec {
  const hidden = [layer(4, activation), layer(4, activation, true), layer(5, activation)];
  return createNetwork(INPUTS, [...hidden, layer(3, output)], { loss });
}

interface Example {
  readonly network: NetworkSpec;
  readonly parameters: Float64Array;
  readonly input: Float64Array;
  readonly target: Float64Array;
}

function exampleOf(network: NetworkSpec, output: OutputActivation, seed: number): Example {
  const { inputs: input, targets: target } = createTokens(1, INPUTS, 3, endsOf(output), seed);
  return { network, parameters: createParameters(network, seed), input, target };
}

const traceOf = ({ network, parameters, input, target }: Example): TokenTrace =>
  traceToken(network, createLayout(network), parameters, input, target);

/** All gradients in the layout's order. */
function gradientOf(trace: TokenTrace): number[] {
  return trace.layers.flatMap(({ weightGradient, biasGradient }) => [...weightGradient, ...biasGradient]);
}

/** Far enough from the kinks of ReLU and its kind that no difference steps over one. */
function awayFromKinks(network: NetworkSpec, output: OutputActivation): Example {
  for (let seed = 1; seed < 500; seed++) {
    const example = exampleOf(network, output, seed);
    const hidden = traceOf(example).layers.slice(0, -1);
    if (hidden.every(({ e }) => e.every((value) => Math.abs(value) > 100 * STEP))) return example;
  }
  throw new Error('No seed keeps from the kinks.');
}

/** Central differences of fourth order. */
function finiteDifferences(example: Example): number[] {
  return Array.from(example.parameters, (value, i) => {
    const lossAt = (offset: number) => {
      const parameters = example.parameters.slice();
      parameters[i] = value + offset;
      return traceOf({ ...example, parameters }).loss;
    };
    return (8 * (lossAt(STEP) - lossAt(-STEP)) - (lossAt(2 * STEP) - lossAt(-2 * STEP))) / (12 * STEP);
  });
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? NaN))));
}

describe.each(HIDDEN_ACTIVATIONS)('the trace of one token through %s', (activation) => {
  it.each(PAIRS)(
    'has the gradient and loss that the trainer has in double precision: %s, %s',
    (output, loss) => {
      const example = exampleOf(deepNetwork(activation, output, loss), output, 11);
      const { network, parameters, input, target } = example;
      const train = { count: 1, inputs: input, targets: target };
      const trainer = createTestTrainer({
        network,
        parameters,
        train,
        update: createUpdate({ batchSize: 1 }),
      });
      const trace = traceOf(example);
      expect(largestDifference(gradientOf(trace), trainer.nextBatchGradient())).toBeLessThan(1e-9);
      expect(Math.abs(trace.loss - trainer.evaluate('train').loss)).toBeLessThan(1e-9);
      expect(largestDifference(trace.output, trainer.outputs('train'))).toBeLessThan(1e-9);
    },
  );

  if (STEPS.includes(activation)) return;
  it.each(SMOOTH)('has gradients that match finite differences: %s, %s', (output, loss) => {
    const example = awayFromKinks(deepNetwork(activation, output, loss), output);
    const gradient = gradientOf(traceOf(example));
    const scale = Math.max(...gradient.map(Math.abs));
    expect(largestDifference(gradient, finiteDifferences(example)) / scale).toBeLessThan(1e-7);
  });
});

describe('the trace of one token', () => {
  const network = createNetwork(2, [layer(2, 'sigmoid'), layer(2, 'linear')]);
  const parameters = [1, -2, 0.5, 3, 0.25, -1, 2, -1, 0.5, 1.5, 0.1, -0.2];
  const trace = traceToken(network, createLayout(network), parameters, [0.6, 0.8], [0.6, 0.36]);
  const sigmoid = (e: number) => 1 / (1 + Math.exp(-e));

  it('gives every number of the formulas, worked by hand', () => {
    const e = [0.6 - 1.6 + 0.25, 0.3 + 2.4 - 1];
    const h = e.map(sigmoid);
    const output = [2 * (h[0] ?? 0) - (h[1] ?? 0) + 0.1, 0.5 * (h[0] ?? 0) + 1.5 * (h[1] ?? 0) - 0.2];
    const epsilon = [(output[0] ?? 0) - 0.6, (output[1] ?? 0) - 0.36];
    const [e1 = 0, e2 = 0] = epsilon;
    const received = [2 * e1 + 0.5 * e2, -e1 + 1.5 * e2];
    const delta = received.map((d, k) => d * (h[k] ?? 0) * (1 - (h[k] ?? 0)));
    const [hidden, last] = trace.layers;
    expect([...(hidden?.e ?? [])]).toEqual(e.map((value): unknown => expect.closeTo(value, 14)));
    expect([...(last?.x ?? [])]).toEqual(h.map((value): unknown => expect.closeTo(value, 14)));
    expect([...trace.epsilon]).toEqual(epsilon.map((value): unknown => expect.closeTo(value, 14)));
    expect([...(hidden?.received ?? [])]).toEqual(
      received.map((value): unknown => expect.closeTo(value, 14)),
    );
    expect([...(hidden?.error ?? [])]).toEqual(delta.map((value): unknown => expect.closeTo(value, 14)));
    expect(trace.loss).toBeCloseTo(0.5 * (e1 * e1 + e2 * e2), 14);
    expect(hidden?.weightGradient[3]).toBeCloseTo((delta[1] ?? 0) * 0.8, 14);
  });

  it('sends no gradient through step and sign, and all of it into the layer after them', () => {
    for (const activation of STEPS) {
      const example = exampleOf(deepNetwork(activation, 'linear', 'mse'), 'linear', 4);
      const { layers, epsilon } = traceOf(example);
      expect(layers.slice(0, -1).every(({ error }) => error.every((delta) => delta === 0))).toBe(true);
      expect([...(layers[3]?.biasGradient ?? [])]).toEqual([...epsilon]);
      expect(ELEMENTWISE_ACTIVATIONS[activation].derivative(0.3)).toBe(0);
    }
  });

  it('keeps its loss finite where probabilities round to 0 and 1', () => {
    for (const output of ['sigmoid', 'softmax'] as const) {
      const steep = createNetwork(1, [layer(2, output)], { loss: 'cross-entropy' });
      const { loss } = traceToken(steep, createLayout(steep), [800, -800, 0, 0], [1], [0, 1]);
      expect(loss).toBeCloseTo(1600, 6);
    }
  });
});
