import type { TimelineView } from '../../protocol/snapshot';

/** Room left of the first and right of the last tick, for the ring. */
export const TIMELINE_MARGIN = 8;
/** Height of the line of numbers under the ruler. */
const NUMBERS = 19;
/** px between two ticks, and between two numbers of so many digits */
const MINOR_GAP = 6;
const numberGap = (digits: number) => 36 + 7 * digits;

export interface TimelineLayout {
  /** epochs from the left end to the right */
  readonly span: number;
  readonly left: number;
  readonly right: number;
  /** y of the ruler */
  readonly base: number;
  /** epochs between two ticks, and between two numbers */
  readonly minor: number;
  readonly major: number;
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least `value`. */
export function niceAtLeast(value: number): number {
  let factor = 1;
  while (5 * factor < value) factor *= 10;
  if (factor >= value) return factor;
  return 2 * factor >= value ? 2 * factor : 5 * factor;
}

/** The ruler for a run of `head` epochs; it grows in nice steps, so that it seldom moves. */
export function layoutTimeline(width: number, height: number, head: number): TimelineLayout {
  const span = niceAtLeast(Math.max(10, head * 1.03));
  const left = TIMELINE_MARGIN;
  const right = Math.max(left + 1, width - TIMELINE_MARGIN);
  const perPixel = span / (right - left);
  const digits = span.toLocaleString('en').length;
  const major = niceAtLeast(Math.max(1, perPixel * numberGap(digits)));
  const fine = niceAtLeast(Math.max(1, perPixel * MINOR_GAP));
  // Every number stands at a tick: 2 does not divide 5.
  const minor = major % fine === 0 ? fine : major;
  return { span, left, right, base: height - NUMBERS, minor, major };
}

export function timelineX({ span, left, right }: TimelineLayout, epoch: number): number {
  return left + ((right - left) * epoch) / span;
}

export function timelineEpoch({ span, left, right }: TimelineLayout, x: number): number {
  return ((x - left) / (right - left)) * span;
}

type Points = Pick<TimelineView, 'count' | 'epochs' | 'head'>;

/** The epoch, among those that can be gone back to and the last one reached, that is nearest. */
export function nearestPoint({ count, epochs, head }: Points, epoch: number): number {
  let nearest = head;
  for (let i = 0; i < count; i++) {
    const point = epochs[i] ?? head;
    if (Math.abs(point - epoch) < Math.abs(nearest - epoch)) nearest = point;
  }
  return nearest;
}

/** The next epoch in a direction, at least `distance` away where there is one; else the last one in that direction. */
export function neighborPoint({ count, epochs, head }: Points, from: number, distance: number): number {
  const back = distance < 0;
  let best = back ? (epochs[0] ?? head) : head;
  for (let i = 0; i < count; i++) {
    const point = epochs[i] ?? head;
    const far = back ? point <= from + distance && point < from : point >= from + distance && point > from;
    if (far && (back ? point > best : point < best)) best = point;
  }
  return best;
}
