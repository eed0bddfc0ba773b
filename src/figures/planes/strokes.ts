/** What both planes are drawn with; everything in px. */

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export function setStroke(context: CanvasRenderingContext2D, { color, width, dash = [] }: Stroke): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash([...dash]);
}

export function drawLine(
  context: CanvasRenderingContext2D,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  stroke: Stroke,
): void {
  setStroke(context, stroke);
  context.beginPath();
  context.moveTo(ax, ay);
  context.lineTo(bx, by);
  context.stroke();
}

/** @param places x, y one after the other */
export function drawCurve(context: CanvasRenderingContext2D, places: Float64Array, stroke: Stroke): void {
  setStroke(context, stroke);
  context.lineJoin = 'round';
  context.beginPath();
  for (let i = 0; i + 1 < places.length; i += 2) context.lineTo(places[i] ?? 0, places[i + 1] ?? 0);
  context.stroke();
}

/** px of a vector below which its head would be longer than itself */
const HEADLESS = 9;

/** An arrow whose tip is at its end; a short one has no head. */
export function drawArrow(
  context: CanvasRenderingContext2D,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  stroke: Stroke,
  head = 7.5,
): void {
  const length = Math.hypot(bx - ax, by - ay);
  if (!(length > 0)) return;
  const ux = (bx - ax) / length;
  const uy = (by - ay) / length;
  const hasHead = length >= HEADLESS;
  const back = hasHead ? head * 0.8 : 0;
  drawLine(context, [ax, ay], [bx - ux * back, by - uy * back], stroke);
  if (!hasHead) return;
  const half = head * 0.42;
  context.fillStyle = stroke.color;
  context.beginPath();
  context.moveTo(bx, by);
  context.lineTo(bx - ux * head - uy * half, by - uy * head + ux * half);
  context.lineTo(bx - ux * head + uy * half, by - uy * head - ux * half);
  context.fill();
}

/** A token: filled when it trains, hollow when it tests. */
export function drawToken(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  test: boolean,
  radius: number,
  colors: { readonly ink: string; readonly paper: string },
): void {
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, test ? radius - 0.25 : radius + 0.15, 0, 2 * Math.PI);
  context.fillStyle = test ? colors.paper : colors.ink;
  context.strokeStyle = test ? colors.ink : colors.paper;
  context.lineWidth = test ? 1.5 : 0.9;
  context.fill();
  context.stroke();
}

export function drawRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  stroke: Stroke,
): void {
  setStroke(context, stroke);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

/** A square on its corner, `radius` from its middle to its corners. */
export function drawDiamond(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  stroke: Stroke,
): void {
  setStroke(context, stroke);
  context.fillStyle = fill;
  context.beginPath();
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
  context.fill();
  context.stroke();
}

/** A letter of mathematics with its index. */
export interface Letter {
  readonly letter: string;
  readonly index?: string;
}

const LETTER = 'italic 14px KaTeX_Math, serif';
const INDEX = '10px KaTeX_Main, serif';
const INDEX_DROP = 3;

/** Letters side by side about a place, in a halo of paper. */
export function drawSymbol(
  context: CanvasRenderingContext2D,
  letters: readonly Letter[],
  x: number,
  y: number,
  colors: { readonly ink: string; readonly paper: string },
): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  const parts = letters.flatMap(({ letter, index }) => [
    { text: letter, font: LETTER, drop: 0 },
    ...(index === undefined ? [] : [{ text: index, font: INDEX, drop: INDEX_DROP }]),
  ]);
  const widths = parts.map(({ text, font }) => {
    context.font = font;
    return context.measureText(text).width;
  });
  const start = x - widths.reduce((sum, width) => sum + width, 0) / 2;
  setStroke(context, { color: colors.paper, width: 3 });
  context.fillStyle = colors.ink;
  for (const paint of ['strokeText', 'fillText'] as const) {
    let at = start;
    parts.forEach(({ text, font, drop }, i) => {
      context.font = font;
      context[paint](text, at, y + 4 + drop);
      at += widths[i] ?? 0;
    });
  }
}
