import { shareX, shareY } from '../decisionMap/layout';
import type { UnitStyle } from './drawCurve';

/** What stands on the maps beside their colours and lines. */

/** A first-layer unit on x1 and x2: e = w1 x1 + w2 x2 + b. */
export interface ThresholdLine {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

/** Where the normal stands: the point of e = 0 nearest to the middle, or the middle when that lies outside. */
export function normalFoot({ w1, w2, b }: ThresholdLine, extent: number): { x1: number; x2: number } {
  const square = w1 * w1 + w2 * w2;
  const x1 = square > 0 ? (-b * w1) / square : 0;
  const x2 = square > 0 ? (-b * w2) / square : 0;
  const inside = Math.abs(x1) <= 0.85 * extent && Math.abs(x2) <= 0.85 * extent;
  return inside ? { x1, x2 } : { x1: 0, x2: 0 };
}

/** Whether the line e = 0 passes through the square −extent … extent. */
export function crossesSquare({ w1, w2, b }: ThresholdLine, extent: number): boolean {
  return Math.abs(b) < (Math.abs(w1) + Math.abs(w2)) * extent;
}

/** px */
const NORMAL = 34;
const HEAD = 6;
/** from the edges to the middle of the name */
const MARGIN = 12;

/** w as an arrow at right angles to the zero line, on the side where e is positive. */
export function drawNormal(
  context: CanvasRenderingContext2D,
  line: ThresholdLine,
  name: string,
  side: number,
  extent: number,
  style: UnitStyle,
): void {
  const length = Math.hypot(line.w1, line.w2);
  if (!(length > 0)) return;
  const foot = normalFoot(line, extent);
  const x = shareX(foot.x1, extent) * side;
  const y = shareY(foot.x2, extent) * side;
  const [dx, dy] = [line.w1 / length, -line.w2 / length];
  const [tipX, tipY] = [x + NORMAL * dx, y + NORMAL * dy];
  context.strokeStyle = style.ink;
  context.fillStyle = style.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(tipX - HEAD * dx, tipY - HEAD * dy);
  context.stroke();
  context.beginPath();
  context.moveTo(tipX, tipY);
  context.lineTo(tipX - HEAD * dx - 0.5 * HEAD * dy, tipY - HEAD * dy + 0.5 * HEAD * dx);
  context.lineTo(tipX - HEAD * dx + 0.5 * HEAD * dy, tipY - HEAD * dy - 0.5 * HEAD * dx);
  context.fill();
  context.font = `italic 600 12px ${style.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = style.paper;
  const inside = (at: number) => Math.max(MARGIN, Math.min(side - MARGIN, at));
  const [nameX, nameY] = [inside(tipX + 11 * dx), inside(tipY + 11 * dy)];
  context.strokeText(name, nameX, nameY);
  context.fillText(name, nameX, nameY);
}
