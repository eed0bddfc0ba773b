import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Experiment } from '../../experiment/experiment';
import { classCount, extentOf, layerSizes } from '../../experiment/shape';
import { readPalette } from '../../figures/color';
import { createMapPainter } from '../../figures/decisionMap/drawMap';
import { drawPoints } from '../../figures/decisionMap/drawPoints';
import { createCrowding } from '../../figures/decisionMap/labels';
import { shareX, shareY, pointPlace } from '../../figures/decisionMap/layout';
import { readMapStyle } from '../../figures/decisionMap/style';
import { useThemed } from '../../controls/useThemeKey';
import { useFrame, useSelect } from '../../store/context';
import { useDataset } from '../useDataset';
import { sameSizes } from './sameSizes';
import { isTwoValued, shownKind } from './shown';
import { prepareCanvas, useCanvasFont, usePixelRatio } from './useCanvas';

/** px, of a point on a figure of the usual size and on a small one */
const RADII = { usual: 3.1, small: 2.5 } as const;
const SMALL_SIDE = 240;

export interface MapPaintingOptions {
  readonly map: RefObject<HTMLCanvasElement | null>;
  readonly points: RefObject<HTMLCanvasElement | null>;
  /** px */
  readonly side: number;
  /** whether isolines are drawn */
  readonly lines: boolean;
}

/** Paints the map with every frame, and the points over it when data, size or theme change. */
export function useMapPainting({ map, points, side, lines }: MapPaintingOptions): void {
  const experiment = useSelect((state) => state.experiment);
  const showTest = useSelect((state) => state.view.showTest);
  const discrete = useSelect((state) => state.view.discrete);
  const dataset = useDataset();
  const pixelRatio = usePixelRatio();
  const fontFamily = useCanvasFont();
  const [crowding] = useState(createCrowding);
  const painter = useRef<ReturnType<typeof createMapPainter> | null>(null);
  const classes = Math.max(2, classCount(experiment.problem));
  const style = useThemed(useCallback((root) => readMapStyle(root, classes), [classes]));
  const shape = useMemo(() => layerSizes(experiment), [experiment]);
  const extent = extentOf(experiment.problem);

  useEffect(() => {
    if (points.current === null || side === 0) return;
    const context = prepareCanvas(points.current, side, side, pixelRatio);
    crowding.clear();
    for (let token = 0; token < dataset.count; token++) {
      const { x1, x2 } = pointPlace(dataset, token);
      crowding.add(shareX(x1, extent), shareY(x2, extent));
    }
    if (context === null) return;
    drawPoints(context, dataset, {
      style,
      palette: readPalette(document.documentElement),
      extent,
      side,
      radius: side < SMALL_SIDE ? RADII.small : RADII.usual,
      showTest,
      scale: largestTarget(experiment, dataset.targets),
    });
  }, [points, dataset, experiment, extent, side, pixelRatio, style, showTest, crowding]);

  useFrame(
    ({ field, sizes, updatesPerSecond }) => {
      if (map.current === null || field === null || side === 0 || !sameSizes(sizes, shape)) return;
      if (painter.current === null) {
        const picture = document.createElement('canvas').getContext('2d');
        if (picture === null) return;
        painter.current = createMapPainter(picture, crowding.counts);
      }
      const context = prepareCanvas(map.current, side, side, pixelRatio);
      if (context === null) return;
      painter.current.draw(context, {
        field,
        kind: shownKind(experiment, field.unit),
        regions: field.channels > 1,
        discrete: discrete || isTwoValued(experiment, field.unit),
        lines,
        settled: updatesPerSecond === 0,
        side,
        style,
        fontFamily,
      });
    },
    [side, pixelRatio, style, fontFamily, discrete, lines, shape],
  );
}

/** Regression: the target in full colour; that of the map is the same. */
function largestTarget({ network }: Experiment, targets: Float64Array): number {
  if (network.output === 'tanh') return 1;
  let largest = 0;
  for (const target of targets) largest = Math.max(largest, Math.abs(target));
  return largest || 1;
}
