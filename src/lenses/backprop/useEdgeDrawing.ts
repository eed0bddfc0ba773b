import { useMemo, useRef, type RefObject } from 'react';
import type { StageKind } from '../../figures/backprop/story';
import type { LinkGeometry, LinkLayer } from '../../figures/network/linkGeometry';
import type { NetworkLayout } from '../../figures/network/layout';
import { createLinkPainter } from '../../figures/network/linkPainter';
import { readNetworkColors, type NetworkColors } from '../../figures/network/networkColors';
import { useThemeKey } from '../../controls/useThemeKey';
import { useFrame, useFrames } from '../../store/context';

/** More links, or higher columns, are no picture: then only those that the story speaks of are drawn. */
const MOST_LINKS = 400;
const HIGHEST = 1400;

/** ms of a frame that the links may take */
const LINK_TIME = 3;

/** Paints all links behind the boxes, as the network figure does; returns whether they are few enough for it. */
export function useAllLinks(
  canvas: RefObject<HTMLCanvasElement | null>,
  layout: NetworkLayout,
  links: LinkGeometry,
): boolean {
  const theme = useThemeKey();
  const frames = useFrames();
  const colors = useRef<{ readonly theme: string; readonly colors: NetworkColors } | null>(null);
  const painter = useMemo(() => {
    if (links.count > MOST_LINKS || layout.height > HIGHEST) return null;
    return createLinkPainter(layout, links, Math.min(2, window.devicePixelRatio || 1));
  }, [layout, links]);
  useFrame(
    ({ parameters }) => {
      const context = canvas.current?.getContext('2d', { alpha: false });
      if (!canvas.current || !context || painter === null || parameters.length !== weightCount(links)) return;
      // The canvas has the lens's paper for paper.
      if (colors.current?.theme !== theme)
        colors.current = { theme, colors: readNetworkColors(canvas.current) };
      const { width, height } = painter;
      if (canvas.current.width !== width) canvas.current.width = width;
      if (canvas.current.height !== height) canvas.current.height = height;
      const start = performance.now();
      const input = { parameters, colors: colors.current.colors, shown: null };
      const finished = painter.advance(input, () => performance.now() - start > LINK_TIME);
      context.putImageData(new ImageData(painter.image(), width, height), 0, 0);
      if (!finished) frames.redraw();
    },
    [painter, links, theme],
  );
  return painter !== null;
}

function weightCount({ layers }: LinkGeometry): number {
  return layers.reduce((sum, { count, units }) => sum + count + units, 0);
}

/** px of an edge of weight 0, and what the layer's largest adds: less where arrows come together */
const THINNEST = 1;
const WIDENING = 2.6;
const WIDENING_BACKWARD = 1.2;

/** Keeps the edges below `group`, all of one layer, as wide as their weights are large, with their sign. */
export function useEdgeWeights(
  group: RefObject<SVGGElement | null>,
  links: LinkGeometry,
  { kind, layer: l }: { readonly kind: StageKind; readonly layer: number },
  deps: readonly unknown[],
): void {
  useFrame(
    ({ parameters }) => {
      const layer = links.layers[l];
      if (layer === undefined || parameters.length !== weightCount(links)) return;
      const widest = kind === 'delta' ? WIDENING_BACKWARD : WIDENING;
      const scale = widest / (largestOf(parameters, layer) || 1);
      for (const path of group.current?.querySelectorAll<SVGPathElement>('[data-weight]') ?? []) {
        const weight = parameters[layer.weights + Number(path.dataset['weight'])] ?? 0;
        path.style.strokeWidth = `${(THINNEST + scale * Math.abs(weight)).toFixed(2)}px`;
        path.dataset['sign'] = weight < 0 ? 'negative' : 'positive';
      }
    },
    [links, kind, l, ...deps],
  );
}

function largestOf(parameters: ArrayLike<number>, { weights, count }: LinkLayer): number {
  let largest = 0;
  for (let i = weights; i < weights + count; i++) largest = Math.max(largest, Math.abs(parameters[i] ?? 0));
  return largest;
}
