import { formatShort } from '../numbers';
import type { UnitStyle } from './drawCurve';

/** One input: e, h and the contribution as functions of x, in place of maps. */
export interface LineFigure {
  /** x of each point, −extent … extent */
  readonly x: Float64Array;
  /** [point] */
  readonly values: Float32Array;
  /** the axis runs from −scale to scale */
  readonly scale: number;
  readonly extent: number;
  /** px */
  readonly side: number;
}

const PAD = 8;

export function lineX(x: number, { extent, side }: Pick<LineFigure, 'extent' | 'side'>): number {
  return PAD + ((x + extent) / (2 * extent)) * (side - 2 * PAD);
}

export function lineY(value: number, { scale, side }: Pick<LineFigure, 'scale' | 'side'>): number {
  return side / 2 - (value / scale) * (side / 2 - PAD);
}

export function drawLine(context: CanvasRenderingContext2D, figure: LineFigure, style: UnitStyle): void {
  const { x, values, side, scale, extent } = figure;
  context.strokeStyle = style.rule;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, Math.round(side / 2) + 0.5);
  context.lineTo(side, Math.round(side / 2) + 0.5);
  context.moveTo(Math.round(side / 2) + 0.5, 0);
  context.lineTo(Math.round(side / 2) + 0.5, side);
  context.stroke();
  context.beginPath();
  for (let p = 0; p < x.length; p++) {
    const [px, py] = [lineX(x[p] ?? 0, figure), lineY(values[p] ?? 0, figure)];
    if (p === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.strokeStyle = style.ink;
  context.lineWidth = 1.75;
  context.lineJoin = 'round';
  context.stroke();
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText(formatShort(Number(scale.toPrecision(2))), 4, 13);
  context.fillText(formatShort(Number((-scale).toPrecision(2))), 4, side - 5);
  context.textAlign = 'right';
  context.fillText(`x = ${formatShort(extent)}`, side - 4, side / 2 - 5);
}
