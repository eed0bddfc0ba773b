import type { Arrows } from './arrows';
import type { LossPlot, RateScale } from './lossPlot';
import type { NormChart } from './normChart';
import { writeText } from '../writeText';

/** Strokes of the gradients' figures, written in place into a group; colors and weights are those of the classes. */

interface Tick {
  readonly at: number;
  readonly text: string;
}

type Attributes = Readonly<Record<string, string | number>>;

interface Mark {
  readonly attributes: Attributes;
  readonly text?: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Keeps as many elements of a kind and a class in the group as there are marks, and writes them. */
function write(group: SVGGElement, tag: string, kind: string, marks: readonly Mark[]): void {
  const present = Array.from(group.querySelectorAll(`${tag}.${kind}`));
  present.slice(marks.length).forEach((element) => element.remove());
  marks.forEach(({ attributes, text }, i) => {
    const element = present[i] ?? group.appendChild(document.createElementNS(SVG, tag));
    element.setAttribute('class', kind);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text !== undefined) writeText(element, text);
  });
}

function drawPath(group: SVGGElement, kind: string, path: string): void {
  write(group, 'path', kind, path === '' ? [] : [{ attributes: { d: path } }]);
}

function drawDots(
  group: SVGGElement,
  kind: string,
  dots: readonly { readonly x: number; readonly y: number }[],
  r: number,
): void {
  const finite = dots.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  write(
    ...([group, 'circle', kind] as const),
    finite.map(({ x, y }) => ({ attributes: { cx: x, cy: y, r } })),
  );
}

function drawLeftTicks(group: SVGGElement, ticks: readonly Tick[], width: number): void {
  const lines = ticks.map(({ at }) => ({ attributes: { x2: width, y1: at, y2: at } }));
  write(group, 'line', 'gradients-grid', lines);
  const texts = ticks.map(({ at, text }) => ({ attributes: { x: -6, y: at + 4 }, text }));
  write(group, 'text', 'gradients-left', texts);
}

function drawBottomTicks(group: SVGGElement, ticks: readonly Tick[], y: number): void {
  const texts = ticks.map(({ at, text }) => ({ attributes: { x: at, y }, text }));
  write(group, 'text', 'gradients-bottom', texts);
}

export function drawNorms(group: SVGGElement, chart: NormChart, width: number, height: number): void {
  drawLeftTicks(group, chart.ticks, width);
  drawBottomTicks(group, [{ at: width, text: String(chart.to) }], height + 15);
  const last = chart.lines.length - 1;
  const place = (layer: number) => (layer === 0 ? 'first' : layer === last ? 'last' : 'middle');
  const paths = chart.lines.map(({ path }, l) => ({ attributes: { d: path, 'data-layer': place(l) } }));
  write(group, 'path', 'gradients-norm', paths);
  const others = chart.others.map(({ path }, l) => ({ attributes: { d: path, 'data-layer': place(l) } }));
  write(group, 'path', 'gradients-other', others);
  drawDots(group, 'gradients-other-dot', chart.others, 2.5);
  drawDots(group, 'gradients-dot', chart.lines, 2.5);
  const labels = chart.lines.flatMap(({ y, labelY }, l) => {
    const text = l === last ? 'output' : `layer ${l + 1}`;
    return Number.isFinite(y) ? [{ attributes: { x: width + 8, y: labelY + 4 }, text }] : [];
  });
  write(group, 'text', 'gradients-label', labels);
}

export function drawLossPlot(group: SVGGElement, plot: LossPlot | null, width: number, height: number): void {
  drawLeftTicks(group, plot?.ticksY ?? [], width);
  drawBottomTicks(group, plot?.ticksX ?? [], height + 15);
}

/** The strokes that the frame of the plot cuts off. */
export function drawLossStrokes(group: SVGGElement, plot: LossPlot | null): void {
  drawPath(group, 'gradients-curve', plot?.curve ?? '');
  drawPath(group, 'gradients-tangent', plot?.tangent ?? '');
  drawPath(group, 'gradients-step', plot?.step ?? '');
  drawDots(group, 'gradients-next', plot === null || plot.next === null ? [] : [plot.next], 4);
  drawDots(group, 'gradients-present', plot === null ? [] : [plot.present], 4);
}

/** A line with η as a dot, and 2/curvature as a bar; beyond it the line is heavy. */
export function drawRateScale(group: SVGGElement, scale: RateScale, width: number): void {
  const { rate, limit, names, ticks } = scale;
  drawPath(group, 'gradients-axis', `M0 0H${width}`);
  drawPath(group, 'gradients-beyond', limit === null ? '' : `M${limit} 0H${width}`);
  drawPath(group, 'gradients-limit', limit === null ? '' : `M${limit} -6V6`);
  drawBottomTicks(group, ticks, 17);
  drawDots(group, 'gradients-present', [{ x: rate, y: 0 }], 4);
  const marks = names.map(({ at, raised, text }) => ({
    attributes: { x: at, y: raised ? -22 : -9, 'text-anchor': 'middle' },
    text,
  }));
  write(group, 'text', 'gradients-mark', marks);
}

export function drawArrows(group: SVGGElement, arrows: Arrows | null): void {
  drawPath(group, 'gradients-full', arrows?.full.path ?? '');
  drawPath(group, 'gradients-batch', arrows?.batch?.path ?? '');
}
