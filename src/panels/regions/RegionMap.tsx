import { useEffect, useId, useMemo, useRef } from 'react';
import { useThemed } from '../../controls/useThemeKey';
import { extentOf, layerSizes } from '../../experiment/shape';
import { cssColor } from '../../figures/color';
import { formatShort } from '../../figures/numbers';
import { regionBounds } from '../../figures/regions/bounds';
import { linesFault, piecewiseNetwork, regionsFault } from '../../figures/regions/piecewise';
import { boundText, countText, patternText } from '../../figures/regions/text';
import type { TracedRegions } from '../../figures/regions/tracer';
import { useFrame, useSelect } from '../../store/context';
import { sameSizes } from '../output/sameSizes';
import { usePixelRatio } from '../output/useCanvas';
import { RegionHere, type RegionHereHandle } from './RegionHere';
import { createRegionsView, type RegionsView } from './regionsView';
import { MOST_REGIONS } from './regionTracing';
import { useCross } from './useCross';

/** The regions and the first layer's lines over the map's square, and below it what can be read from them. */
export function RegionMap({ side }: { side: number }) {
  const experiment = useSelect((state) => state.experiment);
  const id = useId();
  const overlay = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const windowCount = useRef<HTMLOutputElement>(null);
  const planeCount = useRef<HTMLOutputElement>(null);
  const tooMany = useRef<HTMLParagraphElement>(null);
  const handle = useRef<RegionHereHandle>(null);
  const view = useRef<RegionsView | null>(null);
  const spoken = useRef('');
  const pixelRatio = usePixelRatio();
  const colors = useThemed(readColors);
  const extent = extentOf(experiment.problem);
  const sizes = useMemo(() => layerSizes(experiment), [experiment]);
  const network = useMemo(() => piecewiseNetwork(experiment), [experiment]);
  const fault = regionsFault(experiment);
  const lines = linesFault(experiment) === null;
  const latest = useRef(network);

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const made = createRegionsView(canvas.current, {
      onWindow(traced) {
        writeCount(windowCount.current, traced);
        if (tooMany.current) tooMany.current.hidden = traced.complete;
      },
      onPlane: (traced) => writeCount(planeCount.current, traced),
      onHere(place, here) {
        handle.current?.show(latest.current, here);
        if (place === null || here === null) return;
        const pattern = patternText(latest.current, here.pattern);
        spoken.current = `x1 ${formatShort(place.x1)}, x2 ${formatShort(place.x2)}; pattern ${pattern}`;
      },
    });
    view.current = made;
    return () => {
      view.current = null;
      made.dispose();
    };
  }, []);
  useFrame(
    ({ sizes: drawn, parameters }) => {
      if (!sameSizes(drawn, sizes)) return;
      latest.current = network;
      const look = { network, traced: fault === null, lines, extent, side, pixelRatio, ...colors };
      view.current?.update(parameters, look);
    },
    [network, fault, lines, extent, side, pixelRatio, colors, sizes],
  );
  const onPoint: Parameters<typeof useCross>[0]['onPoint'] = (place) => view.current?.point(place);
  const { ref, ...keys } = useCross({ overlay, extent, onPoint, words: () => spoken.current });

  return (
    <>
      <div ref={overlay} className="region-overlay">
        <canvas ref={canvas} aria-hidden="true" />
        {fault === null && (
          <div
            ref={ref}
            role="slider"
            tabIndex={0}
            aria-label="Cross-hair"
            aria-valuemin={0 - extent}
            aria-valuemax={extent}
            aria-valuenow={0}
            aria-describedby={id}
            data-keys="arrows"
            className="region-cross"
            {...keys}
          />
        )}
      </div>
      <div className="region-notes">
        {fault === null && (
          <p>
            <output ref={windowCount} aria-live="off" aria-label="Regions in the window">
              –
            </output>{' '}
            regions in the window,{' '}
            <output ref={planeCount} aria-live="off" aria-label="Regions in the plane">
              –
            </output>{' '}
            in the plane
          </p>
        )}
        <p id={id}>{fault ?? boundText(regionBounds(network), network)}</p>
        {fault !== null && lines && <p>The lines drawn are the first layer’s thresholds.</p>}
        <p ref={tooMany} hidden>
          More regions than the {countText(MOST_REGIONS.window)} that can be traced and drawn: take a smaller
          network.
        </p>
        {fault === null && <RegionHere ref={handle} experiment={experiment} />}
      </div>
    </>
  );
}

function writeCount(output: HTMLOutputElement | null, traced: TracedRegions | null): void {
  if (output !== null) output.textContent = traced === null ? '…' : numberOf(traced);
}

function numberOf({ count, complete }: TracedRegions): string {
  return complete ? countText(count) : `over ${countText(count)}`;
}

function readColors(root: HTMLElement) {
  return { ink: cssColor(root, 'ink'), paper: cssColor(root, 'paper') };
}
