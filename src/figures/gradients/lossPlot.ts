import { ticks } from 'd3';
import { formatShort } from '../numbers';
import { linearScale, pathThrough } from './plane';

/** The loss as a function of one parameter, and the step that plain gradient descent makes along it. */
export interface LossLine {
  /** updates made when it was computed */
  readonly step: number;
  readonly index: number;
  /** [point] */
  readonly values: Float64Array;
  readonly losses: Float64Array;
  readonly present: number;
  readonly loss: number;
  readonly gradient: number;
  readonly curvature: number;
  /** present − η·gradient */
  readonly next: number;
  readonly nextLoss: number;
  readonly learningRate: number;
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface LossPlot {
  readonly curve: string;
  readonly tangent: string;
  readonly step: string;
  readonly present: PlotPoint;
  /** null where it lies outside the piece on show */
  readonly next: PlotPoint | null;
  readonly ticksX: readonly { readonly at: number; readonly text: string }[];
  readonly ticksY: readonly { readonly at: number; readonly text: string }[];
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Null where no loss of the piece is a number. Paths in px of the plot's inside, `height` at its bottom. */
export function layoutLossPlot(lossLine: LossLine, { width, height }: PlotSize): LossPlot | null {
  const { values, losses, present, loss, gradient, next, nextLoss } = lossLine;
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0 || !Number.isFinite(loss)) return null;
  const from = values[0] ?? 0;
  const to = values[values.length - 1] ?? 1;
  const inside = next >= from && next <= to && Number.isFinite(nextLoss);
  const least = Math.min(...finite, ...(inside ? [nextLoss] : []));
  const most = Math.max(...finite, ...(inside ? [nextLoss] : []));
  // A curve that is flat but for rounding shall look flat.
  const room = Math.max(0.06 * (most - least), 1e-9 * Math.abs(most), 1e-12);
  const x = linearScale([from, to], [0, width]);
  const y = linearScale([least - room, most + room], [height, 0]);
  const points = Array.from(values, (value, i): [number, number] => [x(value), y(losses[i] ?? NaN)]);
  const at = { x: x(present), y: y(loss) };
  // The tangent is as long as a quarter of the plot to either side; the frame cuts it where it is steep.
  const reach = (to - from) / 4;
  const along = (by: number) => `${x(present + by)} ${y(loss + gradient * by)}`;
  const target = inside ? { x: x(next), y: y(nextLoss) } : null;
  const edge = `${x(Math.max(from, Math.min(to, next)))} ${at.y}`;
  return {
    curve: pathThrough(points),
    tangent: `M${along(-reach)}L${along(reach)}`,
    // Sideways by −η·gradient, then to the loss that is really found there.
    step: Number.isFinite(next) ? `M${at.x} ${at.y}L${edge}${target === null ? '' : `V${target.y}`}` : '',
    present: at,
    next: target,
    ticksX: ticks(from, to, 4).map((value) => ({ at: x(value), text: formatShort(value) })),
    ticksY: distinct(
      ticks(least - room, most + room, 4).map((value) => ({ at: y(value), text: formatShort(value) })),
    ),
  };
}

/** Of losses that differ too little to be told apart in six decimals, the first. */
function distinct<Tick extends { readonly text: string }>(all: readonly Tick[]): readonly Tick[] {
  return all.filter(({ text }, i) => all.findIndex((each) => each.text === text) === i);
}

/** The scale of learning rates: logarithmic, wide enough for η and for what it is compared with. */
export interface RateScale {
  readonly rate: number;
  /** of 2/curvature; null where the loss is not curved upward */
  readonly limit: number | null;
  /** names of the marks by the middle of their text, in px; a raised one stands a line above the others */
  readonly names: readonly { readonly at: number; readonly raised: boolean; readonly text: string }[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** px; half the width of a name in the figure's face, with half the space between two */
const HALF = { rate: 8, limit: 36 } as const;

export function layoutRateScale({ learningRate, curvature }: LossLine, width: number): RateScale {
  const limit = largestRate(curvature);
  const shown = [learningRate, ...(limit === null ? [] : [limit])].map(Math.log10);
  const low = Math.floor(Math.min(-3, ...shown));
  const high = Math.ceil(Math.max(1, ...shown));
  const x = linearScale([low, high], [0, width]);
  const every = Math.ceil((high - low) / 6);
  const decades = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => low + i * every);
  const marks = { rate: x(Math.log10(learningRate)), limit: limit === null ? null : x(Math.log10(limit)) };
  return {
    ...marks,
    names: namesOf(marks, width),
    ticks: decades.map((decade) => ({ at: x(decade), text: rateText(decade) })),
  };
}

/** Each name over its mark, as far as the figure reaches; where the two would meet, one stands above the other. */
function namesOf({ rate, limit }: Pick<RateScale, 'rate' | 'limit'>, width: number): RateScale['names'] {
  const inside = (at: number, half: number) => Math.max(half, Math.min(width - half, at));
  const eta = { at: inside(rate, HALF.rate), raised: false, text: 'η' };
  if (limit === null) return [eta];
  const at = inside(limit, HALF.limit);
  return [eta, { at, raised: Math.abs(at - eta.at) < HALF.rate + HALF.limit, text: '2/curvature' }];
}

function rateText(decade: number): string {
  if (decade > -4 && decade < 5) return formatShort(10 ** decade);
  const digits = Array.from(String(Math.abs(decade)), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  return `10${decade < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** 2/curvature: a larger η overshoots on the parabola with this curvature. Null where it is not curved upward. */
export function largestRate(curvature: number): number | null {
  return curvature > 0 && Number.isFinite(2 / curvature) ? 2 / curvature : null;
}
