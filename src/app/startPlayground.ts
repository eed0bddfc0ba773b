import { loadResources } from '../data/resources';
import { DEFAULT_EXPERIMENT } from '../experiment/defaults';
import type { Sharing } from '../panels/tools/sharing';
import type { Playground } from '../store/context';
import { DEFAULT_VIEW } from '../store/state';
import { createPlaygroundStore } from '../store/store';
import { connectAddress, firstExperiment, type FirstExperiment } from './connectAddress';
import { connectTraining } from './connectTraining';
import { createSharing } from './createSharing';
import { createStorage } from './storage';
import { connectTheme } from './theme';

/** Milliseconds that the browser's memory waits for a change to settle. */
const SAVE_DELAY = 300;

/** Where what a problem needs cannot be loaded, the page opens on the default. */
async function withResources(first: FirstExperiment): Promise<FirstExperiment> {
  try {
    await loadResources(first.experiment.problem);
    return first;
  } catch (error) {
    return {
      ...first,
      experiment: DEFAULT_EXPERIMENT,
      trouble: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Makes everything the page's components stand on, and ties it to address, storage, theme and worker. */
export async function startPlayground(): Promise<{ playground: Playground; sharing: Sharing }> {
  const storage = createStorage();
  const { experiment, trouble, view } = await withResources(
    await firstExperiment(storage, DEFAULT_EXPERIMENT),
  );
  const store = createPlaygroundStore({
    experiment,
    view: { ...DEFAULT_VIEW, ...storage.loadPreferences(), ...view },
    notice: trouble === null ? null : { place: 'link', text: trouble },
  });
  connectTheme(store, () => playground.repaint());
  const playground = connectTraining(
    store,
    () => new Worker(new URL('../worker/training.worker.ts', import.meta.url), { type: 'module' }),
  );
  connectAddress(store, playground.actions);

  storage.save(experiment);
  let saving: ReturnType<typeof setTimeout> | null = null;
  const save = () => {
    if (saving !== null) clearTimeout(saving);
    saving = null;
    storage.save(store.getState().experiment);
  };
  store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) saving ??= setTimeout(save, SAVE_DELAY);
    if (state.view !== before.view) storage.savePreferences(state.view);
  });
  window.addEventListener('pagehide', save);
  return { playground, sharing: createSharing(playground) };
}
