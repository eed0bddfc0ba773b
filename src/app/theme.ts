import type { PlaygroundStore } from '../store/store';
import type { Theme } from '../store/state';

const DARK = '(prefers-color-scheme: dark)';

function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme === 'System') return matchMedia(DARK).matches ? 'dark' : 'light';
  return theme === 'Dark' ? 'dark' : 'light';
}

/** Keeps `<html data-theme>` at what the user, or with "System" the system, wants. */
export function connectTheme(store: PlaygroundStore, changed: () => void): void {
  const apply = (): void => {
    const { dataset } = document.documentElement;
    const theme = shownTheme(store.getState().view.theme);
    if (dataset['theme'] === theme) return;
    const first = dataset['theme'] === undefined;
    dataset['theme'] = theme;
    if (!first) changed();
  };
  apply();
  store.subscribe((state, before) => {
    if (state.view.theme !== before.view.theme) apply();
  });
  matchMedia(DARK).addEventListener('change', apply);
}
