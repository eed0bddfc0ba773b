import type { Operation } from './operations';

/** A symbol as it stands on a node: a letter with an index below and a layer above. */
export interface GraphSymbol {
  readonly letter: string;
  readonly index?: string;
  readonly power?: string;
  readonly hat?: boolean;
  /** in TeX, where letter, index and power do not make it */
  readonly tex?: string;
}

export interface GraphNode {
  readonly symbol: GraphSymbol;
  /** null for a leaf, whose number is given */
  readonly operation: Operation | null;
  /** indices of earlier nodes, in the order in which the operation takes them */
  readonly operands: readonly number[];
  /** A leaf that no gradient is asked for: an input, a target, a penalty's rate. */
  readonly data?: boolean;
}

/**
 * A computation as scalar nodes in topological order: every operand comes before the node that takes it. The last node is
 * the output, whose derivatives are wanted. Source: X. He, Lecture 4 (ShanghaiTech, 2019), "General Backpropagation".
 */
export type Graph = readonly GraphNode[];

/** An edge, from the operand's side: which node takes it, and in which place. */
export interface Use {
  readonly node: number;
  readonly place: number;
}

/** By node, who takes its value. More than one use is fan-out. */
export function usesOf(graph: Graph): readonly (readonly Use[])[] {
  const uses: Use[][] = graph.map(() => []);
  graph.forEach(({ operands }, node) =>
    operands.forEach((operand, place) => uses[operand]?.push({ node, place })),
  );
  return uses;
}

/** The symbol read from left to right, as w, Lreg or e1(2). */
export function nameOf({ letter, index = '', power = '', hat = false }: GraphSymbol): string {
  return `${letter}${hat ? '\u0302' : ''}${index}${power}`.normalize('NFC');
}

export function texOf({ letter, index, power, hat = false, tex }: GraphSymbol): string {
  if (tex !== undefined) return tex;
  const base = hat ? `\\hat{${letter}}` : letter;
  const below = index === undefined ? '' : `_{${index.length > 2 ? `\\mathrm{${index}}` : index}}`;
  return `${base}${below}${power === undefined ? '' : `^{${power}}`}`;
}

/** δ with the node's symbol as its index. */
export function signalTex(symbol: GraphSymbol): string {
  return `\\delta_{${texOf(symbol)}}`;
}
