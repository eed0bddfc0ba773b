import type { Graph } from './graph';
import { ADD, EXP, LOG, MAX, MULTIPLY, SIGMOID, SQUARE, TANH, type Operation } from './operations';

/** What a graph of one's own is made of. */
export const OWN_KINDS = [
  'number',
  'add',
  'multiply',
  'max',
  'square',
  'exp',
  'sigmoid',
  'tanh',
  'log',
] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

const OPERATIONS: Readonly<Record<Exclude<OwnKind, 'number'>, Operation>> = {
  add: ADD,
  multiply: MULTIPLY,
  max: MAX,
  square: SQUARE,
  exp: EXP,
  sigmoid: SIGMOID,
  tanh: TANH,
  log: LOG,
};

export interface OwnNode {
  readonly kind: OwnKind;
  /** indices of earlier nodes; as many as the kind takes */
  readonly operands: readonly number[];
}

/** How many operands a kind takes. */
export function arityOf(kind: OwnKind): 0 | 1 | 2 {
  if (kind === 'number') return 0;
  return kind === 'add' || kind === 'multiply' || kind === 'max' ? 2 : 1;
}

/** Nodes are named a, b, c, … in the order of their making; e is left to the exponential, l looks like 1. */
const LETTERS = [...'abcdfghkmnpqrstuvwxyz'];

export const LARGEST_OWN = LETTERS.length;

export function ownGraph(nodes: readonly OwnNode[]): Graph {
  return nodes.map(({ kind, operands }, i) => ({
    symbol: { letter: LETTERS[i] ?? '' },
    operation: kind === 'number' ? null : OPERATIONS[kind],
    operands: operands.slice(0, arityOf(kind)),
  }));
}
