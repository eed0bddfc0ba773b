import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OwnNode } from '../../../figures/computationGraph/own';
import { WORKED_NAMES } from '../../../figures/computationGraph/worked';

export const CHOICES = [...WORKED_NAMES, 'present', 'own'] as const;
export type Choice = (typeof CHOICES)[number];

/** What a student fills in, by node. */
export interface Filling {
  readonly entries: ReadonlyMap<number, string>;
  /** blanks whose mark is shown */
  readonly judged: ReadonlySet<number>;
}

export interface Graphs {
  readonly choice: Choice;
  readonly fill: boolean;
  /** numbers of the leaves by node, where they were changed */
  readonly given: Partial<Readonly<Record<Choice, readonly number[]>>>;
  readonly filling: Partial<Readonly<Record<Choice, Filling>>>;
  readonly own: readonly OwnNode[];
}

/** Kept while the page is open: another view of the lens loses nothing of a graph. */
const graphs = createStore<Graphs>(() => ({
  choice: 'logistic',
  fill: false,
  given: { own: [2, -1, 0] },
  filling: {},
  own: [
    { kind: 'number', operands: [] },
    { kind: 'number', operands: [] },
    { kind: 'multiply', operands: [0, 1] },
  ],
}));

export const NO_FILLING: Filling = { entries: new Map(), judged: new Set() };

export function useGraphs(): Graphs {
  return useStore(graphs);
}

export const setGraphs = (change: Partial<Graphs>): void => graphs.setState(change);

export function setLeaf(choice: Choice, given: readonly number[], node: number, value: number): void {
  const changed = given.map((each, i) => (i === node ? value : each));
  graphs.setState((state) => ({ given: { ...state.given, [choice]: changed } }));
}

export function setFilling(choice: Choice, change: (filling: Filling) => Filling): void {
  graphs.setState((state) => ({
    filling: { ...state.filling, [choice]: change(state.filling[choice] ?? NO_FILLING) },
  }));
}

/** A node more, or one less; answers for another graph are void. */
export function addOwnNode(node: OwnNode, value: number): void {
  graphs.setState(({ own, given, filling }) => ({
    own: [...own, node],
    given: { ...given, own: [...(given.own ?? []), value] },
    filling: { ...filling, own: NO_FILLING },
  }));
}

export function removeOwnNode(): void {
  graphs.setState(({ own, given, filling }) => ({
    own: own.slice(0, -1),
    given: { ...given, own: (given.own ?? []).slice(0, -1) },
    filling: { ...filling, own: NO_FILLING },
  }));
}
