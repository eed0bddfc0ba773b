import { shareX, shareY } from '../decisionMap/layout';
import type { Cell } from './cells';
import type { ThresholdLine } from './lines';
import type { Region } from './trace';

export interface RegionsFrame {
  /** regions within the square */
  readonly regions: readonly Region[];
  /** the one under the pointer or the cross-hair */
  readonly chosen: Region | null;
  /** the first layer's thresholds */
  readonly lines: readonly ThresholdLine[];
  /** where the cross-hair is, x1 and x2; null where it is not shown */
  readonly cross: readonly [number, number] | null;
  /** px */
  readonly side: number;
  /** half the side of the square, in the plane's units */
  readonly extent: number;
  readonly ink: string;
  readonly paper: string;
}

/** px that a line's mark reaches into the side where its unit is on */
const MARK = 8;
/** Marks of more lines than this would be read as noise. */
const MOST_MARKED = 16;

/** Strokes the regions' borders, the first layer's lines stronger, over a transparent canvas. */
export function drawRegions(context: CanvasRenderingContext2D, frame: RegionsFrame): void {
  const { regions, chosen, ink, paper } = frame;
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.strokeStyle = ink;
  context.beginPath();
  for (const { cell } of regions) addCell(context, cell, frame);
  context.globalAlpha = 0.55;
  context.lineWidth = 0.75;
  context.stroke();
  context.globalAlpha = 1;
  drawLines(context, frame);
  if (chosen !== null) drawChosen(context, chosen.cell, frame);
  if (frame.cross === null) return;
  addCross(context, frame.cross, frame);
  for (const [color, width] of [
    [paper, 4],
    [ink, 1.5],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}

function drawLines(context: CanvasRenderingContext2D, frame: RegionsFrame): void {
  const { lines, side, extent } = frame;
  const marked = lines.length <= MOST_MARKED;
  context.beginPath();
  for (const { from, to, normal } of lines) {
    const [ax, ay] = [shareX(from[0], extent) * side, shareY(from[1], extent) * side];
    const [bx, by] = [shareX(to[0], extent) * side, shareY(to[1], extent) * side];
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
    if (!marked) continue;
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    context.moveTo(x, y);
    context.lineTo(x + MARK * normal[0], y - MARK * normal[1]);
  }
  context.lineWidth = 1.25;
  context.stroke();
}

function drawChosen(context: CanvasRenderingContext2D, cell: Cell, frame: RegionsFrame): void {
  context.beginPath();
  addCell(context, cell, frame);
  context.fillStyle = frame.ink;
  context.globalAlpha = 0.12;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = frame.paper;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = frame.ink;
  context.lineWidth = 2;
  context.stroke();
}

/** Regions of the square have corners of the plane only, w = 1. */
function addCell(context: CanvasRenderingContext2D, cell: Cell, { side, extent }: RegionsFrame): void {
  for (let i = 0; i < cell.length; i += 3) {
    const x = shareX(cell[i] ?? 0, extent) * side;
    const y = shareY(cell[i + 1] ?? 0, extent) * side;
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}

/** Four strokes around a gap. */
function addCross(
  context: CanvasRenderingContext2D,
  [x1, x2]: readonly [number, number],
  { side, extent }: RegionsFrame,
): void {
  const x = shareX(x1, extent) * side;
  const y = shareY(x2, extent) * side;
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    context.moveTo(x + 3 * dx, y + 3 * dy);
    context.lineTo(x + 12 * dx, y + 12 * dy);
  }
}
