import { formatLogTick } from '../numbers';
import { linearScale, pathThrough } from './plane';

/** Gradient norms of the last readings, newest last. */
export interface NormHistory {
  /** [reading] updates made */
  readonly steps: number[];
  /** [reading][layer] */
  readonly norms: (readonly number[])[];
  /** the same with the other connections; null where nobody asked for them */
  readonly others: (readonly number[] | null)[];
}

const MOST_READINGS = 240;

/** Adds a reading; a run that begins anew or goes back begins a new history. */
export function addReading(
  { steps, norms, others }: NormHistory,
  step: number,
  next: readonly number[],
  other: readonly number[] | null,
): void {
  const last = steps[steps.length - 1];
  if (norms[0]?.length !== next.length || (last !== undefined && step < last)) {
    for (const list of [steps, norms, others]) list.length = 0;
  }
  if (steps[steps.length - 1] === step) {
    for (const list of [steps, norms, others]) list.pop();
  }
  steps.push(step);
  norms.push(next);
  others.push(other);
  if (steps.length > MOST_READINGS) for (const list of [steps, norms, others]) list.shift();
}

export interface NormLine {
  readonly path: string;
  /** the newest reading */
  readonly x: number;
  readonly y: number;
  /** where its label has room */
  readonly labelY: number;
}

export interface NormChart {
  readonly lines: readonly NormLine[];
  /** with the other connections; none where they are not asked for */
  readonly others: readonly Pick<NormLine, 'path' | 'x' | 'y'>[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly from: number;
  readonly to: number;
}

/** px between the labels of two lines */
const LABEL_STEP = 13;
const MOST_TICKS = 5;

/** Logarithmic in whole decades; a norm of 0 lies on the bottom. */
export function layoutNorms(
  history: NormHistory,
  width: number,
  height: number,
  withOthers: boolean,
): NormChart {
  const others = withOthers ? history.others : [];
  const [low, high] = decadesOf([...history.norms.flat(), ...others.flatMap((each) => each ?? [])]);
  const from = history.steps[0] ?? 0;
  const to = history.steps[history.steps.length - 1] ?? 0;
  const x = linearScale([from, Math.max(from + 1, to)], [0, width]);
  const y = linearScale([low, high], [height, 0]);
  const heightOf = (norm: number) => (norm > 0 ? y(Math.log10(norm)) : norm === 0 ? height : NaN);
  const lineOf = (norms: readonly (readonly number[] | null)[], layer: number) => ({
    path: pathThrough(history.steps.map((step, i) => [x(step), heightOf(norms[i]?.[layer] ?? NaN)])),
    x: x(to),
    y: heightOf(norms[norms.length - 1]?.[layer] ?? NaN),
  });
  const now = history.norms[history.norms.length - 1] ?? [];
  const ends = now.map((norm) => heightOf(norm));
  const labels = spread(ends, height);
  const every = Math.ceil((high - low) / MOST_TICKS);
  const count = Math.floor((high - low) / every) + 1;
  return {
    lines: now.map((_, layer) => ({ ...lineOf(history.norms, layer), labelY: labels[layer] ?? NaN })),
    others: withOthers ? now.map((_, layer) => lineOf(others, layer)) : [],
    ticks: Array.from({ length: count }, (_, i) => low + i * every).map((decade) => ({
      at: y(decade),
      text: formatLogTick(10 ** decade),
    })),
    ...{ from, to },
  };
}

/** Powers of ten that hold all norms above 0. */
function decadesOf(norms: readonly number[]): readonly [low: number, high: number] {
  const positive = norms.filter((norm) => norm > 0 && norm < Infinity);
  if (positive.length === 0) return [-1, 0];
  const low = Math.floor(Math.log10(Math.min(...positive)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...positive))))];
}

/** Moves labels apart, downward first, then up from the bottom. */
function spread(places: readonly number[], height: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let least = -Infinity;
  for (const i of order) {
    moved[i] = Math.max(moved[i] ?? 0, least);
    least = (moved[i] ?? 0) + LABEL_STEP;
  }
  let most = height;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i] ?? 0, most);
    most = (moved[i] ?? 0) - LABEL_STEP;
  }
  return moved;
}

/** Whether the gradient fades or grows on its way back: the first layer's norm over the last one's. */
export type Flow = 'unknown' | 'single' | 'none' | 'vanishing' | 'even' | 'exploding';

/** Beyond a factor of ten either way it is named. */
const NAMED_FACTOR = 10;

export function flowOf(norms: readonly number[]): Flow {
  const first = norms[0] ?? NaN;
  const last = norms[norms.length - 1] ?? NaN;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return 'unknown';
  if (norms.length === 1) return 'single';
  if (first === 0 && last === 0) return 'none';
  if (first * NAMED_FACTOR < last) return 'vanishing';
  return first > NAMED_FACTOR * last ? 'exploding' : 'even';
}

const FLOW_SENTENCES: Readonly<Record<Flow, string>> = {
  unknown: 'The network has diverged: its gradients are no longer numbers.',
  single: 'One layer: nothing is passed back.',
  none: 'No gradient reaches any layer.',
  vanishing: 'Vanishing: the first layer learns from less than a tenth of the last layer’s gradient.',
  even: 'Even: first and last layer are within a factor of ten.',
  exploding: 'Exploding: the first layer’s gradient is more than ten times the last layer’s.',
};

export function flowSentence(norms: readonly number[], residual: boolean): string {
  const flow = flowOf(norms);
  const hidden = norms.length > 2 && residual;
  return hidden && flow !== 'unknown'
    ? `${FLOW_SENTENCES[flow]} Residual connections pass dL/dh on unweakened.`
    : FLOW_SENTENCES[flow];
}

/** What the other connections would make of the same weights: `other` holds their norms. */
export function otherFlowSentence(other: readonly number[], residual: boolean): string {
  return `The same weights ${residual ? 'without' : 'with'} residual connections. ${FLOW_SENTENCES[flowOf(other)]}`;
}

/** Of a network that is residual, or is not: the other way to connect it. */
export function otherName(residual: boolean): string {
  return residual ? 'Without residual connections' : 'With residual connections';
}

/** Why residual connections make no difference; null where they do. */
export function noResidualSentence(sizes: readonly number[]): string | null {
  // The output layer has none.
  const layers = sizes.slice(1, -1);
  if (layers.some((units, l) => units === sizes[l])) return null;
  return layers.length === 0
    ? 'Residual connections go around hidden layers; this network has none.'
    : 'Residual connections would change nothing: no hidden layer is as wide as what it receives.';
}
