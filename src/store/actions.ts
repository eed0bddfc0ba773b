import {
  setFrozen,
  setLearningRate,
  setNetwork,
  setProblem,
  setWeightSeed,
  withoutParameters,
  type Change,
} from '../experiment/changes';
import type { Reals } from '../engine/reals';
import type { Experiment, ParameterRef, Problem } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import { layerSizes, parameterIndex } from '../experiment/shape';
import { transitionBetween } from '../experiment/transition';
import type { Command } from '../protocol/messages';
import type { LitPart, Snapshot, UnitRef } from '../protocol/snapshot';
import { createUndo } from './undo';
import { LENSES, SPEEDS, type ExperimentStep, type Notice, type SpeedName, type View } from './state';
import type { PlaygroundStore } from './store';

export interface EditOptions {
  /**
   * Changes with the same gesture are one step of undo until `endGesture`: a slider's drag, a point's drag.
   * A single change needs none.
   */
  readonly gesture?: string;
  /** Begin at epoch 0 even where the change alone would not ask for it. */
  readonly restart?: boolean;
}

export interface ActionsOptions {
  readonly store: PlaygroundStore;
  readonly post: (command: Command) => void;
  /** Loads what a problem needs before its points can be made; null when all is there. */
  readonly prepare: (problem: Problem) => Promise<void> | null;
  /** the frame on show, for the numbers an action starts from */
  readonly current: () => Snapshot | null;
}

export type Actions = ReturnType<typeof createActions>;

