import { asymptoteOf, type Limit } from './asymptotes';
import { placeX, placeY, SHOWN_X, type CurveScale, type Tick } from './layout';

/** What is drawn with. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clip'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'rect'
  | 'restore'
  | 'save'
  | 'setLineDash'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
>;

export interface CurveStyle {
  readonly ink: string;
  readonly inkSecond: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly frame: string;
  readonly paper: string;
  readonly positive: string;
  readonly negative: string;
  readonly error: string;
  readonly fontFamily: string;
}

/** What is laid over data, target and output. */
export interface CurveLayers {
  readonly terms: boolean;
  readonly sums: boolean;
  readonly residuals: boolean;
  readonly asymptotes: boolean;
}

/** y along places of x */
export interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** The network along the places of x at which it was asked. */
export interface CurveNetwork {
  readonly x: Float64Array;
  /** ŷ */
  readonly output: ArrayLike<number>;
  /** [sender] what it sends, before its weight */
  readonly sent: readonly ArrayLike<number>[];
  /** [sender] its weight into the output */
  readonly weights: ArrayLike<number>;
  readonly bias: number;
}

export interface CurvePoints {
  readonly count: number;
  readonly inputs: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  /** [token] ŷ */
  readonly outputs: ArrayLike<number>;
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
}

export interface CurveFrame {
  readonly scale: CurveScale;
  readonly style: CurveStyle;
  readonly ticksX: readonly Tick[];
  readonly ticksY: readonly Tick[];
  readonly layers: CurveLayers;
  readonly target: Line;
  readonly points: CurvePoints;
  readonly showTest: boolean;
  /** null in frames that do not bring it yet */
  readonly network: CurveNetwork | null;
  /** [x → −∞, x → ∞] */
  readonly limits: readonly [Limit, Limit];
  /** sender whose term is drawn strongly, or −1 */
  readonly emphasized: number;
  /** [unit] where its step is, for units that have handles over the frame */
  readonly steps: readonly number[];
  /** index among the network's places of x that the read-out tells of, or −1 */
  readonly pointed: number;
  /** token with a ring, or −1 */
  readonly token: number;
}

const TARGET_DASHES = [5, 3];
const TEST_DASHES = [3, 2];
const ASYMPTOTE_DASHES = [1.5, 3];
const SOLID: number[] = [];
const RADIUS = 3.1;

export function drawCurve(context: Pen, frame: CurveFrame): void {
  const { scale, layers, network } = frame;
  drawAxes(context, frame);
  context.save();
  context.beginPath();
  context.rect(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top);
  context.clip();
  drawSteps(context, frame);
  if (layers.asymptotes) drawAsymptotes(context, frame);
  if (network !== null && layers.sums) drawSums(context, frame, network);
  if (network !== null && layers.terms) drawTerms(context, frame, network);
  drawTarget(context, frame);
  if (layers.residuals) drawResiduals(context, frame);
  if (network !== null) drawOutput(context, frame, network);
  drawPoints(context, frame);
  if (network !== null && frame.pointed >= 0) drawPointed(context, frame, network);
  context.restore();
}

function drawAxes(context: Pen, { scale, style, ticksX, ticksY }: CurveFrame): void {
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.lineWidth = 1;
  context.setLineDash(SOLID);
  context.strokeStyle = style.rule;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.beginPath();
  for (const { value, text } of ticksY) {
    const y = Math.round(placeY(scale, value)) + 0.5;
    context.moveTo(scale.left, y);
    context.lineTo(scale.right, y);
    context.fillText(text, scale.left - 6, y);
  }
  context.stroke();
  context.strokeStyle = style.frame;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.strokeRect(
    scale.left + 0.5,
    scale.top + 0.5,
    scale.right - scale.left - 1,
    scale.bottom - scale.top - 1,
  );
  context.beginPath();
  for (const { value, text } of ticksX) {
    const x = Math.round(placeX(scale, value)) + 0.5;
    context.moveTo(x, scale.bottom);
    context.lineTo(x, scale.bottom + 4);
    context.fillText(text, x, scale.bottom + 16);
  }
  context.stroke();
}

/** A line through the places x, y times a factor. */
function trace(context: Pen, scale: CurveScale, { x, y }: Line, factor = 1): void {
  const { left, right, top, bottom, low, high } = scale;
  const across = (right - left) / (2 * SHOWN_X);
  const down = (factor * (top - bottom)) / (high - low);
  const zero = bottom + (low * (bottom - top)) / (high - low);
  const room = 10 * (bottom - top);
  context.beginPath();
  for (let i = 0; i < x.length; i++) {
    const py = zero + down * (y[i] ?? 0);
    context.lineTo(
      left + ((x[i] ?? 0) + SHOWN_X) * across,
      py < top - room ? top - room : py > bottom + room ? bottom + room : py,
    );
  }
  context.stroke();
}

/** Canvases draw nothing where a coordinate is beyond their numbers. */
function clamped({ top, bottom }: CurveScale, y: number): number {
  const room = 10 * (bottom - top);
  return Math.max(top - room, Math.min(bottom + room, y));
}

function drawTarget(context: Pen, { scale, style, target }: CurveFrame): void {
  context.strokeStyle = style.inkSecond;
  context.lineWidth = 1.25;
  context.setLineDash(TARGET_DASHES);
  trace(context, scale, target);
  context.setLineDash(SOLID);
}

