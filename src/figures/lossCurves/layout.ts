import { ticks } from 'd3';
import type { LossHistory, Mark } from '../../protocol/snapshot';
import { formatLogTick } from '../numbers';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The domain of the curves and where it lies in px; written anew for every frame. */
export interface LossScale {
  log: boolean;
  /** losses at the bottom and the top */
  low: number;
  high: number;
  /** epoch at the right end; the left end is 0 */
  epochs: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function createLossScale(): LossScale {
  return { log: true, low: 0.1, high: 1, epochs: 1, left: 0, right: 1, top: 0, bottom: 1 };
}

/** Losses below this are drawn at it on a logarithmic axis. */
const LEAST_LOSS = 1e-12;

export function layoutLossScale(
  scale: LossScale,
  history: LossHistory,
  log: boolean,
  size: { readonly width: number; readonly height: number },
  margins: Margins,
  ends: readonly number[] = [],
): void {
  let low = Infinity;
  // What is on show may lie between two of the history's epochs.
  let high = Math.max(0, ...ends.filter(Number.isFinite));
  for (let i = 0; i < history.count; i++) {
    const train = history.train[i] ?? NaN;
    const test = history.test[i] ?? NaN;
    if (train > LEAST_LOSS) low = Math.min(low, train);
    if (test > LEAST_LOSS) low = Math.min(low, test);
    if (train > high && train < Infinity) high = train;
    if (test > high && test < Infinity) high = test;
  }
  if (high === 0) high = 1;
  if (low > high) low = high;
  scale.log = log;
  // At least a factor of two, so that an untrained network's curve is not all noise.
  scale.low = log ? Math.min(low * 0.9, high / 2) : 0;
  scale.high = high * (log ? 1.08 : 1.05);
  scale.epochs = Math.max(1, history.epoch[history.count - 1] ?? 0);
  scale.left = margins.left;
  scale.right = Math.max(margins.left + 1, size.width - margins.right);
  scale.top = margins.top;
  scale.bottom = Math.max(margins.top + 1, size.height - margins.bottom);
}

export function epochX({ epochs, left, right }: LossScale, epoch: number): number {
  return left + (epoch / epochs) * (right - left);
}

export function lossY({ log, low, high, top, bottom }: LossScale, loss: number): number {
  const share = log
    ? Math.log(Math.max(loss, LEAST_LOSS) / low) / Math.log(high / low)
    : (loss - low) / (high - low);
  return bottom - Math.max(-0.02, share) * (bottom - top);
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** At most `most` + 1 losses worth a grid line: 1, 2, 5 in every decade, or fewer where there are many decades. */
export function lossTicks(log: boolean, low: number, high: number, most: number): readonly Tick[] {
  const values = log ? logTicks(low, high, most) : ticks(low, high, most);
  return values.map((value) => ({ value, text: formatLogTick(value) }));
}

/** Digits of ticks on a logarithmic axis, the first that fit: finer ones within less than a decade. */
const LOG_STEPS = [[1, 2, 5], [1], [1, 1.5, 2, 3, 4, 5, 7]];

function logTicks(low: number, high: number, most: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  for (const steps of LOG_STEPS) {
    const found: number[] = [];
    for (let decade = first; decade <= last; decade++)
      for (const step of steps) found.push(Number(`${step}e${decade}`));
    const inside = found.filter((value) => value >= low && value <= high);
    if (inside.length >= 2 && inside.length <= most) return inside;
  }
  const stride = Math.max(1, Math.ceil((last - first) / most));
  const decades: number[] = [];
  for (let decade = last; decade >= first; decade -= stride) decades.push(Number(`1e${decade}`));
  return decades.filter((value) => value >= low && value <= high);
}

/** Whole epochs. */
export function epochTicks(epochs: number, most: number): readonly Tick[] {
  return ticks(0, epochs, most)
    .filter((value) => Number.isInteger(value))
    .map((value) => ({ value, text: String(value).replace(/\B(?=(\d{3})+$)/g, ',') }));
}

/** Changes of one kind that followed each other, as in a drag. */
export interface MarkGroup {
  readonly label: string;
  readonly count: number;
  /** epochs of the first and the last */
  readonly from: number;
  readonly to: number;
}

export function groupMarks(marks: readonly Mark[]): readonly MarkGroup[] {
  const groups: MarkGroup[] = [];
  for (const { label, epoch } of marks) {
    const last = groups[groups.length - 1];
    if (last?.label === label) groups[groups.length - 1] = { ...last, count: last.count + 1, to: epoch };
    else groups.push({ label, count: 1, from: epoch, to: epoch });
  }
  return groups;
}

/** Heights of two labels that would like to stand at `a` and `b`: moved apart to `gap`, kept above `bottom`. */
export function spreadLabels(
  a: number,
  b: number,
  gap: number,
  top: number,
  bottom: number,
): [number, number] {
  const apart = Math.abs(a - b) >= gap;
  const middle = (a + b) / 2;
  const upper = Math.max(top, Math.min(bottom - gap, apart ? Math.min(a, b) : middle - gap / 2));
  const lower = Math.max(upper + gap, Math.min(bottom, apart ? Math.max(a, b) : middle + gap / 2));
  return a <= b ? [upper, lower] : [lower, upper];
}

/** Index of the history's point nearest to an epoch; −1 without points. */
export function nearestIndex(history: LossHistory, epoch: number): number {
  let low = 0;
  let high = history.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history.epoch[middle] ?? 0) < epoch) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && epoch - (history.epoch[low - 1] ?? 0) < (history.epoch[low] ?? 0) - epoch) low--;
  return history.count > 0 ? low : -1;
}

/** Whether the train loss has changed by less than `share` of itself over the last `epochs` epochs. */
export function hasConverged(history: LossHistory, epochs = 50, share = 0.001): boolean {
  const last = history.count - 1;
  const end = history.epoch[last] ?? 0;
  if (last < 1 || end < epochs) return false;
  const now = history.train[last] ?? NaN;
  for (let i = last - 1; i >= 0; i--) {
    if (Math.abs((history.train[i] ?? NaN) - now) > share * Math.abs(now)) return false;
    if ((history.epoch[i] ?? 0) <= end - epochs) return Number.isFinite(now);
  }
  return false;
}
