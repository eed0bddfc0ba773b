import type { Experiment } from '../experiment/experiment';
import { experimentHash } from '../experiment/linkText';
import type { Result } from '../experiment/result';
import type { Actions } from '../store/actions';
import type { PlaygroundStore } from '../store/store';
import type { View } from '../store/state';
import { linkView, withoutView } from './linkView';
import type { Storage } from './storage';

/** Milliseconds that a drag waits before the address follows it; browsers limit how often it may change. */
const DRAG_DELAY = 300;

export interface FirstExperiment {
  readonly experiment: Experiment;
  /** what was wrong with the address or with the state kept, in a sentence */
  readonly trouble: string | null;
  /** how the address wants it shown */
  readonly view: Partial<View>;
}

const hashOf = (experiment: Experiment) => `#${experimentHash(experiment)}`;

/**
 * The experiment that the page opens on: the address's, else this tab's last one, else the last one of any tab, else
 * the default. A link wins over what was there; that stays reachable by Back.
 */
export async function firstExperiment(storage: Storage, fallback: Experiment): Promise<FirstExperiment> {
  const { experiment: remembered, trouble } = await storage.load();
  const parsed = await readAddress();
  if (parsed === null || !parsed.ok) {
    const experiment = remembered ?? fallback;
    history.replaceState(STATE, '', hashOf(experiment));
    return { experiment, trouble: parsed === null ? trouble : parsed.message, view: {} };
  }
  const fresh = history.state === null;
  if (fresh && remembered !== null && hashOf(remembered) !== hashOf(parsed.value)) {
    const link = location.hash;
    history.replaceState(STATE, '', hashOf(remembered));
    history.pushState(STATE, '', link);
  } else {
    history.replaceState(STATE, '', location.hash);
  }
  return { experiment: parsed.value, trouble: null, view: await linkView(location.hash, parsed.value) };
}

/** Parsers load when there is something to read: a first visit has nothing. */
async function readAddress(): Promise<Result<Experiment> | null> {
  if (location.hash.length < 2) return null;
  try {
    const { parseHash } = await import('../experiment/link');
    return parseHash(location.hash);
  } catch {
    return {
      ok: false,
      message: 'Expected to load the part of the page that reads links, found no connection.',
    };
  }
}

/** Marks this page's entries of the browser's history, which a reload keeps. */
const STATE = { perceptarium: 1 };

/** Keeps address and experiment in step, both ways: one step of undo is at most one entry of the browser's history. */
export function connectAddress(store: PlaygroundStore, actions: Actions): () => void {
  let delayed: ReturnType<typeof setTimeout> | null = null;
  /** Set while the experiment follows the address, so that the address does not follow it in turn. */
  let following = false;
  let lastBefore: Experiment | null = null;

  function flush(): void {
    if (delayed !== null) clearTimeout(delayed);
    delayed = null;
    // An entry without our mark is a link that has just come and is not read yet.
    if (history.state === null) return;
    const hash = hashOf(store.getState().experiment);
    if (hash !== location.hash) history.replaceState(STATE, '', hash);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.experiment === before.experiment || following) return;
    const top = state.history.undo[state.history.undo.length - 1];
    const isNewStep =
      top?.kind === 'experiment' && top.after === state.experiment && top.before !== lastBefore;
    lastBefore = top?.kind === 'experiment' ? top.before : null;
    if (isNewStep && state.history.redo.length === 0) {
      flushDrag(before.experiment);
      const hash = hashOf(state.experiment);
      if (hash !== location.hash) history.pushState(STATE, '', hash);
    } else {
      delayed ??= setTimeout(flush, DRAG_DELAY);
    }
  });

  /** A drag's last address belongs to its own entry. */
  function flushDrag(experiment: Experiment): void {
    if (delayed === null) return;
    clearTimeout(delayed);
    delayed = null;
    history.replaceState(STATE, '', hashOf(experiment));
  }

  async function arrive(): Promise<void> {
    const parsed = await readAddress();
    if (parsed === null || !parsed.ok) {
      if (parsed !== null) actions.notify({ place: 'link', text: parsed.message });
      history.replaceState(STATE, '', hashOf(store.getState().experiment));
      return;
    }
    following = true;
    goTo(withoutView(location.hash), parsed.value);
    following = false;
    actions.setView(await linkView(location.hash, parsed.value));
    if (history.state === null) history.replaceState(STATE, '', location.hash);
  }

  /** Back and Forward over a change are undo and redo, so that they bring runs back too. */
  function goTo(hash: string, experiment: Experiment): void {
    const { undo, redo } = store.getState().history;
    const last = undo[undo.length - 1];
    const next = redo[redo.length - 1];
    if (hashOf(store.getState().experiment) === hash) return;
    if (last?.kind === 'experiment' && hashOf(last.before) === hash) actions.undo();
    else if (next?.kind === 'experiment' && hashOf(next.after) === hash) actions.redo();
    else if (history.state === null) actions.open('Link', experiment);
    else actions.edit('Back', () => experiment);
  }

  const arrived = (): void => {
    // What waits was meant for the entry that has just been left.
    if (delayed !== null) clearTimeout(delayed);
    delayed = null;
    void arrive();
  };
  window.addEventListener('popstate', arrived);
  return () => {
    unsubscribe();
    window.removeEventListener('popstate', arrived);
    if (delayed !== null) clearTimeout(delayed);
  };
}
