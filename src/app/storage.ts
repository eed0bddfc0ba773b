import type { Experiment } from '../experiment/experiment';
import { DEFAULT_VIEW, SPEEDS, THEMES, type View } from '../store/state';

const EXPERIMENT = 'perceptarium.experiment';
const PREFERENCES = 'perceptarium.preferences';

export interface Remembered {
  readonly experiment: Experiment | null;
  /** what was wrong with all that was kept, in a sentence */
  readonly trouble: string | null;
}

/**
 * What the browser remembers. Each tab has an experiment of its own (session storage), so two tabs never overwrite
 * each other's; a new tab begins with the last one of any (local storage). A browser that refuses storage remembers
 * nothing and works all the same.
 */
export interface Storage {
  load(): Promise<Remembered>;
  save(experiment: Experiment): void;
  loadPreferences(): Partial<View>;
  savePreferences(view: View): void;
}

const NOTHING: Remembered = { experiment: null, trouble: null };

export function createStorage(): Storage {
  return {
    async load() {
      const texts = [read('session', EXPERIMENT), read('local', EXPERIMENT)].filter((text) => text !== null);
      if (texts.length === 0) return NOTHING;
      try {
        const { parseExperimentFile } = await import('../experiment/file');
        let trouble: string | null = null;
        for (const parsed of texts.map(parseExperimentFile)) {
          if (parsed.ok) return { experiment: parsed.value, trouble: null };
          trouble ??= `The experiment kept in this browser could not be read. ${parsed.message}`;
        }
        return { experiment: null, trouble };
      } catch {
        return NOTHING;
      }
    },
    save(experiment) {
      const text = JSON.stringify(experiment);
      write('session', EXPERIMENT, text);
      write('local', EXPERIMENT, text);
    },
    loadPreferences: () => parsePreferences(read('local', PREFERENCES)),
    savePreferences({ theme, speed, singleKey }) {
      write('local', PREFERENCES, JSON.stringify({ theme, speed, singleKey }));
    },
  };
}

/** Rubbish in the storage means the defaults. */
export function parsePreferences(text: string | null): Partial<View> {
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const found: Record<string, unknown> = { ...value };
  return {
    theme: THEMES.find((theme) => theme === found['theme']) ?? DEFAULT_VIEW.theme,
    speed: SPEEDS.find(({ name }) => name === found['speed'])?.name ?? DEFAULT_VIEW.speed,
    singleKey: typeof found['singleKey'] === 'boolean' ? found['singleKey'] : DEFAULT_VIEW.singleKey,
  };
}

const storageOf = (kind: 'session' | 'local') =>
  kind === 'session' ? window.sessionStorage : window.localStorage;

function read(kind: 'session' | 'local', key: string): string | null {
  try {
    return storageOf(kind).getItem(key);
  } catch {
    return null;
  }
}

function write(kind: 'session' | 'local', key: string, text: string): void {
  try {
    storageOf(kind).setItem(key, text);
  } catch {
    // Full or forbidden: the page works without a memory.
  }
}
