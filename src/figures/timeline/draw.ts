import type { LossHistory, TimelineView } from '../../protocol/snapshot';
import { cssColor } from '../color';
import { timelineX, type TimelineLayout } from './layout';

export type TimelineColors = Readonly<Record<'ink' | 'ink3' | 'rule' | 'rule2' | 'paper', string>>;

export function readTimelineColors(root: Element): TimelineColors {
  return {
    ink: cssColor(root, 'ink'),
    ink3: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    rule2: cssColor(root, 'rule-2'),
    paper: cssColor(root, 'paper'),
  };
}

export interface TimelineFigure {
  readonly layout: TimelineLayout;
  readonly colors: TimelineColors;
  readonly timeline: TimelineView;
  readonly history: LossHistory;
}

/** Ruler, losses on a log scale, the played part in ink, and a ring at the epoch on show; onto a cleared canvas. */
export function drawTimeline(context: CanvasRenderingContext2D, figure: TimelineFigure): void {
  drawRuler(context, figure);
  drawLosses(context, figure);
  drawHandle(context, figure);
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function drawRuler(context: CanvasRenderingContext2D, { layout, colors, timeline }: TimelineFigure): void {
  const { base, span, minor, major } = layout;
  context.lineWidth = 1;
  context.font = '11px "Inter Variable", system-ui, sans-serif';
  context.textBaseline = 'alphabetic';
  for (let epoch = 0; epoch <= span; epoch += minor) {
    const x = timelineX(layout, epoch);
    const numbered = epoch % major === 0;
    context.strokeStyle = epoch <= timeline.head ? colors.rule2 : colors.rule;
    line(context, x, base, x, base - (numbered ? 7 : 4));
    if (!numbered) continue;
    context.fillStyle = colors.ink3;
    context.textAlign = epoch === 0 ? 'left' : epoch === span ? 'right' : 'center';
    context.fillText(epoch.toLocaleString('en'), x + (epoch === 0 ? -3 : epoch === span ? 6 : 0), base + 17);
  }
  context.strokeStyle = colors.rule;
  line(context, timelineX(layout, 0), base, timelineX(layout, span), base);
  context.strokeStyle = colors.rule2;
  line(context, timelineX(layout, 0), base, timelineX(layout, timeline.head), base);
}

function drawLosses(context: CanvasRenderingContext2D, { layout, colors, history }: TimelineFigure): void {
  let low = Infinity;
  let high = 0;
  for (let i = 0; i < history.count; i++) {
    const train = history.train[i] ?? NaN;
    const test = history.test[i] ?? NaN;
    if (train > 0 && train < Infinity) {
      low = Math.min(low, train);
      high = Math.max(high, train);
    }
    if (test > 0 && test < Infinity) {
      low = Math.min(low, test);
      high = Math.max(high, test);
    }
  }
  if (high === 0) return;
  const top = 3;
  const bottom = layout.base - 9;
  const unit = (bottom - top) / Math.max(Math.log(high / low), 0.1);
  const y = (loss: number) => top + unit * Math.log(high / loss);
  context.strokeStyle = colors.ink3;
  context.setLineDash([3, 2]);
  context.lineWidth = 1;
  drawLoss(context, layout, history, history.test, y);
  context.setLineDash([]);
  context.lineWidth = 1.1;
  drawLoss(context, layout, history, history.train, y);
}

function drawLoss(
  context: CanvasRenderingContext2D,
  layout: TimelineLayout,
  history: LossHistory,
  losses: Float64Array,
  y: (loss: number) => number,
): void {
  let drawn = -Infinity;
  context.beginPath();
  for (let i = 0; i < history.count; i++) {
    const loss = losses[i] ?? NaN;
    const x = timelineX(layout, history.epoch[i] ?? 0);
    // More than a point a pixel cannot be seen.
    if (!(loss > 0 && loss < Infinity) || (x - drawn < 0.75 && i < history.count - 1)) continue;
    if (drawn === -Infinity) context.moveTo(x, y(loss));
    else context.lineTo(x, y(loss));
    drawn = x;
  }
  context.stroke();
}

function drawHandle(context: CanvasRenderingContext2D, { layout, colors, timeline }: TimelineFigure): void {
  const x = timelineX(layout, timeline.at);
  context.strokeStyle = colors.ink;
  context.lineWidth = 2;
  line(context, timelineX(layout, 0), layout.base, x, layout.base);
  context.lineWidth = 1.5;
  line(context, x, 0, x, layout.base);
  context.lineWidth = 2;
  context.fillStyle = colors.paper;
  context.beginPath();
  context.arc(x, layout.base, 6, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}
