import { useMemo, useSyncExternalStore } from 'react';

/** The theme as now shown, from the document itself: what figures on canvas depend on. */
export function useThemeKey(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, read);
}

/** What a function reads from the tokens, again with another theme; give it a function that stays the same. */
export function useThemed<T>(readTokens: (root: HTMLElement) => T): T {
  const theme = useThemeKey();
  return useMemo(() => underTheme(theme, readTokens), [theme, readTokens]);
}

/** `_theme` only tells when to read again. */
function underTheme<T>(_theme: string, readTokens: (root: HTMLElement) => T): T {
  return readTokens(document.documentElement);
}

function read(): 'light' | 'dark' {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
