import type { Dataset } from '../../data/dataset';
import { paintUnit } from '../../engine/paint';
import type { Reals } from '../../engine/reals';
import type { ActivationCurve } from '../../figures/activations/census';
import { createMapPainter } from '../../figures/decisionMap/drawMap';
import { createCrowding } from '../../figures/decisionMap/labels';
import { pointPlace, shareX, shareY } from '../../figures/decisionMap/layout';
import { fieldKind, scaleEnds, type FieldKind } from '../../figures/decisionMap/levels';
import type { MapStyle } from '../../figures/decisionMap/style';
import { curveReach, layoutCurve } from '../../figures/unit/curvePlot';
import { drawCurve, drawRing, type UnitStyle } from '../../figures/unit/drawCurve';
import { drawLine, lineX, lineY } from '../../figures/unit/drawLine';
import { drawNormal } from '../../figures/unit/drawPlane';
import { largestMagnitude, type PointValues } from '../../figures/unit/excitation';
import { drawPixels } from '../../figures/unit/pixels';
import { subscript } from '../../figures/unit/sentences';
import { prepareCanvas } from '../../panels/output/useCanvas';
import type { Palette } from '../../protocol/messages';
import { writeScale } from './MapScale';
import { thresholdLine } from './thresholdLine';
import { MAP_SIZE, type UnitModel } from './unitModel';
import type { UnitSeries } from './unitSeries';

/** All that one drawing of the lens needs. */
export interface UnitFrame {
  readonly model: UnitModel;
  readonly dataset: Dataset;
  /** [point][coordinate] of the maps or lines; null for tables */
  readonly points: Float64Array | null;
  readonly values: PointValues | null;
  readonly parameters: Reals;
  readonly figures: UnitSeries | null;
  readonly tokens: UnitSeries;
  /** token to be ringed */
  readonly marked: number;
  readonly settled: boolean;
  readonly style: UnitStyle & { readonly map: MapStyle };
  readonly palette: Palette;
  readonly side: number;
  readonly curveSide: { readonly width: number; readonly height: number };
  readonly pixelRatio: number;
}

type Plot = 'excitation' | 'activation' | 'sent';

/** Softmax has no curve of one excitation: its tokens stand between 0 and 1. */
export const NO_CURVE: ActivationCurve = { value: (e) => (e > 0 ? 1 : 0), derivative: () => 0 };

interface Scale {
  readonly kind: FieldKind;
  readonly center: number;
  readonly magnitude: number;
}

export interface Painter {
  /** `box` holds a canvas [data-plot] for each figure. */
  draw(frame: UnitFrame, box: HTMLElement): void;
}

/** Draws the lens' figures frame after frame, into buffers of its own. */
export function createPainter(): Painter {
  const maps = { excitation: createMap(), activation: createMap(), sent: createMap() };

  function plot(name: Plot, frame: UnitFrame, box: HTMLElement): void {
    const canvas = canvasOf(box, name);
    if (canvas === null || frame.figures === null || frame.values === null) return;
    const context = prepareCanvas(canvas, frame.side, frame.side, frame.pixelRatio);
    if (context === null) return;
    const { figures, tokens } = frame;
    const scale = scaleOf(name, frame, figures, frame.values);
    if (frame.model.kind === 'line') {
      plotLine(
        context,
        frame,
        valuesOf(name, figures),
        valuesOf(name, tokens),
        scale.magnitude + Math.abs(scale.center),
      );
      return;
    }
    maps[name]?.(context, frame, valuesOf(name, figures), scale);
    if (name === 'excitation') plotNormal(context, frame);
    ringOnPlane(context, frame);
    writeScale(box, name, ...scaleEnds(scale.kind, scale.magnitude));
  }

  return {
    draw(frame, box) {
      if (frame.model.kind === 'table') plotPixels(canvasOf(box, 'excitation'), frame);
      else plot('excitation', frame, box);
      plot('activation', frame, box);
      plot('sent', frame, box);
      plotCurve(canvasOf(box, 'curve'), frame);
    },
  };
}

function canvasOf(box: HTMLElement, name: Plot | 'curve'): HTMLCanvasElement | null {
  return box.querySelector<HTMLCanvasElement>(`canvas[data-plot="${name}"]`);
}

