import { useMemo } from 'react';
import type { Experiment } from '../../experiment/experiment';
import { availableFeatures, coordinateCount, layerSizes } from '../../experiment/shape';
import { layoutNetwork, type NetworkLayout } from '../../figures/network/layout';
import { useHidden } from '../../controls/useHidden';
import { PHONE, TABLET, useMedia } from '../../controls/useMedia';
import { useSelect } from '../../store/context';

/** The figure's geometry for the present network and space; null before there is any. */
export function useNetworkLayout({ width, height }: { width: number; height: number }): NetworkLayout | null {
  const experiment = useSelect((state) => state.experiment);
  const phone = useMedia(PHONE);
  const tablet = useMedia(TABLET);
  const inputsHidden = useHidden('Inputs');
  const shape = layerSizes(experiment).join(' ');
  const reserved = phone ? 0 : tablet ? 150 : 330;
  const chips = inputsHidden ? 0 : chipRows(experiment, width - 32 - reserved);
  const pixels = picturePixels(experiment);
  const foot = phone ? chips * 50 : 10 + Math.max(1, chips) * 38;
  return useMemo(
    () =>
      width < 40 || (height < 40 && !phone)
        ? null
        : layoutNetwork({
            width,
            height: phone ? 0 : height,
            sizes: shape.split(' ').map(Number),
            phone,
            foot,
            ...(pixels === null ? {} : { pixels }),
          }),
    [width, height, shape, phone, foot, pixels],
  );
}

/** Pixels a side of the one picture that all inputs are; null where they are inputs of their own. */
function picturePixels({ problem, features }: Experiment): number | null {
  const complete = features.length === coordinateCount(problem);
  return problem.dataset === 'digits' && complete ? Math.sqrt(features.length) : null;
}

/** Rows that the inputs which are switched off take below the figure. */
function chipRows({ problem, features }: Experiment, width: number): number {
  const off = availableFeatures(problem).filter((feature) => !features.includes(feature));
  const needed = off.reduce((sum, feature) => sum + (feature.startsWith('sin') ? 62 : 50), 0);
  return Math.ceil(needed / Math.max(120, width));
}
