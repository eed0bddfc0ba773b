import type { Experiment } from '../experiment/experiment';
import type { Command } from '../protocol/messages';
import type { ExperimentStep, HistoryStep, ParametersStep, ParameterStep } from './state';
import type { PlaygroundStore } from './store';

/** The most steps that undo remembers. */
const HISTORY_LENGTH = 100;

export interface UndoOptions {
  readonly store: PlaygroundStore;
  readonly post: (command: Command) => void;
  /** Has the worker keep the run as it stands; returns the number to ask for it by. */
  readonly park: () => number;
  readonly configure: (
    experiment: Experiment,
    label: string,
    restart: boolean,
    restore: number | null,
  ) => void;
}

/** Undo takes back changes to the experiment, not the training since; a run that a change ended comes back whole. */
export function createUndo({ store, post, park, configure }: UndoOptions) {
  let gesture: string | null = null;

  const steps = () => store.getState().history;
  const setHistory = (undo: readonly HistoryStep[], redo: readonly HistoryStep[]) =>
    store.setState({ history: { undo: undo.slice(-HISTORY_LENGTH), redo } });

  /** Whether the last step belongs to the drag that is still going on. */
  function continues(next: string | null): boolean {
    const going = next !== null && next === gesture;
    gesture = next;
    return going;
  }

  /** Returns whether the change goes on with the step before, as a drag does. */
  function recordExperiment(
    step: Omit<ExperimentStep, 'parked'>,
    endsRun: boolean,
    next: string | null,
  ): boolean {
    const { undo } = steps();
    const last = undo[undo.length - 1];
    if (continues(next) && last?.kind === 'experiment') {
      const parked = last.parked ?? (endsRun ? park() : null);
      const restarted = last.restarted || step.restarted;
      setHistory([...undo.slice(0, -1), { ...last, after: step.after, restarted, parked }], []);
      return true;
    }
    setHistory([...undo, { ...step, parked: endsRun ? park() : null }], []);
    return false;
  }

  function recordParameter(step: ParameterStep, next: string | null): void {
    const { undo } = steps();
    const last = undo[undo.length - 1];
    if (continues(next) && last?.kind === 'parameter' && last.index === step.index) {
      setHistory([...undo.slice(0, -1), { ...last, to: step.to }], []);
    } else {
      setHistory([...undo, step], []);
    }
  }

  function recordParameters(step: ParametersStep, next: string | null): void {
    const { undo } = steps();
    const last = undo[undo.length - 1];
    if (continues(next) && last?.kind === 'parameters') {
      setHistory([...undo.slice(0, -1), { ...last, to: step.to }], []);
    } else {
      setHistory([...undo, step], []);
    }
  }

  /** Writes what a step of weights had before or after it. */
  function write(step: ParameterStep | ParametersStep, side: 'from' | 'to', label: string): void {
    if (step.kind === 'parameter') post({ kind: 'setParameter', index: step.index, value: step[side] });
    else post({ kind: 'setParameters', values: step[side], label });
  }

  function undo(): void {
    gesture = null;
    const { undo: past, redo } = steps();
    const step = past[past.length - 1];
    if (step === undefined) return;
    if (step.kind !== 'experiment') {
      setHistory(past.slice(0, -1), [...redo, step]);
      write(step, 'from', `Undo: ${step.label}`);
    } else {
      const parkedAfter = step.parked === null ? null : park();
      setHistory(past.slice(0, -1), [...redo, { ...step, parkedAfter }]);
      configure(step.before, `Undo: ${step.label}`, step.restarted, step.parked);
    }
  }

  function redo(): void {
    gesture = null;
    const { undo: past, redo: future } = steps();
    const step = future[future.length - 1];
    if (step === undefined) return;
    if (step.kind !== 'experiment') {
      setHistory([...past, step], future.slice(0, -1));
      write(step, 'to', `Redo: ${step.label}`);
    } else {
      const parked = step.parkedAfter === null ? null : park();
      setHistory([...past, { ...step, parked }], future.slice(0, -1));
      configure(step.after, `Redo: ${step.label}`, step.restarted, step.parkedAfter);
    }
  }

  return {
    recordExperiment,
    recordParameter,
    recordParameters,
    undo,
    redo,
    endGesture(): void {
      gesture = null;
    },
  };
}
