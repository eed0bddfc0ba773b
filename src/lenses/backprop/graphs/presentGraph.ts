import { ELEMENTWISE_ACTIVATIONS } from '../../../engine/activations/activations';
import { networkSpec, type NetworkSpec } from '../../../engine/network';
import type { Experiment, ParameterRef } from '../../../experiment/experiment';
import type { Feature, HiddenActivation } from '../../../experiment/names';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import type { Graph, GraphSymbol } from '../../../figures/computationGraph/graph';
import {
  PERCEPTRON,
  SIGMOID_CROSS_ENTROPY,
  SOFTMAX_CROSS_ENTROPY,
  softmaxNode,
  SQUARED_ERROR,
} from '../../../figures/computationGraph/losses';
import {
  ADD,
  functionNode,
  WEIGHTED_SUM,
  type Operation,
} from '../../../figures/computationGraph/operations';
import { createBuilder } from '../../../figures/computationGraph/worked';
import { featureTex } from '../../../figures/network/formula';
import { functionTex } from '../symbols';
import type { Token } from '../values';

/** More nodes than these crowd the figure. */
export const LARGEST_PRESENT = 24;

/** The present network and the loss of one token, without penalty, as scalar nodes. */
export interface PresentGraph {
  readonly graph: Graph;
  /** the weight or bias that a leaf is, by node */
  readonly parameters: readonly (ParameterRef | null)[];
  /** numbers of the leaves, by node */
  readonly givenBy: (parameters: ArrayLike<number>, token: Token) => Float64Array;
}

/** A leaf's place in the flat parameters, the token's inputs or its targets. */
interface Source {
  readonly node: number;
  readonly from: 'parameters' | 'input' | 'target';
  readonly index: number;
}

/** How many nodes the present network's graph has, without building it. */
export function nodeCount(experiment: Experiment): number {
  const network = networkSpec(experiment);
  let inputs = network.inputs;
  let count = inputs + 1;
  network.layers.forEach(({ units, residual }, l) => {
    const last = l === network.layers.length - 1;
    // Weights and bias, e, and h or ŷ; a target for every output.
    count +=
      units * (inputs + 1 + 1 + (residual ? 2 : last && network.loss !== 'mse' ? 0 : 1) + (last ? 1 : 0));
    inputs = units;
  });
  return count;
}

export function presentGraph(experiment: Experiment): PresentGraph {
  const network = networkSpec(experiment);
  const builder = createBuilder();
  const sources: Source[] = [];
  const parameters: (ParameterRef | null)[] = [];
  const sizes = layerSizes(experiment);

  function parameter(symbol: GraphSymbol, ref: ParameterRef): number {
    const node = builder.leaf(symbol, 0);
    parameters[node] = ref;
    sources.push({ node, from: 'parameters', index: parameterIndex(sizes, ref) });
    return node;
  }
  function given(symbol: GraphSymbol, from: 'input' | 'target', index: number): number {
    const node = builder.data(symbol, 0);
    sources.push({ node, from, index });
    return node;
  }
  function excitation(layer: number, unit: number, x: readonly number[]): number {
    const power = `(${layer + 1})`;
    const k = String(unit + 1);
    const products = x.flatMap((sent, j) => [
      parameter({ letter: 'w', index: `${k}${j + 1}`, power }, { layer, unit, from: j }),
      sent,
    ]);
    const bias = parameter({ letter: 'b', index: k, power }, { layer, unit, from: 'bias' });
    return builder.node({ letter: 'e', index: k, power }, WEIGHTED_SUM, bias, ...products);
  }

  let x = experiment.features.map((feature, j) => given(featureSymbol(feature), 'input', j));
  network.layers.forEach(({ units, activation, residual }, layer) => {
    const e = Array.from({ length: units }, (_, unit) => excitation(layer, unit, x));
    if (layer === network.layers.length - 1) {
      x = network.loss === 'mse' ? outputs(builder.node, network, e) : e;
      return;
    }
    if (activation === 'softmax') return;
    const operation = activationNode(activation);
    x = e.map((excited, unit) => {
      const symbol = { letter: 'h', index: String(unit + 1), power: `(${layer + 1})` };
      if (!residual) return builder.node(symbol, operation, excited);
      const response = builder.node({ ...symbol, letter: 'a' }, operation, excited);
      return builder.node(symbol, ADD, response, x[unit] ?? 0);
    });
  });
  const many = x.length > 1;
  const targets = x.map((_, k) =>
    given({ letter: 'y', ...(many ? { index: String(k + 1) } : {}) }, 'target', k),
  );
  builder.node({ letter: 'L' }, lossNode(network), ...x, ...targets);
  return {
    graph: builder.graph,
    parameters: builder.graph.map((_, node) => parameters[node] ?? null),
    givenBy(flat, token) {
      const numbers = new Float64Array(builder.graph.length);
      const arrays = { parameters: flat, ...token };
      for (const { node, from, index } of sources) numbers[node] = arrays[from][index] ?? NaN;
      return numbers;
    },
  };
}

type MakeNode = ReturnType<typeof createBuilder>['node'];

/** ŷ from the output's excitations */
function outputs(node: MakeNode, { layers }: NetworkSpec, e: readonly number[]): number[] {
  const activation = layers.at(-1)?.activation ?? 'linear';
  return e.map((excited, k) => {
    const symbol = { letter: 'y', hat: true, ...(e.length > 1 ? { index: String(k + 1) } : {}) };
    return activation === 'softmax'
      ? node(symbol, softmaxNode(k), ...e)
      : node(symbol, activationNode(activation), excited);
  });
}

function lossNode({ loss, layers }: NetworkSpec): Operation {
  switch (loss) {
    case 'mse':
      return SQUARED_ERROR;
    case 'perceptron':
      return PERCEPTRON;
    case 'cross-entropy':
      return layers.at(-1)?.activation === 'softmax' ? SOFTMAX_CROSS_ENTROPY : SIGMOID_CROSS_ENTROPY;
  }
}

const GLYPHS: Partial<Readonly<Record<HiddenActivation, string>>> = {
  linear: 'id',
  sigmoid: 'σ',
  'leaky-relu': 'relu',
  softplus: 'plus',
};

const RULES: Partial<Readonly<Record<HiddenActivation, string>>> = {
  linear: 'The identity passes its signal on as it is.',
  sigmoid: 'σ multiplies its signal by its own slope, σ(1 − σ).',
  tanh: 'tanh multiplies its signal by its own slope, 1 − tanh².',
  relu: 'ReLU passes its signal on where e is above 0, and nothing elsewhere.',
};

function activationNode(activation: HiddenActivation): Operation {
  const { value, derivative } = ELEMENTWISE_ACTIVATIONS[activation];
  const tex = functionTex(activation);
  return functionNode({
    glyph: GLYPHS[activation] ?? activation,
    rule: RULES[activation] ?? 'The activation multiplies its signal by its own slope at e.',
    value,
    derivative,
    tex: (e) => `${tex}(${e})`,
    derivativeTex: (e) => `${tex}'(${e})`,
  });
}

function featureSymbol(feature: Feature): GraphSymbol {
  const index = /^x(\d)$/u.exec(feature)?.[1];
  return index === undefined ? { letter: feature, tex: featureTex(feature) } : { letter: 'x', index };
}
