import type { OutputField } from '../../protocol/snapshot';
import { createContourTracer, type Contours, type ContourTracer } from './contours';
import { createLabelPlacer } from './labels';
import { fieldLevels, PROBABILITY_STEP, type FieldKind, type Level } from './levels';
import { slopeAt } from './slope';
import { classMargins } from './regions';
import type { MapStyle } from './style';

export interface MapFrame {
  readonly field: OutputField;
  readonly kind: FieldKind;
  /** Whether the channels are classes, of which the largest counts. */
  readonly regions: boolean;
  readonly discrete: boolean;
  /** Whether isolines are drawn; they are where nothing is said. */
  readonly lines?: boolean;
  /** Whether nothing moves: no next frame will put right what this one leaves out. */
  readonly settled: boolean;
  /** px */
  readonly side: number;
  readonly style: MapStyle;
  /** CSS font family of the labels */
  readonly fontFamily: string;
}

export interface MapPainter {
  draw(context: CanvasRenderingContext2D, frame: MapFrame): void;
}

/** Paints the worker's picture of a field and its isolines, frame after frame, without allocating. */
export function createMapPainter(picture: CanvasRenderingContext2D, crowding: Uint8Array): MapPainter {
  const placer = createLabelPlacer(crowding);
  let image = picture.createImageData(1, 1);
  let tracer: ContourTracer = createContourTracer(2);
  let margins = new Float32Array(0);
  let size = 0;
  let shown = '';
  let levels: readonly Level[] = [];
  let values: Float32Array = new Float32Array(0);
  let pixels = 0;

  /** px between neighboring isolines of probabilities at a place */
  function spacing(shareX: number, shareY: number): number {
    return (PROBABILITY_STEP * pixels) / slopeAt(values, size, shareX, shareY);
  }

  function resize({ field }: MapFrame): void {
    if (field.size === size) return;
    size = field.size;
    picture.canvas.width = size;
    picture.canvas.height = size;
    image = picture.createImageData(size, size);
    tracer = createContourTracer(size);
  }

  function drawPicture(context: CanvasRenderingContext2D, { field, side }: MapFrame): void {
    image.data.set(field.rgba);
    picture.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture.canvas, 0, 0, side, side);
  }

  function drawRegions(context: CanvasRenderingContext2D, { field, side, style }: MapFrame): void {
    const samples = size * size;
    if (margins.length < field.channels * samples) margins = new Float32Array(field.channels * samples);
    classMargins(field.values, field.channels, samples, margins);
    context.beginPath();
    // Every boundary between two classes belongs to one of the first classes − 1.
    for (let k = 0; k < field.channels - 1; k++)
      addLines(context, tracer.trace(margins, k * samples, 0), side);
    strokeMain(context, style);
  }

  function drawLevels(context: CanvasRenderingContext2D, frame: MapFrame): void {
    const { field, kind, side, style, discrete } = frame;
    const key = `${kind} ${field.scale}`;
    if (key !== shown) levels = fieldLevels(kind, field.scale);
    shown = key;
    const count = frame.lines === false ? 0 : discrete ? Math.min(1, levels.length) : levels.length;
    values = field.values;
    pixels = side;
    placer.begin(side, frame.settled, kind === 'probability' ? spacing : undefined);
    context.font = `500 11px ${frame.fontFamily}`;
    let labelled = 0;
    for (let l = 0; l < count; l++) {
      const level = levels[l];
      if (level === undefined) continue;
      const contours = tracer.trace(field.values, 0, level.value);
      context.beginPath();
      addLines(context, contours, side);
      if (l > 0) strokeFaint(context, style);
      else if (field.unit !== null) strokeDashed(context, style);
      else strokeMain(context, style);
      if (placer.place(l, contours, 7 * level.text.length, level.room)) labelled |= 1 << l;
    }
    drawLabels(context, labelled, style);
  }

  function drawLabels(context: CanvasRenderingContext2D, labelled: number, style: MapStyle): void {
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = style.paper;
    for (let l = 0; l < levels.length; l++) {
      if ((labelled & (1 << l)) === 0) continue;
      const { text } = levels[l] ?? { text: '' };
      const x = placer.x[l] ?? 0;
      const y = placer.y[l] ?? 0;
      context.globalAlpha = 0.85;
      context.strokeText(text, x, y);
      context.globalAlpha = 1;
      context.fillStyle = l === 0 ? style.ink : style.inkSecondary;
      context.fillText(text, x, y);
    }
  }

  return {
    draw(context, frame) {
      resize(frame);
      drawPicture(context, frame);
      if (frame.regions) drawRegions(context, frame);
      else drawLevels(context, frame);
    },
  };
}

function addLines(
  context: CanvasRenderingContext2D,
  { count, starts, points }: Contours,
  side: number,
): void {
  for (let line = 0; line < count; line++) {
    const end = starts[line + 1] ?? 0;
    for (let p = starts[line] ?? 0; p < end; p++) {
      const x = (points[2 * p] ?? 0) * side;
      const y = (points[2 * p + 1] ?? 0) * side;
      if (p === starts[line]) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
}

function strokeMain(context: CanvasRenderingContext2D, style: MapStyle): void {
  context.lineJoin = 'round';
  context.lineWidth = 1.6;
  context.strokeStyle = style.ink;
  context.stroke();
}

function strokeFaint(context: CanvasRenderingContext2D, style: MapStyle): void {
  context.lineWidth = 0.75;
  context.strokeStyle = style.ink;
  context.globalAlpha = 0.2;
  context.stroke();
  context.globalAlpha = 1;
}

const DASHED = [6, 4];
const SOLID: number[] = [];

/** A unit's zero line: dashed over a band of paper. */
function strokeDashed(context: CanvasRenderingContext2D, style: MapStyle): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = style.paper;
  context.globalAlpha = 0.7;
  context.stroke();
  context.globalAlpha = 1;
  context.lineWidth = 1.75;
  context.strokeStyle = style.ink;
  context.setLineDash(DASHED);
  context.stroke();
  context.setLineDash(SOLID);
}
