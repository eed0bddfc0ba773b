import { describe, expect, it } from 'vitest';
import { nameOf, usesOf, type Graph } from '../../../src/figures/computationGraph/graph';
import {
  PERCEPTRON,
  SIGMOID_CROSS_ENTROPY,
  SOFTMAX_CROSS_ENTROPY,
  SQUARED_ERROR,
} from '../../../src/figures/computationGraph/losses';
import { ADD, type Operation } from '../../../src/figures/computationGraph/operations';
import { arityOf, OWN_KINDS, ownGraph } from '../../../src/figures/computationGraph/own';
import { forward, passesOf } from '../../../src/figures/computationGraph/passes';
import { graphSteps, isReached } from '../../../src/figures/computationGraph/story';
import { WORKED, WORKED_NAMES } from '../../../src/figures/computationGraph/worked';

/** d output / d leaf by a central difference */
function difference(graph: Graph, given: readonly number[], leaf: number): number {
  const h = 1e-6;
  const at = (step: number) => {
    const moved = given.map((value, i) => (i === leaf ? value + step : value));
    return forward(graph, moved).at(-1) ?? NaN;
  };
  return (at(h) - at(-h)) / (2 * h);
}

function expectTrueGradients(graph: Graph, given: readonly number[]): void {
  const { signals } = passesOf(graph, given);
  graph.forEach(({ operation }, node) => {
    if (operation !== null) return;
    expect(Math.abs((signals[node] ?? NaN) - difference(graph, given, node))).toBeLessThan(1e-8);
  });
}

const placeOf = (graph: Graph, name: string): number =>
  graph.findIndex(({ symbol }) => nameOf(symbol) === name);

describe('worked graphs', () => {
  it.each(WORKED_NAMES)('the signals at the leaves are the derivatives: %s', (name) => {
    const { graph, given } = WORKED[name];
    expectTrueGradients(graph, given);
    expectTrueGradients(
      graph,
      given.map((value, i) => value * 0.7 + 0.13 * i + 0.05),
    );
  });

  it('are in topological order', () => {
    for (const name of WORKED_NAMES)
      WORKED[name].graph.forEach(({ operands }, i) =>
        operands.forEach((operand) => expect(operand).toBeLessThan(i)),
      );
  });

  it('computes logistic least squares as the lecture does', () => {
    const { graph, given } = WORKED.regularized;
    const at = (name: string) => placeOf(graph, name);
    const [w, x, b, t, rate] = ['w', 'x', 'b', 't', 'λ'].map((name) => given[at(name)] ?? NaN);
    if (w === undefined || x === undefined || b === undefined || t === undefined || rate === undefined)
      throw new Error();
    const y = 1 / (1 + Math.exp(-(w * x + b)));
    const deltaZ = (y - t) * y * (1 - y);
    const { values, signals } = passesOf(graph, given);
    expect(values[at('Lreg')]).toBeCloseTo(0.5 * (y - t) ** 2 + rate * 0.5 * w * w, 14);
    expect(signals[at('Lreg')]).toBe(1);
    expect(signals[at('R')]).toBe(rate);
    expect(signals[at('L')]).toBe(1);
    expect(signals[at('y')]).toBeCloseTo(y - t, 14);
    expect(signals[at('z')]).toBeCloseTo(deltaZ, 14);
    expect(signals[at('w')]).toBeCloseTo(deltaZ * x + rate * w, 14);
    expect(signals[at('b')]).toBeCloseTo(deltaZ, 14);
  });

  it('sums the messages where a value fans out', () => {
    const { graph, given } = WORKED.regularized;
    const w = placeOf(graph, 'w');
    const uses = usesOf(graph)[w] ?? [];
    expect(uses).toHaveLength(2);
    const { signals, messages } = passesOf(graph, given);
    const parts = uses.map(({ node, place }) => messages[node]?.[place] ?? NaN);
    expect(parts.every((part) => part !== 0)).toBe(true);
    expect(signals[w]).toBeCloseTo((parts[0] ?? NaN) + (parts[1] ?? NaN), 15);
  });

  it('gives softmax with cross-entropy the error y − t at every z', () => {
    const { graph, given } = WORKED.softmax;
    const { values, signals } = passesOf(graph, given);
    for (const k of ['1', '2', '3']) {
      const error = (values[placeOf(graph, `y${k}`)] ?? NaN) - (values[placeOf(graph, `t${k}`)] ?? NaN);
      expect(signals[placeOf(graph, `z${k}`)]).toBeCloseTo(error, 14);
    }
  });

  it('swaps at multiply nodes and routes at max nodes', () => {
    const { graph, given } = WORKED['max-multiply'];
    const { values, signals, messages } = passesOf(graph, given);
    const [p, m] = [placeOf(graph, 'p'), placeOf(graph, 'm')];
    const [x, y] = [placeOf(graph, 'x'), placeOf(graph, 'y')].map((node) => values[node] ?? NaN);
    const delta = signals[p] ?? NaN;
    expect(messages[p]).toEqual([delta * (y ?? NaN), delta * (x ?? NaN)]);
    expect(messages[m]).toEqual([signals[m], 0]);
  });
});

