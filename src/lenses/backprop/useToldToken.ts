import { useEffect, useMemo } from 'react';
import { PAD_PROBE } from '../../figures/digits/pad';
import { useDataset } from '../../panels/useDataset';
import { useSelect } from '../../store/context';
import type { State } from '../../store/state';
import { pointOf, useMarkedPoint } from '../useMarkedToken';
import { tokenAt } from './tokens';
import { endTyping, typedTarget, typingKey, useTyping, type Typing } from './typedToken';
import { useToken, type PickedToken } from './useStepValues';

export interface ToldToken extends PickedToken {
  /** null while the token is one of the data set */
  readonly typing: Typing | null;
}

const selectPad = ({ probes }: State): Float64Array | null =>
  probes.find(({ id }) => id === PAD_PROBE)?.points ?? null;

/** Pixels of the digit pad as the network takes them; null while nothing is drawn there. */
export function usePad(): Float64Array | null {
  return useSelect(selectPad);
}

/** Rings the told token on the decision map; in a minibatch that is the token at `place`. */
export function useRing({ typing, place: picked }: ToldToken, place: number = picked): void {
  const dataset = useDataset();
  const isTyped = typing !== null && place === picked;
  useMarkedPoint(isTyped ? typing.point.map(({ value }) => value) : pointOf(dataset, place));
}

/** The token that the lens tells: one of the data set, or a typed one in its place until another is picked. */
export function useToldToken(): ToldToken {
  const picked = useToken();
  const typing = useTyping();
  const pad = usePad();
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const isOver =
    typing !== null &&
    (typing.key !== typingKey(experiment, picked.place) || (typing.from === 'pad' && pad === null));
  useEffect(() => {
    if (isOver) endTyping();
  }, [isOver]);
  return useMemo(() => {
    if (typing === null || isOver) return { ...picked, typing: null };
    const drawn = typing.from === 'pad' ? pad : null;
    const point = drawn ?? Float64Array.from(typing.point, ({ value }) => value);
    return { ...picked, ...tokenAt(experiment, point, typedTarget(experiment, dataset, typing)), typing };
  }, [picked, typing, isOver, pad, experiment, dataset]);
}
