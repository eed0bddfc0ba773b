import type { Graph } from './graph';

export interface GraphStep {
  readonly phase: 'forward' | 'backward';
  readonly node: number;
}

/** Whether a node carries an error signal: data leaves are asked for none. */
export function hasSignal(graph: Graph, node: number): boolean {
  return graph[node]?.data !== true;
}

/** Node by node: the computed ones in topological order, then in reverse all that carry a signal. */
export function graphSteps(graph: Graph): readonly GraphStep[] {
  const nodes = graph.map((_, node) => node);
  const forward = nodes.filter((node) => graph[node]?.operation !== null);
  const backward = nodes.filter((node) => hasSignal(graph, node)).reverse();
  return [
    ...forward.map((node) => ({ phase: 'forward' as const, node })),
    ...backward.map((node) => ({ phase: 'backward' as const, node })),
  ];
}

/** Whether the story has come so far; before its first step, `at` −1, only leaves are known. */
export function isReached(steps: readonly GraphStep[], at: number, step: GraphStep): boolean {
  const place = steps.findIndex(({ phase, node }) => phase === step.phase && node === step.node);
  return place >= 0 && place <= at;
}
