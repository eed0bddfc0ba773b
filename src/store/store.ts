import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_EXPERIMENT } from '../experiment/defaults';
import { DEFAULT_VIEW, IDLE_STATUS, type State } from './state';

export type PlaygroundStore = StoreApi<State>;

export function createPlaygroundStore(initial: Partial<State> = {}): PlaygroundStore {
  return createStore<State>(() => ({
    experiment: DEFAULT_EXPERIMENT,
    revision: 0,
    status: IDLE_STATUS,
    history: { undo: [], redo: [] },
    view: DEFAULT_VIEW,
    notice: null,
    said: null,
    probes: [],
    stateWatchers: 0,
    workerTrouble: null,
    ...initial,
  }));
}
