import { useMemo, useRef, useState, type RefObject } from 'react';
import { layerSizes, parameterCount } from '../../experiment/shape';
import { sameSizes } from '../../panels/network/useNetworkDrawing';
import { useDataset } from '../../panels/useDataset';
import type { Snapshot } from '../../protocol/snapshot';
import { useOptimizerState, useSelect } from '../../store/context';
import { useNumbers } from './numbers';
import { nextBatch, tokenOf } from './tokens';
import { createStepValues, type StepValues, type Token } from './values';

/** The token that the page follows. */
export function useToken(): Token & { readonly place: number; readonly count: number } {
  const experiment = useSelect((state) => state.experiment);
  const wanted = useSelect((state) => state.view.token);
  const dataset = useDataset();
  const place = Math.max(0, Math.min(wanted, dataset.count - 1));
  return useMemo(
    () => ({ place, count: dataset.count, ...tokenOf(experiment, dataset, place) }),
    [experiment, dataset, place],
  );
}

export interface Followed {
  readonly values: StepValues;
  /** places in the data set of the tokens of the step */
  readonly batch: readonly number[];
}

/**
 * Keeps every number below `root` that of the present network: of the step on the token `place` alone, or, as a minibatch,
 * of the step that training makes next, told for the token of it that comes first or is chosen.
 */
export function useStepValues(
  root: RefObject<HTMLElement | null>,
  place: number,
  minibatch: boolean,
): Followed {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const values = useMemo(() => createStepValues(experiment), [experiment]);
  const alone = useMemo(() => [place], [place]);
  const [batch, setBatch] = useState<readonly number[]>(alone);
  const tokens = useRef<{ readonly key: string; readonly tokens: readonly Token[] }>({ key: '', tokens: [] });
  const playing = useSelect((state) => state.status.playing);
  useOptimizerState();

  function follow(snapshot: Snapshot): void {
    const { sizes, parameters, state } = snapshot;
    if (!sameSizes(sizes, layerSizes(experiment)) || parameters.length !== parameterCount(experiment)) return;
    const places = minibatch && state !== null ? nextBatch(experiment, dataset, state) : alone;
    const key = places.join();
    if (tokens.current.key !== key)
      tokens.current = { key, tokens: places.map((each) => tokenOf(experiment, dataset, each)) };
    // A playing run takes another batch with every update; it is named when the run stands still.
    if (!playing && batch.join() !== key) setBatch(places);
    values.follow(
      parameters,
      state?.values ?? null,
      tokens.current.tokens,
      Math.max(0, places.indexOf(place)),
    );
  }
  useNumbers(root, values, follow, [alone, minibatch, dataset, playing]);
  return { values, batch };
}
