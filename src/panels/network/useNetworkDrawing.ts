import { useMemo, useRef, type RefObject } from 'react';
import type { Experiment } from '../../experiment/experiment';
import { extentOf, layerSizes } from '../../experiment/shape';
import { shareX, shareY } from '../../figures/decisionMap/layout';
import { drawNetwork, type NetworkFigure } from '../../figures/network/drawNetwork';
import { paintAtlas, type MarkPlace } from '../../figures/network/drawUnits';
import type { NetworkLayout } from '../../figures/network/layout';
import { layoutLinks } from '../../figures/network/linkGeometry';
import { createLinkPainter } from '../../figures/network/linkPainter';
import { readNetworkColors, type NetworkColors } from '../../figures/network/networkColors';
import type { LitPart, Snapshot } from '../../protocol/snapshot';
import { useThemeKey } from '../../controls/useThemeKey';
import { useFrame, useFrames, useSelect } from '../../store/context';
import { sameSizes } from '../output/sameSizes';
import { usePixelRatio } from '../output/useCanvas';
import { showRounded } from './weightText';

/** Device pixels per CSS px, as far as the eye can tell. */
const MOST_PIXELS = 2;
/** ms of a frame that the links may take */
const LINK_TIME = 7;
const PILL_FONT = "500 11px 'Inter Variable', sans-serif";

/** [layer] whether its input is added to its output */
function residualLayers(experiment: Experiment): boolean[] {
  const sizes = layerSizes(experiment);
  const { hidden, connectivity } = experiment.network;
  return hidden.map((layer, l) => connectivity === 'residual' && sizes[l] === layer.units);
}

/** Paints links, pictures, gauges and the numbers of the unit pointed out, frame by frame. */
export function useNetworkDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  layout: NetworkLayout | null,
  experiment: Experiment,
  shown: LitPart | null,
): void {
  const theme = useThemeKey();
  const links = useMemo(
    () => (layout === null ? null : layoutLinks(layout, experiment.frozen ?? [])),
    [layout, experiment.frozen],
  );
  const ratio = Math.min(MOST_PIXELS, usePixelRatio());
  const figure = useMemo(
    () =>
      layout === null || links === null
        ? null
        : { layout, links, painter: createLinkPainter(layout, links, ratio) },
    [layout, links, ratio],
  );
  const residual = useMemo(() => residualLayers(experiment), [experiment]);
  const mark = useMark(experiment);
  const frames = useFrames();
  const painter = useRef<Painter | null>(null);
  useFrame(
    (snapshot) => {
      if (canvas.current === null || figure === null) return;
      if (!sameSizes(snapshot.sizes, layerSizes(experiment))) return;
      painter.current ??= { atlas: document.createElement('canvas'), theme: '', colors: null };
      const painting = { canvas: canvas.current, figure, residual, snapshot, shown, mark, theme };
      if (!paint(painting, painter.current)) frames.redraw();
    },
    [figure, residual, theme, experiment, shown, mark],
  );
}

/** The token that a lens rings on the decision map is ringed on every picture. */
function useMark({ problem }: Experiment): MarkPlace | null {
  const marked = useSelect(({ view }) => view.marked);
  return useMemo(() => {
    const extent = extentOf(problem);
    if (marked === null || Math.abs(marked.x1) > extent || Math.abs(marked.x2) > extent) return null;
    return { x: shareX(marked.x1, extent), y: shareY(marked.x2, extent) };
  }, [marked, problem]);
}

interface Painter {
  readonly atlas: HTMLCanvasElement;
  theme: string;
  colors: NetworkColors | null;
}

interface Painting {
  readonly canvas: HTMLCanvasElement;
  readonly figure: NetworkFigure;
  readonly residual: readonly boolean[];
  readonly snapshot: Snapshot;
  readonly shown: LitPart | null;
  readonly mark: MarkPlace | null;
  readonly theme: string;
}

/** Returns whether nothing is left to paint. */
function paint(
  { canvas, figure, residual, snapshot, shown, mark, theme }: Painting,
  painter: Painter,
): boolean {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return true;
  if (painter.colors === null || painter.theme !== theme) {
    painter.colors = readNetworkColors(document.documentElement);
    painter.theme = theme;
  }
  const { width, height } = figure.painter;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  if (snapshot.maps) paintAtlas(painter.atlas, snapshot.maps);
  const start = performance.now();
  return drawNetwork(context, figure, {
    shown,
    residual,
    parameters: snapshot.parameters,
    atlas: painter.atlas,
    maps: snapshot.maps,
    mark,
    colors: painter.colors,
    format: showRounded,
    font: PILL_FONT,
    isOutOfTime: () => performance.now() - start > LINK_TIME,
  });
}
