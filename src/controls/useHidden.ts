import { createContext, useContext } from 'react';
import type { HideableControl } from '../experiment/names';

/** The controls that the experiment's link hides and nobody asked to see again. */
export const HiddenControls = createContext<ReadonlySet<HideableControl>>(new Set());

/** Whether to leave a control out. */
export function useHidden(name: HideableControl): boolean {
  return useContext(HiddenControls).has(name);
}
