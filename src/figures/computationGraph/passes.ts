import { usesOf, type Graph } from './graph';

/** The numbers of a graph. All arrays by node. */
export interface Passes {
  readonly values: Float64Array;
  /** error signals δ = d output / d node */
  readonly signals: Float64Array;
  /** what a node sends to its operands, by place: signal times partial derivative */
  readonly messages: readonly (readonly number[])[];
}

/** @param given numbers of the leaves, by node; other places are not read */
export function forward(graph: Graph, given: ArrayLike<number>): Float64Array {
  const values = new Float64Array(graph.length);
  graph.forEach(({ operation, operands }, i) => {
    values[i] =
      operation === null ? (given[i] ?? NaN) : operation.value(operands.map((each) => values[each] ?? NaN));
  });
  return values;
}

/** ∂node/∂operand by place, at these values; empty for a leaf. */
export function partialsOf(graph: Graph, node: number, values: ArrayLike<number>): readonly number[] {
  const { operation = null, operands = [] } = graph[node] ?? {};
  const inputs = operands.map((each) => values[each] ?? NaN);
  return operation === null ? [] : operation.partials(inputs, values[node] ?? NaN);
}

/** In reverse topological order: a node adds up the messages of those that take it, then sends its own. */
export function backward(graph: Graph, values: Float64Array): Passes {
  const signals = new Float64Array(graph.length);
  const messages: (readonly number[])[] = graph.map(() => []);
  const uses = usesOf(graph);
  for (let node = graph.length - 1; node >= 0; node--) {
    const received = uses[node]?.reduce((sum, use) => sum + (messages[use.node]?.[use.place] ?? 0), 0) ?? 0;
    const signal = node === graph.length - 1 ? 1 : received;
    signals[node] = signal;
    messages[node] = partialsOf(graph, node, values).map((partial) => send(signal, partial));
  }
  return { values, signals, messages };
}

/** Nothing is sent on nothing received, also where the derivative is not finite. */
function send(signal: number, partial: number): number {
  return signal === 0 || partial === 0 ? 0 : signal * partial;
}

export function passesOf(graph: Graph, given: ArrayLike<number>): Passes {
  return backward(graph, forward(graph, given));
}
