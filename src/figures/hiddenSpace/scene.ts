import { ticks } from 'd3';
import { formatShort } from '../numbers';
import type { Ranges } from './ranges';
import type { Place, Placed } from './view';

/** A place on the figure in px. */
export type Spot = readonly [x: number, y: number];

/** The square within which layers are drawn. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  /** px */
  readonly side: number;
}

/** px beside the square: numbers and name of the upright axis, and below it those of the other. */
export const MARGINS = { left: 50, right: 10, top: 8, bottom: 36 } as const;

export function frameWithin(width: number, height: number): Frame {
  const side = Math.max(
    60,
    Math.min(width - MARGINS.left - MARGINS.right, height - MARGINS.top - MARGINS.bottom),
  );
  return { left: MARGINS.left, top: MARGINS.top, side };
}

/** From the figure's −1 … 1, y upwards, to px. */
export function spotOf({ left, top, side }: Frame, x: number, y: number): Spot {
  return [left + ((1 + x) * side) / 2, top + ((1 - y) * side) / 2];
}

export interface Tick {
  readonly at: Spot;
  readonly text: string;
  /** the axis it belongs to */
  readonly axis: number;
}

/** The box or square around the data: lines of its edges, and numbers along its axes. */
export interface Axes {
  readonly edges: readonly (readonly [Spot, Spot])[];
  readonly ticks: readonly Tick[];
  /** [d] where the name of each axis belongs */
  readonly names: readonly Spot[];
}

const CORNER = [-1, -1, -1] as const;
/** Where the three axes meet, their numbers would lie on each other. */
const NEAR_CORNER = -0.75;
/** px from the end of an axis of the box to its name */
const BEYOND = 26;
/** px from the figure's edges to the middle of a name */
const NAME_MARGIN = 13;
/** px from a name in which no number has room */
const NAME_ROOM = 22;

export function layoutAxes(frame: Frame, ranges: Ranges, place: Place): Axes {
  return ranges.middle.length === 3 ? boxAxes(frame, ranges, place) : squareAxes(frame, ranges);
}

function axisTicks({ middle, half }: Ranges, d: number, most: number): { value: number; text: string }[] {
  const center = middle[d] ?? 0;
  return ticks(center - half, center + half, most).map((value) => ({ value, text: formatShort(value) }));
}

function squareAxes(frame: Frame, ranges: Ranges): Axes {
  const { left, top, side } = frame;
  const most = side < 200 ? 3 : 5;
  const share = (value: number, d: number) => (value - (ranges.middle[d] ?? 0)) / ranges.half;
  const found: Tick[] = axisTicks(ranges, 0, most).map(({ value, text }) => {
    const [x] = spotOf(frame, share(value, 0), 0);
    return { at: [x, top + side], text, axis: 0 };
  });
  if (ranges.middle.length > 1)
    for (const { value, text } of axisTicks(ranges, 1, most))
      found.push({ at: [left, spotOf(frame, 0, share(value, 1))[1]], text, axis: 1 });
  const names: Spot[] = [
    [left + side / 2, top + side + 26],
    [left - 38, top + side / 2],
  ];
  return { edges: [], ticks: found, names: names.slice(0, ranges.middle.length) };
}

function boxAxes(frame: Frame, ranges: Ranges, place: Place): Axes {
  const corner = (signs: readonly number[]): Spot => {
    const [q0 = 0, q1 = 0, q2 = 0] = signs.map((sign, d) => (ranges.middle[d] ?? 0) + sign * ranges.half);
    const [x, y] = place(q0, q1, q2);
    return spotOf(frame, x, y);
  };
  const edges: [Spot, Spot][] = [];
  for (let c = 0; c < 8; c++)
    for (let d = 0; d < 3; d++)
      if (((c >> d) & 1) === 0) edges.push([corner(signsOf(c)), corner(signsOf(c | (1 << d)))]);
  const found: Tick[] = [];
  const names: Spot[] = [];
  for (let d = 0; d < 3; d++) {
    const along = (sign: number) => corner(CORNER.map((low, i) => (i === d ? sign : low)));
    const [x, y] = beyond(corner(CORNER), along(1));
    const name: Spot = [within(x, frame.left, frame.side), within(y, frame.top, frame.side)];
    names.push(name);
    for (const { value, text } of axisTicks(ranges, d, 2)) {
      const sign = (value - (ranges.middle[d] ?? 0)) / ranges.half;
      const at = along(sign);
      const free = Math.hypot(at[0] - name[0], at[1] - name[1]) >= NAME_ROOM;
      if (sign >= NEAR_CORNER && free) found.push({ at, text, axis: d });
    }
  }
  return { edges, ticks: found, names };
}

function within(at: number, from: number, side: number): number {
  return Math.max(from + NAME_MARGIN, Math.min(from + side - NAME_MARGIN, at));
}

/** Farther along the axis that ends at `to`; one that points at the eye has its name below. */
function beyond(from: Spot, to: Spot): Spot {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return length < 8
    ? [to[0], to[1] + BEYOND]
    : [to[0] + (BEYOND * dx) / length, to[1] + (BEYOND * dy) / length];
}

function signsOf(corner: number): number[] {
  return [0, 1, 2].map((d) => ((corner >> d) & 1 ? 1 : -1));
}

/** The token nearest to a place of the figure (px) within `reach`, or −1. */
export function nearestToken(
  placed: Placed,
  frame: Frame,
  [x, y]: Spot,
  reach: number,
  tokens: readonly Uint32Array[],
): number {
  let nearest = -1;
  let least = reach * reach;
  for (const set of tokens)
    for (const token of set) {
      const [tx, ty] = spotOf(frame, placed.x[token] ?? NaN, placed.y[token] ?? NaN);
      const distance = (tx - x) * (tx - x) + (ty - y) * (ty - y);
      if (distance > least) continue;
      least = distance;
      nearest = token;
    }
  return nearest;
}
