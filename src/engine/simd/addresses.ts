import type { Layout } from '../engine';
import { MOST_SCALARS } from '../optimizers/optimizer';

/** What lies where in an engine's memory, in bytes: numbers of a fixed place first, then what the network's size asks for. */

/** Tokens of a block at most. */
export const MOST_LANES = 128;

/** Tokens of a block while a set is evaluated. */
export const EVALUATION_LANES = 64;

/**
 * Numbers from row to row of a block. Rows a multiple of 256 bytes apart would share a few places of the cache, and push
 * each other out of it when one column after the other is read; a cache line between them spreads them over all.
 */
export function rowLength(lanes: number): number {
  return lanes % 64 === 0 ? lanes + 16 : lanes;
}

/** 1 / (tokens of the batch) */
export const SHARE = 64;
/** the optimizer's numbers, see `OptimizerCode.writeScalars` */
export const SCALARS = 68;
/** rate of the penalty; step of the penalty that stops weights at 0 */
export const PENALTY_RATE = SCALARS + 4 * MOST_SCALARS;
export const PENALTY_STEP = PENALTY_RATE + 4;
/** two sums in double precision, each in two halves; see `writeMeasure` */
export const RESULTS = 128;

/** Each of the programs that share a memory has a table of constants of its own. */
export const CONSTANT_BYTES = 3072;
export const CONSTANTS = { update: 1024, gradient: 4096, evaluation: 7168, rest: 10_240 } as const;

/** MOST_LANES times all bits, then as often none: from further on, a mask of fewer tokens begins. */
const MASKS = 13_312;
/** Room for a few rows while they are turned. */
export const PANEL = MASKS + 8 * MOST_LANES;
const PANEL_BYTES = 32 * MOST_LANES;
const VECTORS = PANEL + PANEL_BYTES;

export function maskOf(tokens: number): number {
  return MASKS + 4 * (MOST_LANES - tokens);
}

export function writeMasks(words: Int32Array): void {
  words.fill(-1, MASKS / 4, MASKS / 4 + MOST_LANES);
}

/** Vectors of the parameters' length, in the layout's order. */
export const VECTOR_NAMES = [
  'parameters',
  'gradient',
  'first',
  'second',
  'clipped',
  // 1 where a parameter may move, 0 where it is frozen
  'movable',
  // 1 for weights, 0 for biases
  'penalized',
  'scratch',
] as const;
export type VectorName = (typeof VECTOR_NAMES)[number];

/** Where a layer's values [unit][token] of the block under way lie. */
export interface LayerAddresses {
  readonly excitations: number;
  readonly responses: number;
  /** with the residual added */
  readonly sums: number;
  /** δ */
  readonly deltas: number;
  /** ∂L/∂h, which a residual connection hands on */
  readonly kept: number;
}

/** Likewise while a set is only evaluated, EVALUATION_LANES tokens at a time. */
export interface EvaluationAddresses {
  readonly excitations: number;
  readonly activations: number;
}

export interface Addresses {
  readonly vectors: Readonly<Record<VectorName, number>>;
  readonly evaluation: readonly EvaluationAddresses[];
  readonly training: readonly LayerAddresses[];
  /** where tokens begin */
  readonly end: number;
}

/** On the boundary of a cache line. */
export function align(address: number): number {
  return Math.ceil(address / 64) * 64;
}

/** Keeps buffers whose sizes are powers of two from falling into the same few places of a cache. */
const SKEW = 192;

/** What does not depend on the batch stands first, so that its code serves every batch size. */
export function layoutAddresses({ layers, parameterCount }: Layout, lanes: number): Addresses {
  let top = VECTORS;
  const take = (numbers: number) => {
    const at = top;
    top = align(top + 4 * numbers);
    return at;
  };
  const vector = () => take(Math.ceil(parameterCount / 4) * 4);
  const rows = (count: number) => take(count + SKEW / 4);
  const vectors = {
    parameters: vector(),
    gradient: vector(),
    first: vector(),
    second: vector(),
    clipped: vector(),
    movable: vector(),
    penalized: vector(),
    scratch: vector(),
  };
  const evaluation = layers.map(({ units }) => ({
    excitations: rows(units * EVALUATION_LANES),
    activations: rows(units * EVALUATION_LANES),
  }));
  const length = rowLength(lanes);
  const training = layers.map(({ units }) => ({
    excitations: rows(units * length),
    responses: rows(units * length),
    sums: rows(units * length),
    deltas: rows(units * length),
    kept: rows(units * length),
  }));
  return { vectors, evaluation, training, end: top };
}
