import type { ParameterRef } from '../experiment/experiment';
import type { NetworkSpec, UpdateSpec } from './network';
import type { PaintedSquare, Ramp, ValueScale } from './paint';
import type { Precision, Reals } from './reals';
import type { TokenSet } from './tokens';

/** What an engine offers; `plain/` implements it in readable TypeScript, `simd/` in kernels written at run time. */

/** Where the parameters of one layer lie in the flat parameter vector. */
export interface LayerLayout {
  readonly inputs: number;
  readonly units: number;
  /** weights[receiving][sending], row by row, from this index on */
  readonly weights: number;
  /** bias[receiving] from this index on */
  readonly bias: number;
  /** index of this layer's first unit when all units are counted from the first hidden layer to the output */
  readonly firstUnit: number;
}

export interface Layout {
  readonly layers: readonly LayerLayout[];
  readonly parameterCount: number;
  /** hidden and output units together */
  readonly unitCount: number;
}

/** How far a run has come. */
export interface Progress {
  /** updates made */
  readonly step: number;
  /** full passes over the training tokens */
  readonly epoch: number;
  /** tokens of the present epoch already used */
  readonly position: number;
}

/** Measured over all tokens of a set, without penalty. Not finite when the network has diverged; NaN without tokens. */
export interface Evaluation {
  readonly loss: number;
  /** classification: share of tokens with the right class, 0 … 1; regression: R² */
  readonly score: number;
}

/** All that going on from a point needs. Its arrays are never mutated. */
export interface Checkpoint extends Progress {
  /** parameters, optimizer state, carried gradients, clipped weights: as `Trainer` laid them out */
  readonly state: Reals;
}

export interface Trainer {
  readonly layout: Layout;
  readonly precision: Precision;
  /** The live parameters; read only, and only until the next call. */
  readonly parameters: Reals;
  readonly progress: Progress;

  /** Other formulas for the same layout: activation, loss, connections. */
  setNetwork(network: NetworkSpec): void;
  /** Other training settings. A different optimizer kind begins with cleared state. */
  setUpdate(update: UpdateSpec): void;
  setTokens(train: TokenSet, test: TokenSet): void;
  setParameter(index: number, value: number): void;

  /**
   * One update from the next batch. Returns whether it completed an epoch. A remainder to be carried is taken together
   * with the last full batch; where a batch wants more tokens than there are, an epoch then passes without an update.
   */
  update(): boolean;
  /** Updates to the end of the present epoch: the same as `update` until it returns true, in fewer calls. */
  finishEpoch(): void;
  /** Forward over all tokens with the present parameters. */
  evaluate(set: 'train' | 'test'): Evaluation;
  /** Output values [output][token] of the last `evaluate` of that set; overwritten by the next. */
  outputs(set: 'train' | 'test'): Reals;
  /** Norm of the gradient of the train loss over all tokens, penalty included. */
  gradientNorm(): number;
  /** Gradient of the next batch's loss, penalty included, without updating; in the layout's order. */
  nextBatchGradient(): Reals;
  /** Whether every parameter and every optimizer moment is finite. */
  isFinite(): boolean;
  /** Hidden layer in which no unit is other than zero for any training token, or −1. Only ReLU-like layers can die. */
  deadLayer(): number;

  /** Length of a checkpoint's state under the present settings. */
  readonly stateLength: number;
  /** Copies the state into an array of at least `stateLength`: a checkpoint without allocation. */
  copyState(into: Reals): void;
  save(): Checkpoint;
  /** A checkpoint of another optimizer brings its parameters (they stand first in the state) and cleared moments. */
  restore(checkpoint: Checkpoint): void;
}

export interface TrainerOptions {
  readonly network: NetworkSpec;
  readonly update: UpdateSpec;
  readonly train: TokenSet;
  readonly test: TokenSet;
  /** in the layout's order */
  readonly parameters: ArrayLike<number>;
  readonly precision: Precision;
}

/** Every unit's activation at fixed tokens, as on the grid of a map. */
export interface Probe {
  /** Activations [unit][token] of all units, hidden and output, in the layout's order; overwritten by the next call. */
  run(network: NetworkSpec, parameters: Reals): Float32Array;
  /** As many other tokens, in the place of those it was made with. */
  move(inputs: Float64Array): void;
}

/** Paints pictures of values into one image. */
export interface Painter {
  /** Begins an image of so many pixels; what is not painted may be anything. */
  begin(width: number, height: number, ramp: Ramp): void;
  /** Paints values [row][column], from index `from` on. What is not a number takes the color of 0. */
  paint(values: Reals, from: number, square: PaintedSquare, scale: ValueScale): void;
  /** The image, RGBA pixel by pixel and row by row. */
  copyTo(rgba: Uint8ClampedArray): void;
}

export interface Engine {
  readonly kind: 'plain' | 'simd';
  createTrainer(options: TrainerOptions): Trainer;
  /**
   * A probe for the given tokens ([feature][token]); layout fixed, formulas may vary from run to run. Computes in single
   * precision unless told otherwise.
   */
  createProbe(layout: Layout, inputs: Float64Array, count: number, precision?: Precision): Probe;
  createPainter(): Painter;
}

export type { NetworkSpec, UpdateSpec, TokenSet, ParameterRef };
