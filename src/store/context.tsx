import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ProbeValues, Snapshot } from '../protocol/snapshot';
import type { Actions } from './actions';
import type { Frames } from './frames';
import type { State } from './state';
import type { PlaygroundStore } from './store';

/** What the page's components stand on: the state, what can be done, and the frames. */
export interface Playground {
  readonly store: PlaygroundStore;
  readonly actions: Actions;
  readonly frames: Frames;
}

const PlaygroundContext = createContext<Playground | null>(null);

export function PlaygroundProvider({ value, children }: { value: Playground; children: ReactNode }) {
  return <PlaygroundContext.Provider value={value}>{children}</PlaygroundContext.Provider>;
}

function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null)
    throw new Error('Expected a PlaygroundProvider around this component, found none.');
  return playground;
}

/** A part of the state; renders again only when that part changes. Select stable references or primitives. */
export function useSelect<T>(selector: (state: State) => T): T {
  return useStore(usePlayground().store, selector);
}

export function useActions(): Actions {
  return usePlayground().actions;
}

export function useFrames(): Frames {
  return usePlayground().frames;
}

/** Calls `draw` with every new frame, once per display frame, and again when `deps` change. Never renders. */
export function useFrame(draw: (snapshot: Snapshot) => void, deps: readonly unknown[]): void {
  const { frames } = usePlayground();
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
    frames.redraw();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [frames, ...deps]);
  useEffect(() => frames.add((snapshot) => latest.current(snapshot)), [frames]);
}

/**
 * Has every frame bring the activations of all units at these points, [point][coordinate], as long as the caller is on
 * show. Keep the array while the points stay the same. `id` is the caller's own; see `probeOf`.
 */
export function useProbe(id: string, points: Float64Array | null): void {
  const { setProbe } = useActions();
  useEffect(() => {
    setProbe(id, points);
    return () => setProbe(id, null);
  }, [setProbe, id, points]);
}

/** What a frame brings of a probe; null in frames made before it was asked for. */
export function probeOf(snapshot: Snapshot, id: string): ProbeValues | null {
  return snapshot.probes.find((probe) => probe.id === id) ?? null;
}

/** Has every frame bring the optimizer's state, `snapshot.state`, as long as the caller is on show. */
export function useOptimizerState(): void {
  const { watchState } = useActions();
  useEffect(() => {
    watchState(1);
    return () => watchState(-1);
  }, [watchState]);
}
