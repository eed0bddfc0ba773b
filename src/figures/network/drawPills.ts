import type { NetworkColors } from './networkColors';

/** A number that stands on a link. */
export interface Pill {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly frozen: boolean;
}

export const PILL_HEIGHT = 18;
const PADDING = 6;
const LOCK_WIDTH = 9;

/** Leaves out pills that would stand on one before them. */
export function spreadPills(pills: readonly Pill[]): Pill[] {
  const placed: Pill[] = [];
  for (const pill of pills) {
    const free = placed.every(
      (other) => Math.abs(other.y - pill.y) >= PILL_HEIGHT - 1 || Math.abs(other.x - pill.x) >= 48,
    );
    if (free) placed.push(pill);
  }
  return placed;
}

export function drawPills(
  context: CanvasRenderingContext2D,
  pills: readonly Pill[],
  colors: NetworkColors,
  font: string,
): void {
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineWidth = 1;
  for (const pill of pills) {
    const text = context.measureText(pill.text).width;
    const width = text + 2 * PADDING + (pill.frozen ? LOCK_WIDTH : 0);
    const left = pill.x - width / 2;
    context.beginPath();
    context.roundRect(left, pill.y - PILL_HEIGHT / 2, width, PILL_HEIGHT, PILL_HEIGHT / 2);
    context.fillStyle = colors.paper;
    context.fill();
    context.strokeStyle = colors.rule;
    context.stroke();
    context.fillStyle = colors.ink;
    if (pill.frozen) drawLock(context, left + PADDING, pill.y, colors.ink);
    context.fillText(pill.text, left + PADDING + (pill.frozen ? LOCK_WIDTH : 0), pill.y + 0.5);
  }
}

function drawLock(context: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  context.fillStyle = color;
  context.fillRect(x, y - 1, 6, 4.5);
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  context.beginPath();
  context.arc(x + 3, y - 1, 2, Math.PI, 0);
  context.stroke();
  context.lineWidth = 1;
}
