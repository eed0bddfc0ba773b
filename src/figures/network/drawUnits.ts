import type { UnitMaps } from '../../protocol/snapshot';
import { GAUGE_ROOM, type ColumnLayout, type NetworkLayout } from './layout';
import type { LinkLayer } from './linkGeometry';
import type { NetworkColors } from './networkColors';

/** Brings the frame's pictures onto one canvas, from which each is drawn at its place. */
export function paintAtlas(atlas: HTMLCanvasElement, maps: UnitMaps): void {
  const width = maps.size * maps.columns;
  const height = maps.size * maps.rows;
  if (atlas.width !== width) atlas.width = width;
  if (atlas.height !== height) atlas.height = height;
  atlas.getContext('2d')?.putImageData(new ImageData(maps.rgba, width, height), 0, 0);
}

/** Every input's and every unit's picture. */
export function drawTiles(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  atlas: HTMLCanvasElement,
  maps: Pick<UnitMaps, 'size' | 'columns'>,
): void {
  // Half a cell inside the picture's edge, where smoothing does not reach into the neighbouring picture.
  const inset = 0.5;
  const side = maps.size - 2 * inset;
  context.imageSmoothingEnabled = true;
  let picture = 0;
  for (const { units, tile } of layout.columns) {
    for (const { x, y } of units) {
      const sourceX = (picture % maps.columns) * maps.size + inset;
      const sourceY = Math.floor(picture / maps.columns) * maps.size + inset;
      context.drawImage(atlas, sourceX, sourceY, side, side, x - tile / 2, y - tile / 2, tile, tile);
      picture++;
    }
  }
}

/** Shares of a picture's side, from the left and from the top. */
export interface MarkPlace {
  readonly x: number;
  readonly y: number;
}

/** What rings are drawn with. */
export type MarkPen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'arc' | 'fill' | 'stroke' | 'fillStyle' | 'strokeStyle' | 'lineWidth'
>;

/** A small ring at the same place of every picture. */
export function drawMarks(
  pen: MarkPen,
  layout: NetworkLayout,
  place: MarkPlace,
  { ink, paper }: Pick<NetworkColors, 'ink' | 'paper'>,
): void {
  pen.fillStyle = paper;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.25;
  for (const { units, tile } of layout.columns) {
    const radius = Math.max(1.75, Math.min(3, tile / 15));
    for (const { x, y } of units) {
      pen.beginPath();
      pen.arc(x + (place.x - 0.5) * tile, y + (place.y - 0.5) * tile, radius, 0, 7);
      pen.fill();
      pen.stroke();
    }
  }
}

/** Steepness of the gauge: a bias of 1 fills 72 % of its half. */
const GAUGE_SCALE = 0.9;

/** Filled share of a gauge's half for a bias, −1 … 1. */
export function gaugeShare(bias: number): number {
  return Math.tanh(GAUGE_SCALE * bias);
}

/** The bias at which a gauge is filled so far; its ends stand for about ±2.9. */
export function biasAtShare(share: number): number {
  return Math.atanh(Math.max(-0.99, Math.min(0.99, share))) / GAUGE_SCALE;
}

/** The bias of every unit at its left edge: up is positive, the tick is 0. */
export function drawGauges(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  layers: readonly LinkLayer[],
  parameters: ArrayLike<number>,
  colors: NetworkColors,
): void {
  layers.forEach((layer, l) => {
    const column = layout.columns[l + 1];
    if (!column) return;
    column.units.forEach((unit, i) => {
      drawGauge(context, column, unit, parameters[layer.bias + i] ?? 0, colors);
    });
  });
}

function drawGauge(
  context: CanvasRenderingContext2D,
  column: ColumnLayout,
  unit: { readonly x: number; readonly y: number },
  bias: number,
  colors: NetworkColors,
): void {
  const compact = column.across > 1;
  const width = compact ? 2 : 3;
  const half = column.tile / 2;
  const x = unit.x - half - (compact ? 3 : GAUGE_ROOM - 2.5);
  const length = half * gaugeShare(bias);
  context.fillStyle = colors.rule;
  context.fillRect(x - width / 2, unit.y - half, width, 2 * half);
  context.fillStyle = bias >= 0 ? colors.positive : colors.negative;
  context.fillRect(x - width / 2, unit.y - Math.max(0, length), width, Math.abs(length));
  context.fillStyle = colors.inkSecond;
  context.fillRect(x - width / 2 - 1, unit.y - 0.5, width + 2, 1);
}

/** Hairlines along which a residual layer's input is added to its output. */
export function drawResiduals(
  context: CanvasRenderingContext2D,
  layout: NetworkLayout,
  residual: readonly boolean[],
  colors: NetworkColors,
): void {
  context.strokeStyle = colors.inkThird;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  residual.forEach((added, l) => {
    const from = layout.columns[l];
    const to = layout.columns[l + 1];
    if (!added || !from || !to) return;
    to.units.forEach((unit, i) => {
      context.moveTo(from.right, from.units[i]?.port ?? unit.port);
      context.lineTo(to.left, unit.port);
    });
  });
  context.stroke();
  context.setLineDash([]);
}
