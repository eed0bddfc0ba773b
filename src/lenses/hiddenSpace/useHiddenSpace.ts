import { useMemo, useRef, useState, type RefObject } from 'react';
import { coordinateCount, extentOf } from '../../experiment/shape';
import { gridLines } from '../../figures/hiddenSpace/grid';
import type { Pair, WideView } from '../../figures/hiddenSpace/projection';
import { START_TURN, type Turn } from '../../figures/hiddenSpace/view';
import { useMedia } from '../../controls/useMedia';
import { useDataset } from '../../panels/useDataset';
import { useProbe, useSelect } from '../../store/context';
import { GRID_PROBE, hiddenSpaceModel, TOKEN_PROBE, type HiddenSpaceModel } from './hiddenSpaceModel';
import { useGlide } from './useGlide';

/** What the lens shows: a place between input and output, and how it is seen. */
export interface HiddenSpaceChoice {
  readonly model: HiddenSpaceModel;
  /** 0 is the input, the last the output; between two layers a fraction */
  readonly at: number;
  /** the place on the figure, which may still be on its way to `at` */
  readonly position: RefObject<number>;
  /** the layer at or before `at`, and its units */
  readonly layer: number;
  readonly units: number;
  readonly view: WideView;
  /** the layer or one of both has three units */
  readonly deep: boolean;
  readonly turn: RefObject<Turn>;
  /** The reader wants no motion: the place jumps from layer to layer. */
  readonly still: boolean;
  readonly go: (at: number, glide: boolean) => void;
  readonly setWide: (kind: WideView['kind']) => void;
  readonly setPair: (pair: Pair) => void;
}

export function useHiddenSpace(): HiddenSpaceChoice {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const coordinates = coordinateCount(experiment.problem);
  const extent = extentOf(experiment.problem);
  // The same points while the plane is the same: others ask the worker anew.
  const grid = useMemo(() => gridLines(coordinates, extent), [coordinates, extent]);
  const model = useMemo(() => hiddenSpaceModel(experiment, dataset, grid), [experiment, dataset, grid]);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const { sizes } = model;
  const last = sizes.length - 1;
  // What the output sees: the last hidden layer, or the input itself.
  const [wanted, setWanted] = useState<{ at: number; glide: boolean }>({ at: last - 1, glide: false });
  const [kind, setWide] = useState<WideView['kind']>('principal');
  const [pair, setPair] = useState<Pair>([0, 1]);
  const turn = useRef(START_TURN);
  const at = Math.min(last, still ? Math.round(wanted.at) : wanted.at);
  const position = useGlide(at, wanted.glide && !still);
  const layer = Math.floor(at);
  const units = sizes[layer] ?? 0;
  useProbe(TOKEN_PROBE, dataset.inputs);
  useProbe(GRID_PROBE, grid?.points ?? null);
  const view = useMemo<WideView>(
    () => (kind === 'principal' ? { kind } : { kind, units: inside(pair, units) }),
    [kind, pair, units],
  );
  return {
    ...{ model, at, position, layer, units, view, turn, still, setWide, setPair },
    deep: units === 3 || sizes[Math.ceil(at)] === 3,
    go: (to, glide) => setWanted({ at: to, glide }),
  };
}

/** Two units that the layer has, and not the same one twice. */
function inside([across, up]: Pair, units: number): Pair {
  const first = Math.min(across, units - 1);
  const second = Math.min(up, units - 1);
  return [first, second === first ? (first === 0 ? 1 : 0) : second];
}
