import { useMemo, useRef, type RefObject } from 'react';
import { layerSizes } from '../../experiment/shape';
import {
  countOfState,
  FLAT_SHARE,
  namedUnits,
  SATURATED_SHARE,
  type Census,
  type UnitState,
} from '../../figures/activations/census';
import { GALLERY_LEFT, GALLERY_RIGHT, type GalleryStyle } from '../../figures/activations/drawGallery';
import { drawStrip, STRIP_HEIGHT } from '../../figures/activations/strip';
import { formatFixed } from '../../figures/numbers';
import type { PointValues } from '../../figures/unit/excitation';
import { prepareCanvas, usePixelRatio } from '../../panels/output/useCanvas';
import { sameSizes } from '../../panels/output/sameSizes';
import { useDataset } from '../../panels/useDataset';
import type { Snapshot } from '../../protocol/snapshot';
import { probeOf, useFrame, useFrames, useProbe, useSelect } from '../../store/context';
import { useThrottle } from '../../store/throttle';
import { featuresAt } from '../unit/unitModel';
import { useGalleryStyle } from './ActivationCell';
import { createSweep, type LayerExcitations, type Sweep } from './sweep';
import { writeText } from '../../figures/writeText';

/** ms of a frame that counting may take */
const TIME = 4;

/** Draws the strips of the layers' present excitations, and writes which units are saturated or dead. */
export function useExcitationStrips(
  grid: RefObject<HTMLElement | null>,
  text: RefObject<HTMLElement | null>,
): void {
  const { dataset, sweep, valuesOf } = useSweep();
  const frames = useFrames();
  const style = useGalleryStyle();
  const pixelRatio = usePixelRatio();
  const isDue = useThrottle([sweep]);
  /** the frame with which the present sweep began, and whether it has been through */
  const began = useRef<{ frame: Snapshot; sweep: Sweep; done: boolean } | null>(null);

  /** Goes on with the sweep; returns whether all is counted, with numbers of this frame alone. */
  function advance(snapshot: Snapshot, values: PointValues): boolean {
    const now = began.current;
    if (now?.frame === snapshot && now.sweep === sweep && now.done) return true;
    const state =
      now === null || now.sweep !== sweep || now.done ? { frame: snapshot, sweep, done: false } : now;
    const start = performance.now();
    state.done = sweep.advance(values, snapshot.parameters, () => performance.now() - start > TIME);
    began.current = state;
    return state.done && state.frame === snapshot;
  }

  useFrame(
    (snapshot) => {
      const values = valuesOf(snapshot);
      if (values === null) return;
      if (!advance(snapshot, values)) frames.redraw();
      drawStrips(grid.current, sweep.layers, style, pixelRatio);
      if (!isDue(snapshot)) return;
      writeCensus(text.current, sweep.layers, dataset.train.length);
      nameStrips(grid.current, sweep.layers);
    },
    [dataset, sweep, valuesOf, style, pixelRatio],
  );
}

/** A sweep for the present network, and what a frame brings for it. */
function useSweep() {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const { features, problem, network } = experiment;
  const inputs = useMemo(() => featuresAt(features, problem, dataset.inputs), [features, problem, dataset]);
  const sizes = useMemo(() => layerSizes(experiment), [experiment]);
  useProbe('activations-tokens', dataset.inputs);
  return useMemo(() => {
    const activations = [...network.hidden.map((layer) => layer.activation), network.output];
    const valuesOf = (snapshot: Snapshot): PointValues | null => {
      const probe = probeOf(snapshot, 'activations-tokens');
      // Frames on their way may still be of the network or the points before.
      if (inputs === null || probe?.count !== dataset.count || !sameSizes(snapshot.sizes, sizes)) return null;
      return { count: probe.count, features: inputs, activations: probe.values };
    };
    return { dataset, valuesOf, sweep: createSweep({ sizes, activations, train: dataset.train }) };
  }, [network, sizes, dataset, inputs]);
}

function stripsOf(grid: HTMLElement | null): NodeListOf<HTMLCanvasElement> | readonly HTMLCanvasElement[] {
  return grid?.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]') ?? [];
}

function drawStrips(
  grid: HTMLElement | null,
  layers: readonly LayerExcitations[],
  style: GalleryStyle,
  pixelRatio: number,
): void {
  for (const canvas of stripsOf(grid)) {
    const l = Number(canvas.dataset['layer']);
    const layer = layers[l];
    const width = canvas.clientWidth;
    const context = layer === undefined ? null : prepareCanvas(canvas, width, STRIP_HEIGHT, pixelRatio);
    if (context === null || layer === undefined) continue;
    drawStrip(context, layer.counts, GALLERY_LEFT, width - GALLERY_RIGHT, 1, style.inkSecondary);
    context.font = `500 11px ${style.fontFamily}`;
    context.fillStyle = style.ink;
    context.textBaseline = 'alphabetic';
    context.fillText(`e⁽${superscript(l + 1)}⁾`, 0, STRIP_HEIGHT - 3);
  }
}

function superscript(number: number): string {
  return Array.from(String(number), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
}

/** What the strips show, for readers of the screen. */
function nameStrips(grid: HTMLElement | null, layers: readonly LayerExcitations[]): void {
  for (const canvas of stripsOf(grid)) {
    const l = Number(canvas.dataset['layer']);
    const layer = layers[l];
    if (layer === undefined || layer.least > layer.most) continue;
    const whose = l === layers.length - 1 ? 'the output' : `hidden layer ${l + 1}`;
    const name = `Excitations of ${whose}, from ${formatFixed(layer.least, 2)} to ${formatFixed(layer.most, 2)}`;
    if (canvas.getAttribute('aria-label') !== name) canvas.setAttribute('aria-label', name);
  }
}

function writeCensus(box: HTMLElement | null, layers: readonly LayerExcitations[], train: number): void {
  if (box === null) return;
  const census = layers.slice(0, -1).map((layer) => layer.states);
  const units = census.reduce((sum, states) => sum + states.length, 0);
  const of = `of ${units} hidden ${units === 1 ? 'unit' : 'units'}`;
  const flat = `|σ′| < ${100 * FLAT_SHARE}% of its largest for ≥ ${100 * SATURATED_SHARE}% of ${train} train tokens`;
  const texts = [
    `Saturated: ${sentence(census, 'saturated', of)} (${flat})`,
    `Dead: ${sentence(census, 'dead', of)} (σ = σ′ = 0 for every train token)`,
  ];
  texts.forEach((text, i) => {
    writeText(box.children[i], units === 0 ? '' : text);
  });
}

/** "none of 14 hidden units", or "2 of 14 hidden units, hidden 1: units 3 and 7" */
function sentence(census: Census, state: UnitState, of: string): string {
  const count = countOfState(census, state);
  return count === 0 ? `none ${of}` : `${count} ${of}, ${namedUnits(census, state)}`;
}
