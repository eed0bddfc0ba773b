import type { LossHistory, Mark } from '../../protocol/snapshot';
import { formatLoss } from '../numbers';
import { epochX, lossY, spreadLabels, type LossScale, type Tick } from './layout';

export interface LossStyle {
  readonly ink: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly frame: string;
  readonly paper: string;
  readonly fontFamily: string;
}

export interface LossFrame {
  readonly history: LossHistory;
  readonly scale: LossScale;
  readonly lossTicks: readonly Tick[];
  readonly epochTicks: readonly Tick[];
  readonly marks: readonly Mark[];
  /** what is on show: the head, or a point of the past */
  readonly epoch: number;
  readonly train: number;
  /** NaN without test points */
  readonly test: number;
  /** index of the history's point under the pointer, or −1 */
  readonly pointed: number;
  /** numbers and words, or only the lines */
  readonly labelled: boolean;
  readonly style: LossStyle;
}

const TEST_DASHES = [4, 2.5];
/** px between two marks that are told apart */
const MARK_GAP = 3;
const TIMES = [false, true] as const;
const SOLID: number[] = [];

export function drawLossCurves(context: CanvasRenderingContext2D, frame: LossFrame): void {
  drawAxes(context, frame);
  drawMarks(context, frame);
  drawLines(context, frame);
  drawPointed(context, frame);
  drawEnds(context, frame);
}

function drawAxes(context: CanvasRenderingContext2D, frame: LossFrame): void {
  const { scale, style, labelled } = frame;
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.lineWidth = 1;
  context.strokeStyle = style.rule;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.beginPath();
  for (const { value, text } of frame.lossTicks) {
    const y = Math.round(lossY(scale, value)) + 0.5;
    context.moveTo(scale.left, y);
    context.lineTo(scale.right, y);
    if (labelled) context.fillText(text, scale.left - 6, y);
  }
  context.stroke();
  context.strokeStyle = style.frame;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.beginPath();
  const base = Math.round(scale.bottom) + 0.5;
  context.moveTo(scale.left, base);
  context.lineTo(scale.right, base);
  for (const { value, text } of frame.epochTicks) {
    const x = Math.round(epochX(scale, value)) + 0.5;
    context.moveTo(x, base);
    context.lineTo(x, base + 4);
    if (labelled) context.fillText(text, x, base + 15);
  }
  context.stroke();
}

/** Changes of the run: short ticks standing on the axis. */
function drawMarks(context: CanvasRenderingContext2D, { marks, scale, style }: LossFrame): void {
  context.strokeStyle = style.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  let last = -Infinity;
  for (const { epoch } of marks) {
    const x = Math.round(epochX(scale, epoch)) + 0.5;
    if (x > scale.right + 1 || x - last < MARK_GAP) continue;
    last = x;
    context.moveTo(x, scale.bottom);
    context.lineTo(x, scale.bottom - 7);
  }
  context.stroke();
}

/** Both lines, pale beyond the epoch on show. */
function drawLines(context: CanvasRenderingContext2D, frame: LossFrame): void {
  const { scale, history, epoch } = frame;
  const shown = Math.min(scale.right, epochX(scale, epoch));
  for (const future of TIMES) {
    if (future && epoch >= scale.epochs) return;
    context.save();
    context.beginPath();
    if (future) context.rect(shown, 0, scale.right + 2 - shown, scale.bottom);
    else context.rect(0, 0, shown + 2, scale.bottom + 2);
    context.clip();
    context.globalAlpha = future ? 0.35 : 1;
    drawLine(context, frame, history.test, true);
    drawLine(context, frame, history.train, false);
    context.restore();
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  { history, scale, style }: LossFrame,
  losses: Float64Array,
  test: boolean,
): void {
  context.lineJoin = 'round';
  context.lineWidth = test ? 1.4 : 1.75;
  context.strokeStyle = test ? style.inkFaint : style.ink;
  context.setLineDash(test ? TEST_DASHES : SOLID);
  context.beginPath();
  let drawing = false;
  for (let i = 0; i < history.count; i++) {
    const loss = losses[i] ?? NaN;
    const present = loss >= 0 && loss < Infinity;
    if (present) {
      const x = epochX(scale, history.epoch[i] ?? 0);
      if (drawing) context.lineTo(x, lossY(scale, loss));
      else context.moveTo(x, lossY(scale, loss));
    }
    drawing = present;
  }
  context.stroke();
  context.setLineDash(SOLID);
}

function drawPointed(context: CanvasRenderingContext2D, { history, pointed, scale, style }: LossFrame): void {
  if (pointed < 0) return;
  const x = Math.round(epochX(scale, history.epoch[pointed] ?? 0)) + 0.5;
  context.strokeStyle = style.frame;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, scale.top);
  context.lineTo(x, scale.bottom);
  context.stroke();
}

/** Filled for train, hollow for test, each with its name and value. */
function drawEnds(context: CanvasRenderingContext2D, frame: LossFrame): void {
  const { scale, style, train, test, epoch, labelled } = frame;
  const x = epochX(scale, Math.min(epoch, scale.epochs));
  const trainY = lossY(scale, train);
  const hasTest = Number.isFinite(test);
  const testY = hasTest ? lossY(scale, test) : trainY;
  if (hasTest) {
    context.beginPath();
    context.arc(x, testY, 3, 0, 2 * Math.PI);
    context.fillStyle = style.paper;
    context.fill();
    context.strokeStyle = style.inkFaint;
    context.lineWidth = 1.5;
    context.stroke();
  }
  if (Number.isFinite(train)) {
    context.beginPath();
    context.arc(x, trainY, 3.4, 0, 2 * Math.PI);
    context.fillStyle = style.ink;
    context.fill();
  }
  if (!labelled) return;
  const [trainLabel, testLabel] = spreadLabels(trainY, testY, 15, scale.top + 4, scale.bottom - 2);
  const left = scale.right + 8;
  if (hasTest)
    drawEndLabel(context, 'test', test, left, testLabel, style.inkFaint, `400 12px ${style.fontFamily}`);
  if (Number.isFinite(train))
    drawEndLabel(
      context,
      'train',
      train,
      left,
      hasTest ? trainLabel : trainY,
      style.ink,
      `600 12px ${style.fontFamily}`,
    );
}

function drawEndLabel(
  context: CanvasRenderingContext2D,
  name: string,
  value: number,
  x: number,
  y: number,
  color: string,
  font: string,
): void {
  context.font = font;
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillText(name, x, y);
  context.fillText(formatLoss(value), x + 32, y);
}
