import { ticks } from 'd3';

/** The figure of a function of one x: x to the right, y up. */

/** px and the values at its edges */
export interface CurveScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** y at the bottom and at the top */
  readonly low: number;
  readonly high: number;
}

export interface Domain {
  readonly low: number;
  readonly high: number;
}

/** |x| at the sides of the frame: the data's −1 … 1 and a little of what lies beyond. */
export const SHOWN_X = 1.1;
/** Places along x at which the network is asked for its values, a hundredth apart, ends included. */
export const PROBES = 221;

/** px for the numbers beside and below the frame */
const MARGIN = { left: 34, right: 6, top: 6, bottom: 22 } as const;
/** px for the units' handles above it */
const HANDLES = 16;
/** Room over and under the data, as a share of their span. */
const PADDING = 0.22;
const LEAST_SPAN = 0.5;

export function probePlaces(): Float64Array {
  return Float64Array.from({ length: PROBES }, (_, i) => (i - (PROBES - 1) / 2) / 100);
}

/** Index of the place nearest to x. */
export function probeAt(x: number): number {
  return Math.max(0, Math.min(PROBES - 1, Math.round(x * 100) + (PROBES - 1) / 2));
}

/** y from a little under the least target to a little over the largest. */
export function domainOf(...values: readonly ArrayLike<number>[]): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const list of values)
    for (let i = 0; i < list.length; i++) {
      low = Math.min(low, list[i] ?? low);
      high = Math.max(high, list[i] ?? high);
    }
  if (!(high >= low)) return { low: -1, high: 1 };
  const span = Math.max(LEAST_SPAN, high - low);
  const middle = (low + high) / 2;
  return { low: middle - span * (0.5 + PADDING), high: middle + span * (0.5 + PADDING) };
}

const ZOOMS = [1, 1.5, 2.5, 4, 7, 12] as const;
/** A wider view is left only when the next narrower one has this much room to spare: the frame does not flicker. */
const SPARE = 0.8;

/** How much wider than the data's domain the view has to be to hold low … high, given how wide it is now. */
export function steadyZoom(now: number, domain: Domain, { low, high }: Domain): number {
  const middle = (domain.low + domain.high) / 2;
  const half = (domain.high - domain.low) / 2;
  const needed = Math.max(middle - low, high - middle) / half;
  const fits = ZOOMS.find((zoom) => zoom >= needed) ?? 12;
  if (fits >= now) return fits;
  return ZOOMS.find((zoom) => zoom * SPARE >= needed) ?? now;
}

export function layoutCurve(
  { width, height }: { readonly width: number; readonly height: number },
  domain: Domain,
  zoom: number,
  handles: boolean,
): CurveScale {
  const middle = (domain.low + domain.high) / 2;
  const half = ((domain.high - domain.low) / 2) * zoom;
  const top = MARGIN.top + (handles ? HANDLES : 0);
  return {
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 1, width - MARGIN.right),
    top,
    bottom: Math.max(top + 1, height - MARGIN.bottom),
    low: middle - half,
    high: middle + half,
  };
}

export function placeX({ left, right }: CurveScale, x: number): number {
  return left + ((x + SHOWN_X) / (2 * SHOWN_X)) * (right - left);
}

export function placeY({ top, bottom, low, high }: CurveScale, y: number): number {
  return bottom - ((y - low) / (high - low)) * (bottom - top);
}

export function xAt({ left, right }: CurveScale, px: number): number {
  return ((px - left) / (right - left)) * 2 * SHOWN_X - SHOWN_X;
}

export function yAt({ top, bottom, low, high }: CurveScale, px: number): number {
  return low + ((bottom - px) / (bottom - top)) * (high - low);
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** Bishop's axis is t = (x + 1)/2. */
export function ticksX(bishop: boolean): readonly Tick[] {
  return bishop
    ? [0, 0.25, 0.5, 0.75, 1].map((t) => ({ value: 2 * t - 1, text: String(t) }))
    : [-1, -0.5, 0, 0.5, 1].map((x) => ({ value: x, text: String(x).replace('-', '−') }));
}

export function ticksY({ low, high }: Domain): readonly Tick[] {
  return ticks(low, high, 4).map((value) => ({
    value,
    text: String(Number(value.toPrecision(6))).replace('-', '−'),
  }));
}

/** The token nearest to x, or −1 where none is within reach. */
export function nearestToken(inputs: ArrayLike<number>, x: number, reach: number): number {
  let nearest = -1;
  let least = reach;
  for (let token = 0; token < inputs.length; token++) {
    const distance = Math.abs((inputs[token] ?? Infinity) - x);
    if (distance <= least) [nearest, least] = [token, distance];
  }
  return nearest;
}
