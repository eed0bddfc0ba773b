import { useMemo, useRef, type RefObject } from 'react';
import { useThemed } from '../../../controls/useThemeKey';
import { featureInputs } from '../../../data/features';
import { curveTarget } from '../../../data/lectures/curve';
import type { GeneratedProblem } from '../../../experiment/experiment';
import { layerSizes } from '../../../experiment/shape';
import { outputLimit, type Limit } from '../../../figures/curve/asymptotes';
import { drawCurve, type CurveLayers, type CurveNetwork } from '../../../figures/curve/draw';
import {
  domainOf,
  layoutCurve,
  PROBES,
  probePlaces,
  steadyZoom,
  ticksX,
  ticksY,
  yAt,
  type CurveScale,
  xAt,
} from '../../../figures/curve/layout';
import { hasSteps, positionOf, stepOf } from '../../../figures/curve/handles';
import type { Snapshot } from '../../../protocol/snapshot';
import { useFrame, useFrames, useProbe, useSelect } from '../../../store/context';
import { sameSizes } from '../../output/sameSizes';
import { prepareCanvas, useCanvasFont, usePixelRatio } from '../../output/useCanvas';
import { useDataset } from '../../useDataset';
import { networkOf, shownRange } from './network';
import { placeSlider } from './placeSlider';
import { limitsText, placeText, pointedText, sumText, tokenText } from './readouts';
import { readCurveColors } from './style';
import type { HandlesView } from './UnitHandles';
import { writeText } from '../../../figures/writeText';

const PROBE = 'curve';
const PLACES = probePlaces();
/** The target is drawn finer than the network: a wiggle is narrow. */
const TARGET_PLACES = Float64Array.from({ length: 881 }, (_, i) => (i - 440) / 400);
const MIDDLE = (PROBES - 1) / 2;

export interface CurveDrawingOptions {
  readonly problem: GeneratedProblem;
  readonly bishop: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly layers: CurveLayers;
  /** sender whose term is drawn strongly, or −1 */
  readonly emphasized: number;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly readout: RefObject<HTMLElement | null>;
  readonly slider: RefObject<HTMLElement | null>;
  readonly handles: RefObject<HandlesView | null>;
}

/** What changes between two renders: nothing of it goes through React. */
interface Live {
  zoom: number;
  scale: CurveScale | null;
  /** A handle is dragged: the scale stands still. */
  held: boolean;
  /** index of the place under the pointer */
  pointed: number | null;
  /** index of the place that the keyboard has, and whether it is on show */
  place: number;
  placed: boolean;
}

