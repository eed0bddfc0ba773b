import { drawAxes, drawFrame, drawNumbers } from './drawFrame';
import type { MovedArrows } from './moved';
import { labelPlace, type Normal } from './normals';
import { planePlaces, planeX, planeY, type Plane } from './plane';
import { drawArrow, drawCurve, drawLine, drawRing, drawSymbol, drawToken } from './strokes';
import type { PlanesStyle } from './style';
import { alongThreshold, type Threshold } from './thresholds';

export interface InputPlanePicture {
  readonly plane: Plane;
  /** [point][coordinate] the semicircle */
  readonly arc: Float64Array;
  /** [token][coordinate] */
  readonly inputs: Float64Array;
  /** [token] 1 for those that test */
  readonly tests: Uint8Array;
  readonly token: number;
  readonly thresholds: readonly Threshold[];
  readonly normals: readonly Normal[];
  /** The unit pointed out, which the others make room for. */
  readonly shown: number | null;
  /** the lines before an update that is on show, and how their rows moved */
  readonly before: readonly Threshold[];
  readonly moved: MovedArrows | null;
  readonly style: PlanesStyle;
  readonly fontFamily: string;
}

/** px of the band on the side where a unit is on */
const BAND = 9;
/** Units beyond these have no names: there is no room for them. */
const MOST_NAMES = 16;
const FADED = 0.25;

/** Tokens on the semicircle and every threshold line of the first layer. The context is cleared and clipped to the frame. */
export function drawInputPlane(context: CanvasRenderingContext2D, picture: InputPlanePicture): void {
  const { plane, style, thresholds, normals, shown } = picture;
  context.save();
  context.beginPath();
  context.rect(0, 0, plane.width, plane.height);
  context.clip();
  drawAxes(context, plane, style);
  const fade = (unit: number) => (shown === null || shown === unit ? 1 : FADED);
  for (const threshold of thresholds) drawBand(context, threshold, style, fade(threshold.unit));
  for (const threshold of picture.before) drawGhost(context, threshold, style);
  for (const threshold of thresholds) drawThreshold(context, threshold, style, fade(threshold.unit));
  drawCurve(context, planePlaces(plane, picture.arc), { color: style.inkFaint, width: 1.25 });
  drawNumbers(context, plane, style, picture.fontFamily, 'patch');
  for (const normal of normals) {
    const threshold = thresholds.find(({ unit }) => unit === normal.unit);
    if (threshold === undefined) continue;
    context.globalAlpha = fade(normal.unit);
    drawNormal(context, threshold, normal, style, normals.length <= MOST_NAMES || shown === normal.unit);
  }
  context.globalAlpha = 1;
  if (picture.moved !== null) drawMoved(context, picture.moved, style);
  drawTokens(context, picture);
  context.restore();
  drawFrame(context, plane, style);
}

function endsOf({ span, ...line }: Threshold) {
  if (span === null) return null;
  const whole = { ...line, span };
  return [alongThreshold(whole, span[0]), alongThreshold(whole, span[1])] as const;
}

/** A margin beyond the frame keeps a slanted band's ends out of sight. */
function drawBand(
  context: CanvasRenderingContext2D,
  threshold: Threshold,
  style: PlanesStyle,
  fade: number,
): void {
  if (threshold.span === null) return;
  const { nx, ny, active, span } = threshold;
  const [ax, ay] = alongThreshold(threshold, span[0] - 2 * BAND);
  const [bx, by] = alongThreshold(threshold, span[1] + 2 * BAND);
  context.globalAlpha = (active ? 0.22 : 0.1) * fade;
  context.fillStyle = style.positive;
  context.beginPath();
  context.moveTo(ax, ay);
  context.lineTo(bx, by);
  context.lineTo(bx + BAND * nx, by + BAND * ny);
  context.lineTo(ax + BAND * nx, ay + BAND * ny);
  context.fill();
  context.globalAlpha = 1;
}

function drawThreshold(
  context: CanvasRenderingContext2D,
  threshold: Threshold,
  style: PlanesStyle,
  fade: number,
): void {
  const ends = endsOf(threshold);
  if (ends === null) return;
  const on = { color: style.ink, width: 1.5 };
  const off = { color: style.inkFaint, width: 1, dash: [3, 3] };
  context.globalAlpha = fade;
  drawLine(context, ends[0], ends[1], threshold.active ? on : off);
  context.globalAlpha = 1;
}

/** Where a line was before the update. */
function drawGhost(context: CanvasRenderingContext2D, threshold: Threshold, style: PlanesStyle): void {
  const ends = endsOf(threshold);
  if (ends !== null) drawLine(context, ends[0], ends[1], { color: style.inkFaint, width: 1, dash: [1, 3] });
}

function drawNormal(
  context: CanvasRenderingContext2D,
  threshold: Threshold,
  normal: Normal,
  style: PlanesStyle,
  named: boolean,
): void {
  const from = [normal.baseX, normal.baseY] as const;
  drawArrow(context, from, [normal.tipX, normal.tipY], { color: style.positive, width: 1.75 });
  if (!named) return;
  const [x, y] = labelPlace(threshold, normal);
  const ink = threshold.active ? style.ink : style.inkFaint;
  drawSymbol(context, [{ letter: 'w', index: String(normal.unit + 1) }], x, y, { ink, paper: style.paper });
}

/** Arrows from old to new, in ink upon paper. */
export function drawMoved(
  context: CanvasRenderingContext2D,
  { arrows }: MovedArrows,
  style: PlanesStyle,
): void {
  for (const { fromX, fromY, toX, toY } of arrows) {
    const from = [fromX, fromY] as const;
    const to = [toX, toY] as const;
    drawLine(context, from, to, { color: style.paper, width: 4.5 });
    drawArrow(context, from, to, { color: style.ink, width: 2 }, 8);
  }
}

function drawTokens(context: CanvasRenderingContext2D, picture: InputPlanePicture): void {
  const { plane, inputs, tests, token, style } = picture;
  const place = (i: number) => [planeX(plane, inputs[2 * i] ?? NaN), planeY(plane, inputs[2 * i + 1] ?? NaN)];
  for (let i = 0; i < tests.length; i++) {
    const [x = 0, y = 0] = place(i);
    if (i !== token) drawToken(context, x, y, tests[i] === 1, 2.9, style);
  }
  const [x = 0, y = 0] = place(token);
  drawRing(context, x, y, 8, { color: style.ink, width: 1.5 });
  drawToken(context, x, y, tests[token] === 1, 3.8, style);
}
