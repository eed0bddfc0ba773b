import type { ChainLabel } from './chain';
import { drawAxes, drawFrame, drawNumbers } from './drawFrame';
import { drawMoved } from './drawInputPlane';
import type { MovedArrows } from './moved';
import { planePlaces, planeX, planeY, type Plane } from './plane';
import { drawArrow, drawCurve, drawDiamond, drawLine, drawRing, drawSymbol, drawToken } from './strokes';
import type { PlanesStyle } from './style';

export interface OutputPlanePicture {
  readonly plane: Plane;
  /** [point][output] the curve that is to be learned: the targets without noise */
  readonly target: Float64Array;
  /** [point][output] what the network makes of the whole semicircle */
  readonly image: Float64Array;
  /** [token] y, then ŷ, in px; see `layoutErrors` */
  readonly errors: Float64Array;
  /** Targets lie off the curve and are marked one by one. */
  readonly noisy: boolean;
  /** [token] 1 for those that test */
  readonly tests: Uint8Array;
  readonly token: number;
  /** in px, see `chainOf` */
  readonly chain: Float64Array;
  readonly labels: readonly ChainLabel[];
  /** the letter of a term's activation: h, or x without a hidden layer */
  readonly letter: 'h' | 'x';
  readonly moved: MovedArrows | null;
  readonly style: PlanesStyle;
  readonly fontFamily: string;
}

/** Target and learned curve, every token's error, and the chosen token's sum. The context is cleared. */
export function drawOutputPlane(context: CanvasRenderingContext2D, picture: OutputPlanePicture): void {
  const { plane, style } = picture;
  context.save();
  context.beginPath();
  context.rect(0, 0, plane.width, plane.height);
  context.clip();
  drawAxes(context, plane, style);
  const target = { color: style.inkFaint, width: 1.25, dash: [4, 3] };
  drawCurve(context, planePlaces(plane, picture.target), target);
  drawNumbers(context, plane, style, picture.fontFamily, 'patch');
  drawErrors(context, picture);
  drawCurve(context, planePlaces(plane, picture.image), { color: style.ink, width: 1.75 });
  drawOutputs(context, picture);
  context.globalAlpha = picture.moved === null ? 1 : 0.3;
  drawChain(context, picture);
  context.globalAlpha = 1;
  if (picture.moved !== null) drawColumns(context, picture.plane, picture.moved, style);
  drawChosen(context, picture);
  context.restore();
  drawNumbers(context, plane, style, picture.fontFamily, 'halo');
  drawFrame(context, plane, style);
}

function drawErrors(
  context: CanvasRenderingContext2D,
  { errors, token, noisy, style }: OutputPlanePicture,
): void {
  for (let i = 0; 4 * i < errors.length; i++) {
    if (i === token) continue;
    const [ax = 0, ay = 0, bx = 0, by = 0] = errors.subarray(4 * i, 4 * i + 4);
    context.globalAlpha = 0.8;
    drawArrow(context, [ax, ay], [bx, by], { color: style.error, width: 1.25 }, 6.5);
    context.globalAlpha = 1;
    if (noisy) drawDiamond(context, ax, ay, 2.6, style.paper, { color: style.inkFaint, width: 1 });
  }
}

function drawOutputs(
  context: CanvasRenderingContext2D,
  { errors, tests, token, style }: OutputPlanePicture,
): void {
  for (let i = 0; i < tests.length; i++)
    if (i !== token)
      drawToken(context, errors[4 * i + 2] ?? 0, errors[4 * i + 3] ?? 0, tests[i] === 1, 2.5, style);
}

/** b + Σ wⱼhⱼ head to tail from the origin */
function drawChain(context: CanvasRenderingContext2D, picture: OutputPlanePicture): void {
  const { chain, labels, letter, style } = picture;
  for (let i = 0; i + 3 < chain.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = chain.subarray(i, i + 4);
    drawArrow(context, [ax, ay], [bx, by], { color: i === 0 ? style.inkSecondary : style.ink, width: 1.5 });
  }
  context.fillStyle = style.ink;
  context.beginPath();
  context.arc(chain[0] ?? 0, chain[1] ?? 0, 2.2, 0, 2 * Math.PI);
  context.fill();
  for (const { term, x, y } of labels) {
    const index = String(term + 1);
    const letters = term < 0 ? [{ letter: 'b' }] : ['w', letter].map((each) => ({ letter: each, index }));
    drawSymbol(context, letters, x, y, style);
  }
}

/** Columns from the origin to where they were, and the arrows from there to where they are. */
function drawColumns(
  context: CanvasRenderingContext2D,
  plane: Plane,
  moved: MovedArrows,
  style: PlanesStyle,
): void {
  const origin = [planeX(plane, 0), planeY(plane, 0)] as const;
  for (const { fromX, fromY } of moved.arrows)
    drawLine(context, origin, [fromX, fromY], { color: style.inkFaint, width: 0.75 });
  drawMoved(context, moved, style);
  if (moved.arrows.length > 16) return;
  for (const { index, fromX, fromY, toX, toY } of moved.arrows) {
    const length = Math.hypot(toX - fromX, toY - fromY);
    // Behind the arrow's tail, where its head does not go.
    const x = fromX - (length > 0 ? (12 * (toX - fromX)) / length : 0);
    const y = fromY - (length > 0 ? (12 * (toY - fromY)) / length : 12);
    drawSymbol(context, [{ letter: 'w', index: String(index + 1) }], x, y, style);
  }
}

/** The chosen token: its error from y (diamond) to ŷ (ringed). */
function drawChosen(context: CanvasRenderingContext2D, picture: OutputPlanePicture): void {
  const { errors, token, tests, chain, style } = picture;
  const [ax = 0, ay = 0, bx = 0, by = 0] = errors.subarray(4 * token, 4 * token + 4);
  const endX = chain[chain.length - 2] ?? bx;
  const endY = chain[chain.length - 1] ?? by;
  // An output that is not linear takes the end of the sum, e, elsewhere.
  if (Math.hypot(endX - bx, endY - by) > 1)
    drawLine(context, [endX, endY], [bx, by], { color: style.inkFaint, width: 1, dash: [2, 2] });
  drawArrow(context, [ax, ay], [bx, by], { color: style.error, width: 2.5 }, 10);
  drawRing(context, bx, by, 8, { color: style.ink, width: 1.5 });
  drawToken(context, bx, by, tests[token] === 1, 3.4, style);
  drawDiamond(context, ax, ay, 4.4, style.paper, { color: style.ink, width: 1.5 });
}