function drawOutput(context: Pen, { scale, style }: CurveFrame, { x, output }: CurveNetwork): void {
  context.strokeStyle = style.ink;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  trace(context, scale, { x, y: output });
}

/** w_j h_j(x), the strongest last. */
function drawTerms(context: Pen, frame: CurveFrame, network: CurveNetwork): void {
  const { scale, style, emphasized } = frame;
  const order = network.sent.map((_, j) => j).filter((j) => j !== emphasized);
  if (emphasized >= 0 && emphasized < network.sent.length) order.push(emphasized);
  for (const j of order) {
    const weight = network.weights[j] ?? 0;
    context.strokeStyle = weight < 0 ? style.negative : style.positive;
    context.lineWidth = j === emphasized ? 2.25 : 1;
    context.globalAlpha = j === emphasized || emphasized < 0 ? 1 : 0.6;
    trace(context, scale, { x: network.x, y: network.sent[j] ?? [] }, weight);
  }
  context.globalAlpha = 1;
}

/** b, b + w₁h₁, b + w₁h₁ + w₂h₂, …: the later the darker. */
function drawSums(context: Pen, frame: CurveFrame, network: CurveNetwork): void {
  const { scale, style } = frame;
  const sum = new Float64Array(network.x.length).fill(network.bias);
  context.strokeStyle = style.inkFaint;
  context.lineWidth = 1;
  network.sent.forEach((sent, j) => {
    context.globalAlpha = 0.35 + (0.65 * j) / network.sent.length;
    trace(context, scale, { x: network.x, y: sum });
    const weight = network.weights[j] ?? 0;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (sent[i] ?? 0);
  });
  context.globalAlpha = 1;
}

/** A tick at each unit's step, and for the emphasized one a line down to the axis. */
function drawSteps(context: Pen, frame: CurveFrame): void {
  const { scale, style, steps, emphasized } = frame;
  steps.forEach((step, unit) => {
    if (!(Math.abs(step) <= SHOWN_X)) return;
    const x = Math.round(placeX(scale, step)) + 0.5;
    context.strokeStyle = unit === emphasized ? style.frame : style.inkFaint;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x, scale.top);
    context.lineTo(x, unit === emphasized ? scale.bottom : scale.top + 6);
    context.stroke();
  });
}

function drawAsymptotes(context: Pen, { scale, style, limits }: CurveFrame): void {
  context.strokeStyle = style.inkFaint;
  context.lineWidth = 1.25;
  context.setLineDash(ASYMPTOTE_DASHES);
  limits.forEach((limit, side) => {
    const line = asymptoteOf(limit);
    if (line === null) return;
    const end = side === 0 ? -SHOWN_X : SHOWN_X;
    trace(context, scale, { x: [0, end], y: [line.level, line.level + line.slope * end] });
  });
  context.setLineDash(SOLID);
}

/** From y to ŷ, with a stroke across at ŷ; test points' are dashed. */
function drawResiduals(context: Pen, frame: CurveFrame): void {
  const { scale, style, points, showTest } = frame;
  context.strokeStyle = style.error;
  context.lineWidth = 1.5;
  for (const [tokens, dashes] of [
    [points.test, TEST_DASHES],
    [points.train, SOLID],
  ] as const) {
    if (tokens === points.test && !showTest) continue;
    context.setLineDash(dashes);
    context.beginPath();
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] ?? 0;
      const x = placeX(scale, points.inputs[token] ?? 0);
      const end = clamped(scale, placeY(scale, points.outputs[token] ?? 0));
      context.moveTo(x, placeY(scale, points.targets[token] ?? 0));
      context.lineTo(x, end);
      context.moveTo(x - 2.5, end);
      context.lineTo(x + 2.5, end);
    }
    context.stroke();
  }
  context.setLineDash(SOLID);
}

function drawPoints(context: Pen, frame: CurveFrame): void {
  const { scale, style, points, showTest } = frame;
  const disc = (token: number, radius: number) => {
    context.beginPath();
    const x = placeX(scale, points.inputs[token] ?? 0);
    context.arc(x, placeY(scale, points.targets[token] ?? 0), radius, 0, 2 * Math.PI);
  };
  context.lineWidth = 1.25;
  context.strokeStyle = style.ink;
  if (showTest)
    for (let i = 0; i < points.test.length; i++) {
      disc(points.test[i] ?? 0, RADIUS - 0.4);
      context.fillStyle = style.paper;
      context.fill();
      context.stroke();
    }
  context.strokeStyle = style.paper;
  context.fillStyle = style.ink;
  for (let i = 0; i < points.train.length; i++) {
    disc(points.train[i] ?? 0, RADIUS);
    context.fill();
    context.stroke();
  }
  if (frame.token < 0 || frame.token >= points.count) return;
  context.strokeStyle = style.ink;
  context.lineWidth = 1.5;
  disc(frame.token, RADIUS + 3);
  context.stroke();
}

function drawPointed(context: Pen, frame: CurveFrame, network: CurveNetwork): void {
  const { scale, style, pointed } = frame;
  const x = Math.round(placeX(scale, network.x[pointed] ?? 0)) + 0.5;
  context.strokeStyle = style.inkFaint;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, scale.top);
  context.lineTo(x, scale.bottom);
  context.stroke();
  context.beginPath();
  context.arc(x, clamped(scale, placeY(scale, network.output[pointed] ?? 0)), 4, 0, 2 * Math.PI);
  context.fillStyle = style.paper;
  context.fill();
  context.strokeStyle = style.ink;
  context.lineWidth = 2;
  context.stroke();
}
