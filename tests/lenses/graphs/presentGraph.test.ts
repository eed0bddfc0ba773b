import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/engine/layout';
import { networkSpec } from '../../../src/engine/network';
import { traceToken } from '../../../src/engine/trace/trace';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import type { HiddenActivation, Loss, OutputActivation } from '../../../src/experiment/names';
import { outputCount, parameterCount } from '../../../src/experiment/shape';
import { passesOf } from '../../../src/figures/computationGraph/passes';
import { nodeCount, presentGraph } from '../../../src/lenses/backprop/graphs/presentGraph';

interface Shape {
  readonly hidden: readonly HiddenActivation[];
  readonly output: OutputActivation;
  readonly loss: Loss;
  readonly residual?: boolean;
}

/** Two inputs, and hidden layers of two units. */
function experimentOf({ hidden, output, loss, residual = false }: Shape): Experiment {
  return {
    ...DEFAULT_EXPERIMENT,
    features: ['x1', 'x2'],
    network: {
      ...DEFAULT_EXPERIMENT.network,
      hidden: hidden.map((activation) => ({ units: 2, activation })),
      output,
      connectivity: residual ? 'residual' : 'sequential',
    },
    loss,
  };
}

const SHAPES: readonly Shape[] = [
  { hidden: ['tanh'], output: 'sigmoid', loss: 'cross-entropy' },
  { hidden: ['relu', 'sigmoid'], output: 'sigmoid', loss: 'mse' },
  { hidden: ['softplus'], output: 'softmax', loss: 'cross-entropy' },
  { hidden: ['gelu'], output: 'softmax', loss: 'mse' },
  { hidden: ['tanh'], output: 'tanh', loss: 'mse', residual: true },
  { hidden: [], output: 'step', loss: 'perceptron' },
  { hidden: ['leaky-relu'], output: 'linear', loss: 'mse' },
];

describe.each(SHAPES)('the present network as a graph: $hidden, $output, $loss', (shape) => {
  const experiment = experimentOf(shape);
  const network = networkSpec(experiment);
  const parameters = Float64Array.from({ length: parameterCount(experiment) }, (_, i) =>
    Math.sin(i * 1.7 + 1),
  );
  const target = Float64Array.from({ length: outputCount(experiment) }, (_, k) => (k === 0 ? 1 : 0));
  const token = { input: Float64Array.of(0.7, -1.1), target };
  const trace = traceToken(network, createLayout(network), parameters, token.input, target);
  const present = presentGraph(experiment);
  const { values, signals } = passesOf(present.graph, present.givenBy(parameters, token));

  it('has the loss and the gradients of the trace', () => {
    expect(values.at(-1)).toBeCloseTo(trace.loss, 12);
    let seen = 0;
    present.parameters.forEach((ref, node) => {
      if (ref === null) return;
      seen++;
      const layer = trace.layers[ref.layer];
      const gradient =
        ref.from === 'bias'
          ? layer?.biasGradient[ref.unit]
          : layer?.weightGradient[ref.unit * (layer.x.length || 1) + ref.from];
      expect(signals[node]).toBeCloseTo(gradient ?? NaN, 12);
    });
    expect(seen).toBe(parameterCount(experiment));
  });

  it('has as many nodes as are counted beforehand', () => {
    expect(present.graph).toHaveLength(nodeCount(experiment));
  });
});
