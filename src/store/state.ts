import type { Reals } from '../engine/reals';
import type { Experiment } from '../experiment/experiment';
import type { Difficulty } from '../experiment/sheet';
import type { ProbeRequest, RunStatus } from '../protocol/messages';
import type { LitPart, UnitRef } from '../protocol/snapshot';

/** All that the page shows. Panels select from it; only the actions write it. */
export interface State {
  readonly experiment: Experiment;
  /** Counts the experiments sent to the worker; a frame of an older one is dropped. */
  readonly revision: number;
  readonly status: RunStatus;
  readonly history: History;
  readonly view: View;
  /** One sentence about something that could not be done, beside the place it was given. */
  readonly notice: Notice | null;
  /** A short word on something just done ("Link copied"), for the status region. */
  readonly said: string | null;
  /** Points at which figures on show want the units' activations. */
  readonly probes: readonly ProbeRequest[];
  /** Figures on show that want the optimizer's state with each frame. */
  readonly stateWatchers: number;
  /** The worker's trouble in words; null while it is well. */
  readonly workerTrouble: string | null;
}

export interface Notice {
  readonly place: 'link' | 'file' | 'paste' | 'storage' | 'points' | 'data';
  readonly text: string;
}

export interface History {
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
}

/** One change that undo takes back. */
export type HistoryStep = ExperimentStep | ParameterStep | ParametersStep;

export interface ExperimentStep {
  readonly kind: 'experiment';
  readonly label: string;
  readonly before: Experiment;
  readonly after: Experiment;
  /** Whether the run began anew; then undo brings the parked run back. */
  readonly restarted: boolean;
  /** The run as it stood before the change, kept by the worker. */
  readonly parked: number | null;
  /** The run as it stood when the change was undone, for redo. */
  readonly parkedAfter: number | null;
}

export interface ParameterStep {
  readonly kind: 'parameter';
  readonly label: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** All parameters written at once. */
export interface ParametersStep {
  readonly kind: 'parameters';
  readonly label: string;
  readonly from: Reals;
  readonly to: Reals;
}

export const SPEEDS = [
  { name: '1 update/s', speed: { kind: 'updates', perSecond: 1 } },
  { name: '5 updates/s', speed: { kind: 'updates', perSecond: 5 } },
  { name: '1 epoch/s', speed: { kind: 'epochs', perSecond: 1 } },
  { name: '10 epochs/s', speed: { kind: 'epochs', perSecond: 10 } },
  { name: '30 epochs/s', speed: { kind: 'epochs', perSecond: 30 } },
  { name: '100 epochs/s', speed: { kind: 'epochs', perSecond: 100 } },
  { name: '1,000 epochs/s', speed: { kind: 'epochs', perSecond: 1000 } },
  { name: 'Max', speed: { kind: 'max' } },
] as const;
export type SpeedName = (typeof SPEEDS)[number]['name'];

export const THEMES = ['System', 'Light', 'Dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The explaining views in the order of their tabs. */
export const LENSES = [
  { name: 'backprop', label: 'Backprop' },
  { name: 'unit', label: 'Unit' },
  { name: 'activations', label: 'Activations' },
  { name: 'hidden-space', label: 'Hidden space' },
  { name: 'divergence', label: 'Divergence' },
] as const;
export type LensName = (typeof LENSES)[number]['name'];

/** The views of the lens Backprop, in the order of their buttons. */
export const BACKPROP_VIEWS = ['step', 'graphs', 'gradients', 'worksheet'] as const;
export type BackpropView = (typeof BACKPROP_VIEWS)[number];

export interface View {
  readonly theme: Theme;
  readonly speed: SpeedName;
  /** decision map by sign or class only, without shades */
  readonly discrete: boolean;
  readonly showTest: boolean;
  readonly lossScale: 'log' | 'linear';
  /** The unit under the pointer or the keyboard focus; its map is on show in the output figure. */
  readonly hovered: UnitRef | null;
  /** What a lens speaks of; the network lights it. */
  readonly lit: LitPart | null;
  /** The unit chosen by a click; stays when the pointer leaves. */
  readonly pinned: UnitRef | null;
  /** What the second figure of the output panel shows. */
  readonly detail: 'loss' | 'fit';
  /** phone: which panel is below the figure */
  readonly tab: 'network' | 'problem' | 'settings' | 'lens';
  /** the explaining view that is open under the network; null when the drawer is closed */
  readonly lens: LensName | null;
  /** the token that figures and lenses follow, by its place in the data set */
  readonly token: number;
  /** where the token lies that an open lens speaks of; the decision map rings it */
  readonly marked: { readonly x1: number; readonly x2: number } | null;
  readonly backprop: BackpropView;
  /** what the worksheet leaves blank */
  readonly worksheet: Difficulty;
  /** the exact linear regions are laid over the decision map */
  readonly regions: boolean;
  /** what stands in the place of the decision map, where a problem has more than one figure */
  readonly figure: 'map' | 'surface';
  readonly singleKey: boolean;
  /** Controls that a link hides are shown all the same. */
  readonly showHidden: boolean;
  readonly shortcutsOpen: boolean;
  /** The dialog for opening an experiment is on show, and tells itself what could not be opened. */
  readonly opening: boolean;
}

export const DEFAULT_VIEW: View = {
  theme: 'System',
  speed: '30 epochs/s',
  discrete: false,
  showTest: true,
  lossScale: 'log',
  hovered: null,
  lit: null,
  pinned: null,
  detail: 'loss',
  tab: 'network',
  lens: null,
  token: 0,
  marked: null,
  backprop: 'step',
  worksheet: 'delta-1',
  regions: false,
  figure: 'map',
  singleKey: true,
  showHidden: false,
  shortcutsOpen: false,
  opening: false,
};

/** The unit whose map the output figure shows: the one pointed at, else the pinned one, else the output. */
export function selectShownUnit(state: State): UnitRef | null {
  return state.view.hovered ?? state.view.pinned;
}

export const IDLE_STATUS: RunStatus = {
  playing: false,
  paused: { kind: 'user' },
  engine: 'plain',
  deadLayer: -1,
  marks: [],
  trainCount: 0,
  testCount: 0,
};
