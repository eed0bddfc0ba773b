import { ticks } from 'd3';
import { formatShort } from '../numbers';
import { planeX, planeY, type Plane } from './plane';
import { setStroke } from './strokes';
import type { PlanesStyle } from './style';

const TICK = 5;
/** px of paper around a number, where lines give way to it */
const PATCH = { beside: 3, above: 10, height: 12 } as const;

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

/** Ticks along the lower and the left edge, and the frame, over all else. */
export function drawFrame(context: CanvasRenderingContext2D, plane: Plane, style: PlanesStyle): void {
  const { width, height } = plane;
  setStroke(context, { color: style.frame, width: 1 });
  context.beginPath();
  for (const tick of lowerTicks(plane)) {
    const x = planeX(plane, tick);
    context.moveTo(x, height);
    context.lineTo(x, height - TICK);
  }
  for (const tick of leftTicks(plane)) {
    const y = planeY(plane, tick);
    context.moveTo(0, y);
    context.lineTo(TICK, y);
  }
  context.rect(0.5, 0.5, width - 1, height - 1);
  context.stroke();
}

/**
 * The numbers at the ticks. On a patch they end the lines that have been drawn so far; in a halo they stay legible upon
 * what may not end there.
 */
export function drawNumbers(
  context: CanvasRenderingContext2D,
  plane: Plane,
  style: PlanesStyle,
  fontFamily: string,
  ground: 'patch' | 'halo',
): void {
  context.font = `11px ${fontFamily}`;
  context.lineJoin = 'round';
  context.textBaseline = 'alphabetic';
  const write = (text: string, x: number, y: number) => {
    const width = context.measureText(text).width;
    const left = Math.max(TICK + 4, x - width / 2);
    context.textAlign = 'left';
    if (ground === 'patch') {
      context.fillStyle = style.paper;
      context.fillRect(left - PATCH.beside, y - PATCH.above, width + 2 * PATCH.beside, PATCH.height);
    } else {
      setStroke(context, { color: style.paper, width: 4 });
      context.strokeText(text, left, y);
    }
    context.fillStyle = style.inkFaint;
    context.fillText(text, left, y);
  };
  for (const tick of lowerTicks(plane)) write(formatShort(tick), planeX(plane, tick), plane.height - 8);
  for (const tick of leftTicks(plane)) write(formatShort(tick), 0, planeY(plane, tick) + 4);
}

function lowerTicks(plane: Plane): number[] {
  return ticks(plane.left, plane.right, 3).filter((tick) => {
    const x = planeX(plane, tick);
    return x >= 12 && x <= plane.width - 12;
  });
}

function leftTicks(plane: Plane): number[] {
  return ticks(plane.bottom, plane.top, 2).filter((tick) => {
    const y = planeY(plane, tick);
    return y >= 10 && y <= plane.height - 26;
  });
}