/** Draws the figure with every frame, and writes what can be read from it. */
export function useCurveDrawing(options: CurveDrawingOptions) {
  const { problem, bishop, size, layers, emphasized, canvas, readout, slider, handles } = options;
  const frames = useFrames();
  const experiment = useSelect((state) => state.experiment);
  const token = useSelect((state) => state.view.token);
  const showTest = useSelect((state) => state.view.showTest);
  const dataset = useDataset();
  const pixelRatio = usePixelRatio();
  const fontFamily = useCanvasFont();
  const colors = useThemed(readCurveColors);
  const style = useMemo(() => ({ ...colors, fontFamily }), [colors, fontFamily]);
  const sizes = useMemo(() => layerSizes(experiment), [experiment]);
  const target = useMemo(() => curveTarget(problem), [problem]);
  const targetLine = useMemo(() => ({ x: TARGET_PLACES, y: TARGET_PLACES.map(target) }), [target]);
  const domain = useMemo(() => {
    const within = targetLine.y.filter((_, i) => Math.abs(TARGET_PLACES[i] ?? 2) <= 1);
    return domainOf(dataset.targets, within);
  }, [dataset, targetLine]);
  const features = useMemo(() => {
    const inputs = featureInputs(experiment.features, PLACES, 1, experiment.precision ?? 'single');
    return experiment.features.map((_, f) => inputs.subarray(f * PROBES, (f + 1) * PROBES));
  }, [experiment.features, experiment.precision]);
  const hasHandles = layers.terms && hasSteps(experiment);
  const live = useRef<Live>({
    zoom: 1,
    scale: null,
    held: false,
    pointed: null,
    place: MIDDLE,
    placed: false,
  });
  useProbe(PROBE, PLACES);

  function paint(snapshot: Snapshot): void {
    const { current } = live;
    if (canvas.current === null || size.width === 0 || !sameSizes(snapshot.sizes, sizes)) return;
    if (snapshot.outputs.values.length < dataset.count) return;
    const network = networkOf(snapshot, PROBE, experiment, PLACES, features);
    if (!current.held)
      current.zoom = steadyZoom(current.zoom, domain, shownRange(network, experiment, layers));
    const scale = layoutCurve(size, domain, current.zoom, hasHandles);
    current.scale = scale;
    const context = prepareCanvas(canvas.current, size.width, size.height, pixelRatio);
    const limits: readonly [Limit, Limit] = layers.asymptotes
      ? [outputLimit(experiment, snapshot.parameters, -1), outputLimit(experiment, snapshot.parameters, 1)]
      : [null, null];
    const pointed = current.pointed ?? (current.placed ? current.place : -1);
    if (context !== null)
      drawCurve(context, {
        scale,
        style,
        ticksX: ticksX(bishop),
        ticksY: ticksY(scale),
        layers,
        target: targetLine,
        points: { ...dataset, outputs: snapshot.outputs.values },
        showTest,
        network,
        // A polynomial is its own limit.
        limits: experiment.network.hidden.length === 0 ? [null, null] : limits,
        emphasized,
        steps: steps(snapshot),
        pointed,
        token,
      });
    handles.current?.show(scale, snapshot);
    write(snapshot, network, pointed, limits);
    if (network !== null) tellPlace(scale, network);
  }

  function steps({ parameters }: Snapshot): readonly number[] {
    if (!hasHandles) return [];
    const units = experiment.network.hidden[0]?.units ?? 0;
    return Array.from({ length: units }, (_, unit) => positionOf(stepOf(experiment, parameters, unit)));
  }

  function write(
    snapshot: Snapshot,
    network: CurveNetwork | null,
    pointed: number,
    limits: readonly [Limit, Limit],
  ): void {
    if (readout.current === null) return;
    const shown = Math.min(token, dataset.count - 1);
    const lines =
      network === null || pointed < 0
        ? [tokenText(dataset, shown, snapshot.outputs.values[shown] ?? NaN, bishop)]
        : [pointedAt(network, pointed), layers.terms ? sumText(experiment, network, pointed) : ''];
    if (layers.asymptotes) lines.push(limitsText(limits));
    const text = lines.filter((line) => line !== '').join('\n');
    writeText(readout.current, text);
  }

  function pointedAt(network: CurveNetwork, place: number): string {
    const x = PLACES[place] ?? 0;
    return pointedText(placeText(x, bishop), network.output[place] ?? NaN, target(x));
  }

  function tellPlace(scale: CurveScale, network: CurveNetwork): void {
    const { place } = live.current;
    if (slider.current !== null)
      placeSlider(slider.current, scale, PLACES[place] ?? 0, bishop, pointedAt(network, place));
  }

  function repaint(): void {
    const snapshot = frames.current();
    if (snapshot !== null) paint(snapshot);
  }

  useFrame(paint, [
    canvas,
    size,
    sizes,
    experiment,
    dataset,
    domain,
    features,
    targetLine,
    style,
    pixelRatio,
    layers,
    emphasized,
    showTest,
    token,
    bishop,
  ]);

  return {
    dataset,
    scale: () => live.current.scale,
    /** The place under the pointer, as an index; null when it has left. */
    point(place: number | null): void {
      if (live.current.pointed === place) return;
      live.current.pointed = place;
      repaint();
    },
    /** Moves the keyboard's place; null hides it. */
    place(by: number | null): void {
      const { current } = live;
      current.placed = by !== null;
      current.place = Math.max(0, Math.min(PROBES - 1, current.place + (by ?? 0)));
      repaint();
    },
    hold(held: boolean): void {
      live.current.held = held;
    },
    /** A pointer's place on the figure in x and y. */
    locate(
      event: { readonly clientX: number; readonly clientY: number },
      box: HTMLElement | null,
    ): { x: number; y: number } | null {
      const { scale } = live.current;
      const bounds = box?.getBoundingClientRect();
      if (scale === null || bounds === undefined) return null;
      return { x: xAt(scale, event.clientX - bounds.left), y: yAt(scale, event.clientY - bounds.top) };
    },
  };
}
