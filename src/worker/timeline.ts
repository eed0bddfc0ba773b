import type { Checkpoint } from '../engine/engine';
import type { TimelineView } from '../protocol/snapshot';

/** A point of the past to which the run can go back and from which it repeats the same bits. */
export interface TimelinePoint {
  /** epochs from the start of the run, fractional inside an epoch */
  readonly epoch: number;
  readonly checkpoint: Checkpoint;
}

/** Bytes that one run's points may take together. */
const MEMORY = 16 * 1024 * 1024;
const MOST_POINTS = 512;
const FEWEST_POINTS = 16;

/** How many checkpoints of `length` numbers are kept. */
export function timelineCapacity(length: number, bytesEach: number): number {
  const fitting = Math.floor(MEMORY / (bytesEach * Math.max(1, length)));
  return Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, fitting));
}

/**
 * The past of a run in bounded memory: points at a stride that doubles whenever they are too many. `at` is the point
 * on show; anything but the last means the run is rewound.
 */
export interface Timeline {
  readonly points: readonly TimelinePoint[];
  readonly at: number;
  readonly rewound: boolean;
  /** Whether a point at this epoch would be kept, so that no checkpoint is copied for nothing. */
  wants(epoch: number): boolean;
  /** Adds the newest point; one at the same epoch is replaced. */
  add(point: TimelinePoint): void;
  /** Goes to the kept point nearest to `epoch`. */
  seek(epoch: number): TimelinePoint | null;
  /** Inserts a point of the past and goes to it. */
  seekTo(point: TimelinePoint): void;
  /** Discards what comes after the point on show. */
  branch(): void;
  view(present: number): TimelineView;
  copy(): Timeline;
}

export function createTimeline(
  capacity: number,
  from: readonly TimelinePoint[] = [],
  shown = from.length - 1,
): Timeline {
  let points = [...from];
  let at = shown;
  let stride = 0;

  function thin(): void {
    const last = points.length - 1;
    points = points.filter((_, i) => i % 2 === 0 || i === last);
    const first = points[0]?.epoch ?? 0;
    stride = ((points[points.length - 1]?.epoch ?? 0) - first) / (points.length - 1);
  }

  const nearest = (epoch: number): number => {
    let best = 0;
    for (let i = 1; i < points.length; i++) {
      const distance = Math.abs((points[i]?.epoch ?? 0) - epoch);
      if (distance < Math.abs((points[best]?.epoch ?? 0) - epoch)) best = i;
    }
    return best;
  };

  return {
    get points() {
      return points;
    },
    get at() {
      return at;
    },
    get rewound() {
      return at < points.length - 1;
    },
    wants(epoch) {
      const last = points[points.length - 1];
      return last === undefined || epoch - last.epoch >= stride;
    },
    add(point) {
      if (points[points.length - 1]?.epoch === point.epoch) points.pop();
      points.push(point);
      if (points.length > capacity) thin();
      at = points.length - 1;
    },
    seek(epoch) {
      at = nearest(epoch);
      return points[at] ?? null;
    },
    seekTo(point) {
      const index = points.findIndex((each) => each.epoch >= point.epoch);
      const replaced = index >= 0 && points[index]?.epoch === point.epoch ? 1 : 0;
      at = index < 0 ? points.length : index;
      points.splice(at, replaced, point);
    },
    branch() {
      points.length = at + 1;
    },
    view(present) {
      const head = Math.max(points[points.length - 1]?.epoch ?? 0, present);
      const rewound = at < points.length - 1;
      return {
        count: points.length,
        epochs: Float64Array.from(points, (point) => point.epoch),
        at: rewound ? (points[at]?.epoch ?? 0) : present,
        head,
        rewound,
      };
    },
    copy: () => createTimeline(capacity, points, at),
  };
}