/** What users can do. Each action writes the store, tells the worker, or both. */
export function createActions({ store, post, prepare, current }: ActionsOptions) {
  const get = store.getState;
  let nextParked = 1;
  let nextProbe = 1;

  function configure(
    experiment: Experiment,
    label: string,
    restart: boolean,
    restore: number | null,
    continues = false,
  ): void {
    const revision = get().revision + 1;
    const kept = restore === null ? {} : { restore };
    // The worker computes while the page renders.
    post({ kind: 'configure', revision, experiment, restart, label, continues, ...kept });
    store.setState({ experiment, revision });
    letGoOfMissingUnits(experiment);
  }

  function park(): number {
    const id = nextParked++;
    post({ kind: 'park', id });
    return id;
  }

  /** What the last press asked for, until the worker has answered: two quick presses are two presses. */
  let asked: boolean | null = null;
  store.subscribe((state, before) => {
    if (state.status !== before.status) asked = null;
  });

  const undoable = createUndo({ store, post, park, configure });

  function setView(part: Partial<View>): void {
    store.setState({ view: { ...get().view, ...part } });
  }

  function letGoOfMissingUnits(experiment: Experiment): void {
    const sizes = layerSizes(experiment);
    const kept = <T extends UnitRef>(ref: T | null) =>
      ref !== null && ref.unit < (sizes[ref.layer + 1] ?? 0) ? ref : null;
    const { hovered, pinned, lit } = get().view;
    if (kept(hovered) !== hovered || kept(pinned) !== pinned || kept(lit) !== lit) {
      setView({ hovered: kept(hovered), pinned: kept(pinned), lit: kept(lit) });
    }
  }

  /** The one way in which the experiment changes. */
  function edit(label: string, change: Change, options: EditOptions = {}): void {
    const before = get().experiment;
    const after = change(before);
    if (after === before && options.restart !== true) return;
    const loading = prepare(after.problem);
    if (loading !== null) {
      loading.then(
        // Unless another problem has been chosen meanwhile.
        () => get().experiment.problem === before.problem && edit(label, change, options),
        (error: unknown) => store.setState({ notice: { place: 'data', text: messageOf(error) } }),
      );
      return;
    }
    const transition = options.restart === true ? 'restart' : transitionBetween(before, after);
    if (transition === 'none' && JSON.stringify(before) === JSON.stringify(after)) return;
    const step: Omit<ExperimentStep, 'parked'> = {
      kind: 'experiment',
      label,
      before,
      after,
      restarted: transition === 'restart',
      parkedAfter: null,
    };
    const endsRun = transition === 'restart' || transition === 'structure';
    const continues = undoable.recordExperiment(step, endsRun, options.gesture ?? null);
    configure(after, label, options.restart ?? false, null, continues);
  }

  /** Going on from a point of the past discards what came after it; undo brings that back. */
  function branch(): void {
    const timeline = current()?.timeline;
    if (timeline?.rewound !== true) return;
    const { experiment } = get();
    const label = `Go on from epoch ${Math.floor(timeline.at)}`;
    const step = {
      kind: 'experiment',
      label,
      before: experiment,
      after: experiment,
      restarted: true,
    } as const;
    undoable.recordExperiment({ ...step, parkedAfter: null }, true, null);
  }

  const actions = {
    edit,
    setView,
    /** Ends a drag: the next change is a step of its own. */
    endGesture: undoable.endGesture,
    undo: undoable.undo,
    redo: undoable.redo,

    /** Replaces the whole experiment, as a link or a file does; a step of undo like any other. */
    open(label: string, experiment: Experiment): void {
      store.setState({ notice: null });
      setView({ hovered: null, pinned: null, showHidden: false });
      edit(label, () => experiment, { restart: true });
    },

    play(): void {
      branch();
      asked = true;
      post({ kind: 'play' });
    },
    pause(): void {
      asked = false;
      post({ kind: 'pause' });
    },
    toggle(): void {
      if (asked ?? get().status.playing) actions.pause();
      else actions.play();
    },
    step(unit: 'update' | 'epoch'): void {
      branch();
      post({ kind: 'step', unit });
    },
    /** One update of one layer alone, the others held; 0 is the first hidden layer. */
    stepLayer(layer: number): void {
      branch();
      post({ kind: 'step', unit: 'update', layer });
    },
    /** Scrubs to a point of the run's past; pauses. */
    seek(epoch: number): void {
      post({ kind: 'seek', epoch });
    },
    setSpeed(name: SpeedName): void {
      setView({ speed: name });
      const entry = SPEEDS.find((each) => each.name === name);
      if (entry) post({ kind: 'speed', speed: entry.speed });
    },

    /** Back to the very same start: the weight seed's weights for the present shape, epoch 0. */
    reset(): void {
      edit('Reset', withoutParameters, { restart: true });
    },
    newWeights(): void {
      edit('New weights', (experiment) => {
        const seeded = setWeightSeed(nextSeed(experiment.seed))(experiment);
        return experiment.network.initial === 'tensorflow-playground'
          ? setNetwork({ initial: 'uniform' })(seeded)
          : seeded;
      });
    },
    newData(): void {
      edit('New data', (experiment) => {
        const { problem } = experiment;
        if (problem.dataset === 'custom') return experiment;
        const seed = typeof problem.seed === 'number' ? nextSeed(problem.seed) : nextSeedText(problem.seed);
        return setProblem({ seed })(experiment);
      });
    },

    /** Writes one weight or bias of the present network; training goes on from it. */
    setParameter(ref: ParameterRef, value: number, gesture: string | null = null): void {
      const index = parameterIndex(layerSizes(get().experiment), ref);
      const from = current()?.parameters[index];
      const kept = get().experiment.precision === 'double' ? value : Math.fround(value);
      if (index < 0 || from === undefined || kept === from) return;
      branch();
      undoable.recordParameter({ kind: 'parameter', label: 'Weight', index, from, to: value }, gesture);
      post({ kind: 'setParameter', index, value });
    },
    /** Writes all weights and biases at once, in the layout's order; one step of undo, and one a gesture. */
    setParameters(label: string, to: Reals, gesture: string | null = null): void {
      const from = current()?.parameters.slice();
      if (from === undefined || from.length !== to.length) return;
      branch();
      undoable.recordParameters({ kind: 'parameters', label, from, to }, gesture);
      post({ kind: 'setParameters', values: to, label });
    },
    freeze(ref: ParameterRef, frozen: boolean): void {
      edit(frozen ? 'Freeze' : 'Release', setFrozen(ref, frozen));
    },

    /** After a divergence: the best point of the run. */
    backToBest(): void {
      post({ kind: 'best' });
    },
    divideLearningRate(): void {
      const rate = get().experiment.training.optimizer.learningRate / 10;
      edit('Learning rate ÷ 10', setLearningRate(Number(rate.toPrecision(12))));
      post({ kind: 'best' });
    },

    /** Has every frame bring the units' activations at these points, [point][coordinate]; null ends it. */
    setProbe(id: string, points: Float64Array | null): void {
      const others = get().probes.filter((probe) => probe.id !== id);
      const version = nextProbe++;
      store.setState({ probes: points === null ? others : [...others, { id, version, points }] });
    },
    toggleLens(): void {
      setView({ lens: get().view.lens === null ? LENSES[0].name : null });
    },
    /** The token that figures and lenses follow, by its place in the data set. */
    setToken(token: number): void {
      const { trainCount, testCount } = get().status;
      const last = Math.max(0, trainCount + testCount - 1);
      setView({ token: Math.max(0, Math.min(last, Math.round(token))) });
    },
    stepToken(by: number): void {
      const { trainCount, testCount } = get().status;
      const count = Math.max(1, trainCount + testCount);
      setView({ token: (get().view.token + by + count) % count });
    },
    light(lit: LitPart | null): void {
      setView({ lit });
    },
    /** Has every frame bring the optimizer's state, as often as `by` adds up to more than 0. */
    watchState(by: 1 | -1): void {
      store.setState({ stateWatchers: get().stateWatchers + by });
    },
    hover(unit: UnitRef | null): void {
      setView({ hovered: unit });
    },
    /** Pins a unit, or lets it go when it is the pinned one. */
    pin(unit: UnitRef | null): void {
      const { pinned } = get().view;
      const again = unit !== null && pinned?.layer === unit.layer && pinned.unit === unit.unit;
      setView({ pinned: again ? null : unit });
    },

    say(text: string | null): void {
      store.setState({ said: text });
    },
    notify(notice: Notice | null): void {
      store.setState({ notice });
    },
  };
  return actions;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function nextSeed(seed: number): number {
  return seed >= LIMITS.seed.max ? LIMITS.seed.min : seed + 1;
}

/** The TensorFlow Playground's seeds are texts of five decimals. */
function nextSeedText(seed: string): string {
  const value = Number(seed);
  return ((Number.isFinite(value) ? value : 0) + 0.00001).toFixed(5);
}
