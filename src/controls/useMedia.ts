import { useCallback, useSyncExternalStore } from 'react';

/** The widths at which the page changes its layout, as in the style sheets. */
export const PHONE = '(max-width: 640px)';
export const NARROW = '(max-width: 899px)';
export const TABLET = '(max-width: 1199px)';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
