import type { Reals } from '../engine/reals';
import type { Experiment } from '../experiment/experiment';
import type { Mark, Snapshot, UnitRef } from './snapshot';

/** Page → worker. */
export type Command =
  | Configure
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  /** `layer`: only that layer's parameters move, 0 is the first hidden layer. */
  | { readonly kind: 'step'; readonly unit: 'update' | 'epoch'; readonly layer?: number }
  | { readonly kind: 'speed'; readonly speed: Speed }
  | { readonly kind: 'seek'; readonly epoch: number }
  | { readonly kind: 'setParameter'; readonly index: number; readonly value: number }
  /** Writes all parameters, in the layout's order. */
  | { readonly kind: 'setParameters'; readonly values: Reals; readonly label: string }
  /** Back to the best point of the run, as after a divergence. */
  | { readonly kind: 'best' }
  /** Keep the run as it stands under `id`, to come back to it by `Configure.restore`. */
  | { readonly kind: 'park'; readonly id: number }
  | { readonly kind: 'watch'; readonly watch: Watch }
  | { readonly kind: 'acknowledge'; readonly buffers: readonly ArrayBuffer[] }
  /** The page asks whether the worker still lives. */
  | { readonly kind: 'ping' };

export interface Configure {
  readonly kind: 'configure';
  readonly revision: number;
  readonly experiment: Experiment;
  /** Begin at epoch 0 whatever the change. */
  readonly restart: boolean;
  /**
   * A parked run. With `restart` it comes back whole, or, where it is no longer kept, the experiment starts anew.
   * Without, parameters that the present run lacks are taken from it.
   */
  readonly restore?: number;
  /** Go on from a state that outlived its worker. */
  readonly rescue?: RescuePoint;
  /** Words for the mark on the loss curve. */
  readonly label: string;
  /** Goes on with the change before, as a drag does: one mark for both. */
  readonly continues?: boolean;
}

/** How fast a run goes: updates or epochs per second, or as fast as it can. */
export type Speed =
  | { readonly kind: 'updates'; readonly perSecond: number }
  | { readonly kind: 'epochs'; readonly perSecond: number }
  | { readonly kind: 'max' };

/** What the visible panels need of a frame. */
export interface Watch {
  readonly maps: boolean;
  readonly field: boolean;
  /** The unit whose map the output figure shows; null for the output itself. */
  readonly unit: UnitRef | null;
  /** the chosen token; where a grid over x1 and x2 means nothing, pictures show what units say to it */
  readonly token: number;
  readonly discrete: boolean;
  readonly palette: Palette;
  readonly probes: readonly ProbeRequest[];
  /** The optimizer's state comes along. */
  readonly state: boolean;
}

/** Points at which a figure wants every unit's activation with each frame. */
export interface ProbeRequest {
  /** whose it is */
  readonly id: string;
  /** counts the requests: another one has other points */
  readonly version: number;
  /** [point][coordinate], as the data set's */
  readonly points: Float64Array;
}

/** Colours as RGB bytes: `ramp` 511 × 3 from −1 over 0 to +1, `classes` 3 bytes a class, `zero` the colour of 0. */
export interface Palette {
  readonly ramp: Uint8ClampedArray;
  readonly classes: Uint8ClampedArray;
  readonly zero: Uint8ClampedArray;
}

export type PauseReason =
  | { readonly kind: 'user' }
  | { readonly kind: 'loss-change'; readonly epoch: number }
  | { readonly kind: 'gradient-norm'; readonly epoch: number }
  | { readonly kind: 'epochs'; readonly epoch: number }
  | Diverged;

export interface Diverged {
  readonly kind: 'diverged';
  /** epoch in which the run left the finite */
  readonly epoch: number;
  /** epoch of the best train loss, kept to go back to */
  readonly best: number;
  readonly cause: string;
}

export type EngineName = 'plain' | 'simd' | 'double';

/** The state of the run, sent when it changes. */
export interface RunStatus {
  readonly playing: boolean;
  readonly paused: PauseReason;
  /** How the run is computed: in single precision by one of the engines, or in double precision. */
  readonly engine: EngineName;
  /** index of a hidden layer in which no unit responds to any training token; −1 when there is none */
  readonly deadLayer: number;
  readonly marks: readonly Mark[];
  readonly trainCount: number;
  readonly testCount: number;
}

/** Worker → page. */
export type Event =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'status'; readonly revision: number; readonly status: RunStatus }
  /** What the worker knows of a run so that the page can restart it if the worker dies. */
  | { readonly kind: 'rescue'; readonly revision: number; readonly point: RescuePoint }
  | { readonly kind: 'pong' };

/** A checkpoint that can be posted, with the epochs and updates made before the network had its present shape. */
export interface RescuePoint {
  readonly before: { readonly epoch: number; readonly step: number };
  /** train loss that divergence is measured against */
  readonly firstLoss: number;
  readonly step: number;
  readonly epoch: number;
  readonly position: number;
  readonly state: Reals;
}