describe('a graph of one’s own', () => {
  it.each(OWN_KINDS.filter((kind) => kind !== 'number'))('has true derivatives through %s', (kind) => {
    const operands = arityOf(kind) === 2 ? [0, 1] : [0];
    const graph = ownGraph([
      { kind: 'number', operands: [] },
      { kind: 'number', operands: [] },
      { kind, operands },
      { kind: 'multiply', operands: [2, 0] },
    ]);
    expectTrueGradients(graph, [0.7, -1.3, 0, 0]);
  });

  it('takes the same node twice and adds both messages', () => {
    const graph = ownGraph([
      { kind: 'number', operands: [] },
      { kind: 'multiply', operands: [0, 0] },
    ]);
    expect(passesOf(graph, [3]).signals[0]).toBe(6);
  });

  it('sends nothing to a node that the output does not depend on', () => {
    const graph = ownGraph([
      { kind: 'number', operands: [] },
      { kind: 'log', operands: [0] },
      { kind: 'square', operands: [0] },
    ]);
    const { signals } = passesOf(graph, [0]);
    expect(Array.from(signals)).toEqual([0, 0, 1]);
  });
});

describe('losses of a network', () => {
  const loss = (operation: Operation, count: number): Graph => [
    ...Array.from({ length: count }, (_, i) => ({
      symbol: { letter: 'a', index: String(i) },
      operation: null,
      operands: [],
    })),
    { symbol: { letter: 'L' }, operation, operands: Array.from({ length: count }, (_, i) => i) },
  ];
  it('have true derivatives by outputs and targets', () => {
    expectTrueGradients(loss(SQUARED_ERROR, 4), [0.3, -0.5, 1, 0]);
    expectTrueGradients(loss(SIGMOID_CROSS_ENTROPY, 2), [0.7, 1]);
    expectTrueGradients(loss(SOFTMAX_CROSS_ENTROPY, 6), [0.7, -0.4, 2, 0, 1, 0]);
    expectTrueGradients(loss(PERCEPTRON, 2), [0.7, 0]);
  });
  it('stay finite at large excitations', () => {
    expect(passesOf(loss(SIGMOID_CROSS_ENTROPY, 2), [800, 0]).values[2]).toBe(800);
    expect(passesOf(loss(SOFTMAX_CROSS_ENTROPY, 4), [800, 0, 0, 1]).values[4]).toBe(800);
  });
});

describe('the story of a graph', () => {
  it('goes forward through computed nodes, then back in reverse order, past data', () => {
    const { graph } = WORKED.regularized;
    const told = graphSteps(graph).map(({ phase, node }) => {
      const symbol = graph[node]?.symbol;
      return `${phase === 'forward' ? '' : 'δ'}${symbol === undefined ? '' : nameOf(symbol)}`;
    });
    expect(told).toEqual(['z', 'y', 'L', 'R', 'Lreg', 'δLreg', 'δR', 'δL', 'δy', 'δz', 'δb', 'δw']);
  });
  it('has reached what lies at or before its place', () => {
    const steps = graphSteps([
      { symbol: { letter: 'a' }, operation: null, operands: [] },
      { symbol: { letter: 'b' }, operation: ADD, operands: [0, 0] },
    ]);
    expect(isReached(steps, -1, { phase: 'forward', node: 1 })).toBe(false);
    expect(isReached(steps, 0, { phase: 'forward', node: 1 })).toBe(true);
    expect(isReached(steps, 0, { phase: 'backward', node: 1 })).toBe(false);
    expect(isReached(steps, 2, { phase: 'backward', node: 0 })).toBe(true);
  });
});
