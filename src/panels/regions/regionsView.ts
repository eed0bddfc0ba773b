import { excitationRows, inputRows, regionAt, type PlaceInNetwork } from '../../figures/regions/affine';
import { isInCell } from '../../figures/regions/cells';
import { drawRegions } from '../../figures/regions/draw';
import { thresholdLines, type ThresholdLine } from '../../figures/regions/lines';
import type { PiecewiseNetwork } from '../../figures/regions/piecewise';
import type { Region } from '../../figures/regions/trace';
import type { TracedRegions } from '../../figures/regions/tracer';
import { prepareCanvas } from '../output/useCanvas';
import { createRegionTracing } from './regionTracing';

/** What the regions of a frame are drawn with. */
export interface RegionsLook {
  readonly network: PiecewiseNetwork;
  /** Whether there are regions, and whether at least the first layer's thresholds are lines. */
  readonly traced: boolean;
  readonly lines: boolean;
  readonly extent: number;
  /** px */
  readonly side: number;
  readonly pixelRatio: number;
  readonly ink: string;
  readonly paper: string;
}

export interface PointedPlace {
  readonly x1: number;
  readonly x2: number;
  /** by the keyboard's cross-hair, which is drawn */
  readonly cross: boolean;
}

export interface RegionsEvents {
  readonly onWindow: (traced: TracedRegions) => void;
  readonly onPlane: (traced: TracedRegions | null) => void;
  /** the place pointed at and what the network does there; null without either */
  readonly onHere: (place: PointedPlace | null, here: PlaceInNetwork | null) => void;
}

/** Regions up to this many are drawn with every frame, more when they have been traced anew. */
const MOST_EVERY_FRAME = 400;

export interface RegionsView {
  update(parameters: ArrayLike<number>, look: RegionsLook): void;
  point(place: PointedPlace | null): void;
  dispose(): void;
}

/** Draws regions and lines on a canvas, traces them as the parameters change, and tells what is pointed at. */
export function createRegionsView(canvas: HTMLCanvasElement, events: RegionsEvents): RegionsView {
  let look: RegionsLook | null = null;
  let parameters = new Float64Array(0);
  let lines: readonly ThresholdLine[] = [];
  let traced: TracedRegions | null = null;
  let place: PointedPlace | null = null;

  const tracing = createRegionTracing({
    onWindow(next) {
      traced = next;
      events.onWindow(next);
      draw();
    },
    onPlane: events.onPlane,
  });

  function chosen(regions: readonly Region[]): Region | null {
    if (place === null) return null;
    const { x1, x2 } = place;
    return regions.find(({ cell }) => isInCell(cell, x1, x2)) ?? null;
  }

  function draw(): void {
    if (look === null || look.side === 0) return;
    const { side, extent, ink, paper } = look;
    const context = prepareCanvas(canvas, side, side, look.pixelRatio);
    if (context === null) return;
    const regions = traced?.complete === true ? traced.regions : [];
    const cross = place?.cross === true ? ([place.x1, place.x2] as const) : null;
    drawRegions(context, { regions, chosen: chosen(regions), lines, cross, side, extent, ink, paper });
  }

  function tell(): void {
    const here =
      place === null || look?.traced !== true ? null : regionAt(look.network, parameters, place.x1, place.x2);
    events.onHere(place, here);
  }

  return {
    update(next, nextLook) {
      const { network, extent } = nextLook;
      if (look?.network !== network || look.extent !== extent) traced = null;
      const waits = (traced?.count ?? 0) > MOST_EVERY_FRAME && isSameLook(look, nextLook);
      look = nextLook;
      if (parameters.length === next.length) parameters.set(next);
      else parameters = Float64Array.from(next);
      const first = network.layers[0];
      lines =
        nextLook.lines && first !== undefined
          ? thresholdLines(excitationRows(first, parameters, inputRows(network)).rows, extent)
          : [];
      if (nextLook.traced) tracing.update(network, parameters, extent);
      if (!waits) draw();
      tell();
    },
    point(next) {
      place = next;
      draw();
      tell();
    },
    dispose: tracing.dispose,
  };
}

function isSameLook(a: RegionsLook | null, b: RegionsLook): boolean {
  return a?.side === b.side && a.pixelRatio === b.pixelRatio && a.ink === b.ink && a.traced === b.traced;
}
