import { useMemo, useState } from 'react';
import { layerSizes } from '../../../experiment/shape';
import { networkSpec } from '../../../engine/network';
import type { Experiment } from '../../../experiment/experiment';
import type { Snapshot } from '../../../protocol/snapshot';
import { useFrame, useFrames, useSelect } from '../../../store/context';
import { useToken } from '../useStepValues';
import { createSheetModel, flatParameters, paperParameters, type SheetModel } from './sheetModel';

export interface SheetSource {
  /** null until the network's first frame is there */
  readonly model: SheetModel | null;
  /** The network on the page has other weights than the sheet. */
  readonly moved: boolean;
  /** Makes the sheet of the network as it now stands. */
  takePresent(): void;
}

interface Taken {
  /** of the experiment that they belong to */
  readonly key: string;
  readonly parameters: readonly number[];
}

/** Another network, or other starting weights given outright, are another sheet; another learning rate is not. */
function networkKey(experiment: Experiment): string {
  return JSON.stringify([networkSpec(experiment), experiment.features, experiment.parameters ?? null]);
}

/**
 * The sheet of the network on the page. It keeps its weights while the network trains on: those that the experiment
 * gives outright, or those on show when the sheet was first opened.
 */
export function useSheet(): SheetSource {
  const experiment = useSelect((state) => state.experiment);
  const revision = useSelect((state) => state.revision);
  const { input, target } = useToken();
  const frames = useFrames();
  const key = useMemo(() => networkKey(experiment), [experiment]);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [moved, setMoved] = useState(false);
  const given = useMemo(
    () => (experiment.parameters === undefined ? null : flatParameters(experiment.parameters)),
    [experiment],
  );
  const parameters = taken?.key === key ? taken.parameters : given;

  const fits = (snapshot: Snapshot): boolean =>
    snapshot.revision === revision && snapshot.sizes.join() === layerSizes(experiment).join();
  const take = (snapshot: Snapshot): void =>
    setTaken({ key, parameters: paperParameters(snapshot.parameters) });

  useFrame(
    (snapshot) => {
      if (!fits(snapshot)) return;
      if (parameters === null) take(snapshot);
      else setMoved(!isSame(snapshot.parameters, parameters));
    },
    [key, revision, parameters],
  );
  const model = useMemo(
    () => (parameters === null ? null : createSheetModel(experiment, parameters, { input, target })),
    // The data set's token stays the same object while it is the same token.
    [experiment, parameters, input, target],
  );
  return {
    model,
    moved,
    takePresent() {
      const snapshot = frames.current();
      if (snapshot !== null && fits(snapshot)) take(snapshot);
    },
  };
}

function isSame(present: ArrayLike<number>, printed: readonly number[]): boolean {
  const parameters = paperParameters(present);
  return parameters.every((value, i) => value === printed[i]);
}
