import type { Reals } from '../engine/reals';

/**
 * One frame of a run: the numbers that the visible panels watch. Its buffers belong to whoever holds the snapshot and
 * go back to the worker with the acknowledgement; nothing may keep them.
 */
export interface Snapshot {
  /** The experiment this frame belongs to: `Configure.revision`. */
  readonly revision: number;
  /** units per layer, [features, hidden …, outputs]: a figure of another shape must not draw this frame */
  readonly sizes: readonly number[];
  readonly epoch: number;
  readonly step: number;
  readonly trainLoss: number;
  /** NaN without test points */
  readonly testLoss: number;
  /** accuracy 0 … 1, or R² */
  readonly trainScore: number;
  readonly testScore: number;
  /** measured over the last half second of training; 0 when paused */
  readonly updatesPerSecond: number;
  /**
   * flat parameters, in the run's precision: layer by layer weights[receiving][sending], then bias (see
   * `parameterIndex`)
   */
  readonly parameters: Reals;
  readonly history: LossHistory;
  readonly timeline: TimelineView;
  readonly maps: UnitMaps | null;
  readonly field: OutputField | null;
  readonly outputs: TokenOutputs;
  readonly probes: readonly ProbeValues[];
  /** all that the trainer's next update depends on, as a checkpoint holds it; null where nobody watches */
  readonly state: TrainerState | null;
}

/** A checkpoint of the trainer: see `Checkpoint` and `Progress` in `engine/engine.ts`. */
export interface TrainerState {
  readonly values: Reals;
  /** epochs in the network's present shape: the order of the tokens goes by it */
  readonly epoch: number;
  /** tokens of the present epoch already used */
  readonly position: number;
}

/** Every unit's activation at the points of a `ProbeRequest`. */
export interface ProbeValues {
  readonly id: string;
  readonly version: number;
  readonly count: number;
  /** [unit][point], hidden units and outputs in the layout's order */
  readonly values: Float32Array;
}

/** The loss curves so far, thinned to a bounded number of points. The arrays may be longer than `count`. */
export interface LossHistory {
  readonly count: number;
  readonly epoch: Float64Array;
  readonly train: Float64Array;
  readonly test: Float64Array;
}

/** The points of the past that can be gone back to. `at` is the index of the one on show, or `count − 1` at the head. */
export interface TimelineView {
  readonly count: number;
  /** epoch of each point; fractional inside an epoch */
  readonly epochs: Float64Array;
  /** epoch (fractional) on show */
  readonly at: number;
  /** last epoch reached */
  readonly head: number;
  readonly rewound: boolean;
}

/**
 * One atlas with a picture of every feature and every unit, in the order features, hidden layers, outputs. Picture i
 * stands at column i mod columns, row ⌊i / columns⌋, each `size` × `size` pixels; top row is the largest x2.
 */
export interface UnitMaps {
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** [hidden layer …, output] magnitude that full colour stands for; 1 for tanh and sin, 0.5 about 0.5 for probabilities */
  readonly scales: Float32Array;
}

/** What the output figure shows: one unit's (or the output's) value on a grid, and its picture. */
export interface OutputField {
  readonly size: number;
  /**
   * [channel][row][column], channels × size². Two classes or regression: one channel. Several classes: one a class.
   * A unit on show: its activation. Row 0 is the largest x2; samples sit at cell centres.
   */
  readonly values: Float32Array;
  readonly channels: number;
  /** size × size */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** magnitude that full colour stands for, as in `UnitMaps.scales` */
  readonly scale: number;
  /** the unit this field was asked for; null is the output */
  readonly unit: UnitRef | null;
}

/** The present output of every token, in the order of the data set's points. */
export interface TokenOutputs {
  readonly channels: number;
  /** [token][channel], in the run's precision */
  readonly values: Reals;
}

/** A unit by layer (0 = first hidden layer, the last = output; −1 = input features) and index. */
export interface UnitRef {
  readonly layer: number;
  readonly unit: number;
}

/** What a lens speaks of: a unit with all its links, with those of one side, or with the one from a unit before it. */
export interface LitPart extends UnitRef {
  readonly side?: 'in' | 'out' | number;
}

/** A change that happened during the run, for the loss curve. */
export interface Mark {
  readonly epoch: number;
  readonly label: string;
}
