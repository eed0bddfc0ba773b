import type { Graph, GraphNode, GraphSymbol } from './graph';
import { CROSS_ENTROPY, softmaxNode, SQUARED_ERROR } from './losses';
import {
  ADD,
  HALF_SQUARE,
  MAX,
  MULTIPLY,
  PENALIZED,
  SIGMOID,
  WEIGHTED_SUM,
  type Operation,
} from './operations';

/** The graphs that the lectures draw. Source: X. He, Lecture 4 (ShanghaiTech, 2019), "General Backpropagation". */
export const WORKED_NAMES = ['logistic', 'regularized', 'softmax', 'max-multiply'] as const;
export type WorkedName = (typeof WORKED_NAMES)[number];

export interface WorkedGraph {
  readonly graph: Graph;
  /** starting numbers of the leaves, by node; 0 at the others */
  readonly given: readonly number[];
}

/** Puts a graph together node by node. */
export function createBuilder() {
  const graph: GraphNode[] = [];
  const given: number[] = [];
  function push(node: GraphNode, value: number): number {
    given.push(value);
    return graph.push(node) - 1;
  }
  return {
    graph,
    given,
    leaf: (symbol: GraphSymbol, value: number): number =>
      push({ symbol, operation: null, operands: [] }, value),
    data: (symbol: GraphSymbol, value: number): number =>
      push({ symbol, operation: null, operands: [], data: true }, value),
    node: (symbol: GraphSymbol, operation: Operation, ...operands: readonly number[]): number =>
      push({ symbol, operation, operands }, 0),
  };
}

/** s = wx + b, y = σ(s), L = ½(y − t)²; with the penalty R = ½w², L_reg = L + λR, where the lecture writes z for s */
function logistic(regularized: boolean): WorkedGraph {
  const { graph, given, leaf, data, node } = createBuilder();
  const w = leaf({ letter: 'w' }, 0.8);
  const x = data({ letter: 'x' }, 1.5);
  const b = leaf({ letter: 'b' }, -0.4);
  const t = data({ letter: 't' }, 0);
  const z = node({ letter: regularized ? 'z' : 's' }, WEIGHTED_SUM, b, w, x);
  const y = node({ letter: 'y' }, SIGMOID, z);
  const loss = node({ letter: 'L' }, SQUARED_ERROR, y, t);
  if (regularized) {
    const rate = data({ letter: 'λ', tex: '\\lambda' }, 0.1);
    const penalty = node({ letter: 'R' }, HALF_SQUARE, w);
    node({ letter: 'L', index: 'reg' }, PENALIZED, loss, rate, penalty);
  }
  return { graph, given };
}

/** zₖ = wₖx + bₖ, y = softmax(z), L = −Σ t ln y, for three classes and one input */
function softmaxRegression(): WorkedGraph {
  const { graph, given, leaf, data, node } = createBuilder();
  const classes = [
    { index: '1', w: 0.5, b: 0.1, t: 0 },
    { index: '2', w: -0.3, b: 0, t: 1 },
    { index: '3', w: 0.8, b: -0.2, t: 0 },
  ];
  const x = data({ letter: 'x' }, 1.2);
  const z = classes.map(({ index, w, b }) => {
    const weight = leaf({ letter: 'w', index }, w);
    const bias = leaf({ letter: 'b', index }, b);
    return node({ letter: 'z', index }, WEIGHTED_SUM, bias, weight, x);
  });
  const y = classes.map(({ index }, k) => node({ letter: 'y', index }, softmaxNode(k), ...z));
  const t = classes.map((each) => data({ letter: 't', index: each.index }, each.t));
  node({ letter: 'L' }, CROSS_ENTROPY, ...y, ...t);
  return { graph, given };
}

/** f = (xy + max(u, v)) · c */
function maxMultiply(): WorkedGraph {
  const { graph, given, leaf, node } = createBuilder();
  const x = leaf({ letter: 'x' }, 1.5);
  const y = leaf({ letter: 'y' }, -2);
  const u = leaf({ letter: 'u' }, 0.5);
  const v = leaf({ letter: 'v' }, -1);
  const c = leaf({ letter: 'c' }, 2);
  const p = node({ letter: 'p' }, MULTIPLY, x, y);
  const m = node({ letter: 'm' }, MAX, u, v);
  const s = node({ letter: 's' }, ADD, p, m);
  node({ letter: 'f' }, MULTIPLY, s, c);
  return { graph, given };
}

export const WORKED: Readonly<Record<WorkedName, WorkedGraph>> = {
  logistic: logistic(false),
  regularized: logistic(true),
  softmax: softmaxRegression(),
  'max-multiply': maxMultiply(),
};