/** A map's colours and isolines; null where canvases cannot be drawn on. */
function createMap() {
  const picture = document.createElement('canvas').getContext('2d');
  if (picture === null) return null;
  const painter = createMapPainter(picture, createCrowding().counts);
  const rgba = new Uint8ClampedArray(4 * MAP_SIZE * MAP_SIZE);
  const target = { rgba, start: 0, rowBytes: 4 * MAP_SIZE, size: MAP_SIZE };
  return (context: CanvasRenderingContext2D, frame: UnitFrame, values: Float32Array, scale: Scale): void => {
    const { kind, center, magnitude } = scale;
    paintUnit(target, values, 0, { center, scale: magnitude, discrete: false }, frame.palette.ramp);
    painter.draw(context, {
      field: { size: MAP_SIZE, values, channels: 1, rgba, scale: magnitude, unit: null },
      ...{ kind, regions: false, discrete: false, settled: frame.settled, side: frame.side },
      ...{ style: frame.style.map, fontFamily: frame.style.fontFamily },
    });
  };
}

function valuesOf(name: Plot, series: UnitSeries): Float32Array {
  return name === 'excitation' ? series.e : name === 'activation' ? series.h : series.sent;
}

/** Excitations and sums by themselves, activations as their layer, contributions beside all others to the same unit. */
function scaleOf(
  name: Plot,
  { model, parameters }: UnitFrame,
  figures: UnitSeries,
  values: PointValues,
): Scale {
  const own = (of: Float32Array): Scale => ({
    kind: 'scaled',
    center: 0,
    magnitude: largestMagnitude(of, 0, of.length),
  });
  const { count, activations } = values;
  const { wiring, ref, sizes, receiving, activation, residual } = model;
  const units = sizes[ref.layer + 1] ?? 0;
  const first = wiring.index - ref.unit;
  const largestOf = (j: number) =>
    largestMagnitude(activations, (first + j) * count, (first + j + 1) * count);
  if (name === 'activation') {
    const kind = residual[ref.layer] === true ? 'scaled' : fieldKind(activation);
    if (kind === 'probability') return { kind, center: 0.5, magnitude: 0.5 };
    if (kind === 'signed') return { kind, center: 0, magnitude: 1 };
    return {
      kind,
      center: 0,
      magnitude: largestMagnitude(activations, first * count, (first + units) * count),
    };
  }
  if (name === 'excitation' || model.running || receiving === null) return own(valuesOf(name, figures));
  let magnitude = 0;
  for (let j = 0; j < units; j++) {
    const weight = Math.abs(parameters[receiving.weights + j] ?? 0);
    if (weight > 0) magnitude = Math.max(magnitude, weight * largestOf(j));
  }
  return { kind: 'scaled', center: 0, magnitude: magnitude || 1 };
}

function plotNormal(context: CanvasRenderingContext2D, { model, parameters, side, style }: UnitFrame): void {
  const line = thresholdLine(model, parameters);
  if (line !== null)
    drawNormal(context, line, `w${subscript(model.ref.unit + 1)}`, side, model.extent, style);
}

function ringOnPlane(
  context: CanvasRenderingContext2D,
  { dataset, marked, model, side, style }: UnitFrame,
): void {
  if (marked < 0) return;
  const { x1, x2 } = pointPlace(dataset, marked);
  drawRing(context, shareX(x1, model.extent) * side, shareY(x2, model.extent) * side, style);
}

function plotLine(
  context: CanvasRenderingContext2D,
  { points, model, side, style, dataset, marked }: UnitFrame,
  values: Float32Array,
  tokens: Float32Array,
  scale: number,
): void {
  if (points === null) return;
  const figure = { x: points, values, scale, extent: model.extent, side };
  drawLine(context, figure, style);
  const x = dataset.inputs[marked];
  if (x !== undefined) drawRing(context, lineX(x, figure), lineY(tokens[marked] ?? 0, figure), style);
}

function plotCurve(canvas: HTMLCanvasElement | null, frame: UnitFrame): void {
  const { model, tokens, dataset, marked, style, curveSide, pixelRatio } = frame;
  const context =
    canvas === null ? null : prepareCanvas(canvas, curveSide.width, curveSide.height, pixelRatio);
  if (context === null) return;
  const reach = curveReach(largestMagnitude(tokens.e, 0, tokens.e.length));
  const plan = layoutCurve(model.curve ?? NO_CURVE, reach, curveSide.width, curveSide.height);
  const { train, test, labels } = dataset;
  const values = model.curve === null ? tokens.h : null;
  drawCurve(
    context,
    plan,
    model.curve,
    { excitations: tokens.e, values, train, test, labels, marked },
    style,
  );
}

function plotPixels(
  canvas: HTMLCanvasElement | null,
  { model, parameters, side, palette, pixelRatio }: UnitFrame,
): void {
  const context = canvas === null ? null : prepareCanvas(canvas, side, side, pixelRatio);
  if (context === null) return;
  const weights = parameters.subarray(model.wiring.weights, model.wiring.weights + model.wiring.inputs);
  const scale = largestMagnitude(weights, 0, weights.length);
  drawPixels(context, model.experiment.features, weights, scale, side, palette);
}
