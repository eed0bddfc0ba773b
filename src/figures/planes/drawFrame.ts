import { ticks } from 'd3';
import { formatShort } from '../numbers';
import { planeX, planeY, type Plane } from './plane';
import { setStroke } from './strokes';
import type { PlanesStyle } from './style';

const TICK = 5;

/** Lines through the origin; what the plane shows is drawn over them. */
export function drawAxes(context: CanvasRenderingContext2D, plane: Plane, style: PlanesStyle): void {
  setStroke(context, { color: style.rule, width: 1 });
  context.beginPath();
  const x = Math.round(planeX(plane, 0)) + 0.5;
  const y = Math.round(planeY(plane, 0)) + 0.5;
  context.moveTo(x, 0);
  context.lineTo(x, plane.height);
  context.moveTo(0, y);
  context.lineTo(plane.width, y);
  context.stroke();
}

/** Numbers along the lower and the left edge, and the frame, over all else. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  plane: Plane,
  style: PlanesStyle,
  fontFamily: string,
): void {
  const { width, height } = plane;
  setStroke(context, { color: style.frame, width: 1 });
  context.font = `11px ${fontFamily}`;
  context.lineJoin = 'round';
  context.beginPath();
  for (const tick of ticks(plane.left, plane.right, 3)) {
    const x = planeX(plane, tick);
    if (x < 12 || x > width - 12) continue;
    context.moveTo(x, height);
    context.lineTo(x, height - TICK);
  }
  for (const tick of ticks(plane.bottom, plane.top, 2)) {
    const y = planeY(plane, tick);
    if (y < 10 || y > height - 26) continue;
    context.moveTo(0, y);
    context.lineTo(TICK, y);
  }
  context.rect(0.5, 0.5, width - 1, height - 1);
  context.stroke();
  context.textBaseline = 'alphabetic';
  for (const tick of ticks(plane.left, plane.right, 3)) {
    const x = planeX(plane, tick);
    if (x >= 12 && x <= width - 12) write(context, formatShort(tick), x, height - 8, 'center', style);
  }
  for (const tick of ticks(plane.bottom, plane.top, 2)) {
    const y = planeY(plane, tick);
    if (y >= 10 && y <= height - 26) write(context, formatShort(tick), 9, y + 4, 'left', style);
  }
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  style: PlanesStyle,
): void {
  context.textAlign = align;
  setStroke(context, { color: style.paper, width: 3 });
  context.strokeText(text, x, y);
  context.fillStyle = style.inkFaint;
  context.fillText(text, x, y);
}
