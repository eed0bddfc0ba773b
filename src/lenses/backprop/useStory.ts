import { useMemo, useState } from 'react';
import { layerSizes } from '../../experiment/shape';
import {
  endOfPhase,
  isEnd,
  next,
  previous,
  START,
  storyOf,
  type Place,
  type Stage,
} from '../../figures/backprop/story';
import { useSelect } from '../../store/context';

/** The story of a step through the present network, and where it stands. */
export interface Story {
  readonly stages: readonly Stage[];
  readonly place: Place;
  readonly stage: Stage;
  readonly atEnd: boolean;
  goTo(place: Place): void;
  forward(): void;
  back(): void;
  finishPhase(): void;
}

export function useStory(): Story {
  const shape = useSelect((state) => layerSizes(state.experiment).join());
  const stages = useMemo(() => storyOf(shape.split(',').map(Number)), [shape]);
  const [wanted, goTo] = useState<Place>(START);
  // Another shape may lack the place.
  const stage = stages[wanted.stage];
  const place = stage !== undefined && wanted.item < stage.items ? wanted : START;
  return {
    stages,
    place,
    stage: stages[place.stage] ?? { kind: 'input', phase: 'Forward', layer: -1, items: 1 },
    atEnd: isEnd(stages, place),
    goTo,
    forward: () => goTo((from) => next(stages, stages[from.stage] === undefined ? START : from)),
    back: () => goTo((from) => previous(stages, from)),
    finishPhase: () => goTo((from) => endOfPhase(stages, from)),
  };
}
