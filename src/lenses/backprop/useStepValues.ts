import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { layerSizes, parameterCount } from '../../experiment/shape';
import { sameSizes } from '../../panels/output/sameSizes';
import { useDataset } from '../../panels/useDataset';
import type { Snapshot } from '../../protocol/snapshot';
import { useOptimizerState, useSelect } from '../../store/context';
import { useNumbers } from './numbers';
import { nextBatch, tokenOf, waitingTokens } from './tokens';
import { createStepValues, type StepValues, type Token } from './values';

export interface PickedToken extends Token {
  /** in the data set */
  readonly place: number;
  /** tokens of the data set */
  readonly count: number;
}

/** The token that the page follows. */
export function useToken(): PickedToken {
  const experiment = useSelect((state) => state.experiment);
  const wanted = useSelect((state) => state.view.token);
  const dataset = useDataset();
  const place = Math.max(0, Math.min(wanted, dataset.count - 1));
  return useMemo(
    () => ({ place, count: dataset.count, ...tokenOf(experiment, dataset, place) }),
    [experiment, dataset, place],
  );
}

/** The tokens of the next update. */
export interface NextBatch {
  /** places in the data set; none where no epoch ever fills a batch */
  readonly places: readonly number[];
  /** how many of them, the first ones, have waited for it since an epoch before */
  readonly waiting: number;
}

/** Place of the token of a minibatch that is told: the picked one, or the first. */
export function toldPlace({ places }: NextBatch, picked: number): number {
  return places.includes(picked) ? picked : (places[0] ?? picked);
}

export interface Followed {
  readonly values: StepValues;
  /** null while the step is that of one token, or the next update is not known */
  readonly batch: NextBatch | null;
}

/**
 * Keeps every number below `root` that of the present network: of the step on `token` alone, or, as a minibatch, of the
 * step that training makes next, told for the token of it that comes first or is picked.
 */
export function useStepValues(
  root: RefObject<HTMLElement | null>,
  token: PickedToken,
  minibatch: boolean,
): Followed {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const values = useMemo(() => createStepValues(experiment), [experiment]);
  const tokensAt = useTokensAt();
  const [batch, setBatch] = useState<NextBatch | null>(null);
  const playing = useSelect((state) => state.status.playing);
  useOptimizerState();

  function follow(snapshot: Snapshot): void {
    const { sizes, parameters, state } = snapshot;
    if (!sameSizes(sizes, layerSizes(experiment)) || parameters.length !== parameterCount(experiment)) return;
    const next =
      minibatch && state !== null
        ? { places: nextBatch(experiment, dataset, state), waiting: waitingTokens(experiment, state) }
        : null;
    // A playing run takes another batch with every update; it is named when the run stands still.
    if (!playing && batchKey(batch) !== batchKey(next)) setBatch(next);
    const isBatch = next !== null && next.places.length > 0;
    const tokens = isBatch ? tokensAt(next.places) : [token];
    const shown = isBatch ? Math.max(0, next.places.indexOf(token.place)) : 0;
    values.follow(parameters, state?.values ?? null, tokens, shown);
  }
  useNumbers(root, values, follow, [token, minibatch, dataset, playing]);
  return { values, batch: minibatch ? batch : null };
}

const batchKey = (batch: NextBatch | null): string =>
  batch === null ? '' : `${batch.waiting}:${batch.places.join()}`;

/** Tokens of the data set, kept from frame to frame while they are the same ones. */
function useTokensAt(): (places: readonly number[]) => readonly Token[] {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const kept = useRef<{ readonly of: unknown; readonly key: string; readonly tokens: readonly Token[] }>(
    null,
  );
  return useCallback(
    (places) => {
      const key = places.join();
      if (kept.current?.of !== experiment || kept.current.key !== key) {
        const tokens = places.map((place) => tokenOf(experiment, dataset, place));
        kept.current = { of: experiment, key, tokens };
      }
      return kept.current.tokens;
    },
    [experiment, dataset],
  );
}
