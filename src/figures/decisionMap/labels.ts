import type { Contours } from './contours';

/** Where isolines carry their values: chosen once and then followed, so that labels do not jump from frame to frame. */
export interface LabelPlacer {
  /**
   * Begins a frame on a square of `side` px. A settled picture need not spare the eye: a label waits for nothing.
   * `spacing` tells how many px apart neighboring isolines are at a place given by its shares of the square.
   */
  begin(side: number, settled: boolean, spacing?: (shareX: number, shareY: number) => number): void;
  /** Finds the place of one line's label, `width` px wide, where lines are `room` px apart; false when there is none. */
  place(level: number, contours: Contours, width: number, room?: number): boolean;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

const MOST_LEVELS = 16;
const HEIGHT = 14;
/** px to the frame */
const MARGIN = 6;
/** px that a line may move between two frames and keep its label */
const REACH = 26;
/** Frames that a label waits before it takes another place. */
const WAIT = 20;
/** Points under a label before it looks for another place. */
const MOST_BENEATH = 1;
/** Of the room that a label was given, what it keeps its place with. */
const KEEPING = 0.7;
/** Squares a side in which points are counted. */
const CELLS = 40;

/** Counts the points in each of the figure's squares: a label goes where few of them are. */
export function createCrowding(): {
  readonly counts: Uint8Array;
  clear(): void;
  add(shareX: number, shareY: number): void;
} {
  const counts = new Uint8Array(CELLS * CELLS);
  return {
    counts,
    clear: () => counts.fill(0),
    add(shareX, shareY) {
      const column = Math.floor(shareX * CELLS);
      const row = Math.floor(shareY * CELLS);
      if (column < 0 || row < 0 || column >= CELLS || row >= CELLS) return;
      const at = row * CELLS + column;
      counts[at] = Math.min(255, (counts[at] ?? 0) + 1);
    },
  };
}

export function createLabelPlacer(crowding: Uint8Array): LabelPlacer {
  const x = new Float32Array(MOST_LEVELS);
  const y = new Float32Array(MOST_LEVELS);
  const widths = new Float32Array(MOST_LEVELS);
  const shown = new Uint8Array(MOST_LEVELS);
  const waiting = new Uint8Array(MOST_LEVELS);
  /** levels that already have their place in this frame */
  const taken: number[] = [];
  let side = 0;
  let spacing: ((shareX: number, shareY: number) => number) | null = null;

  function isRoomy(shareX: number, shareY: number, room: number): boolean {
    return room === 0 || spacing === null || spacing(shareX, shareY) >= room;
  }

  function fits(px: number, py: number, width: number): boolean {
    const halfWidth = width / 2 + MARGIN;
    const halfHeight = HEIGHT / 2 + MARGIN;
    if (px < halfWidth || px > side - halfWidth || py < halfHeight || py > side - halfHeight) return false;
    for (const other of taken) {
      const apart = (width + (widths[other] ?? 0)) / 2 + 4;
      if (Math.abs(px - (x[other] ?? 0)) < apart && Math.abs(py - (y[other] ?? 0)) < HEIGHT + 4) return false;
    }
    return true;
  }

  function crowd(px: number, py: number, width: number): number {
    const scale = CELLS / side;
    const left = Math.max(0, Math.floor((px - width / 2) * scale));
    const right = Math.min(CELLS - 1, Math.floor((px + width / 2) * scale));
    const top = Math.max(0, Math.floor((py - HEIGHT / 2) * scale));
    const bottom = Math.min(CELLS - 1, Math.floor((py + HEIGHT / 2) * scale));
    let count = 0;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) count += crowding[row * CELLS + column] ?? 0;
    return count;
  }

  /** Moves a label along with its line; false when the line has gone or the place is no longer free. */
  function track(level: number, { count, starts, points }: Contours, width: number, room: number): boolean {
    let least = REACH * REACH;
    let nearest = -1;
    for (let p = 0; p < (starts[count] ?? 0); p++) {
      const dx = (points[2 * p] ?? 0) * side - (x[level] ?? 0);
      const dy = (points[2 * p + 1] ?? 0) * side - (y[level] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        nearest = p;
      }
    }
    if (nearest < 0) return false;
    if (!isRoomy(points[2 * nearest] ?? 0, points[2 * nearest + 1] ?? 0, KEEPING * room)) return false;
    const px = (points[2 * nearest] ?? 0) * side;
    const py = (points[2 * nearest + 1] ?? 0) * side;
    if (!fits(px, py, width) || crowd(px, py, width) > MOST_BENEATH) return false;
    x[level] = px;
    y[level] = py;
    return true;
  }

  /** The place on the line with the fewest points beneath, nearest to the middle. */
  function choose(level: number, { count, starts, points }: Contours, width: number, room: number): boolean {
    let least = Infinity;
    for (let p = 0; p < (starts[count] ?? 0); p += 3) {
      const px = (points[2 * p] ?? 0) * side;
      const py = (points[2 * p + 1] ?? 0) * side;
      if (!fits(px, py, width)) continue;
      if (!isRoomy(points[2 * p] ?? 0, points[2 * p + 1] ?? 0, room)) continue;
      const off = (Math.abs(px - side / 2) + Math.abs(py - side / 2)) / side;
      const cost = crowd(px, py, width) + off;
      if (cost < least) {
        least = cost;
        x[level] = px;
        y[level] = py;
      }
    }
    return least < Infinity;
  }

  return {
    x,
    y,
    begin(px, settled, between) {
      spacing = between ?? null;
      if (px !== side) shown.fill(0);
      if (settled) waiting.fill(0);
      side = px;
      taken.length = 0;
    },
    place(level, contours, width, room = 0) {
      if (level >= MOST_LEVELS) return false;
      let found = shown[level] === 1 && track(level, contours, width, room);
      if (!found) {
        const wait = waiting[level] ?? 0;
        if (wait > 0) waiting[level] = wait - 1;
        else {
          found = choose(level, contours, width, room);
          waiting[level] = WAIT;
        }
      }
      shown[level] = found ? 1 : 0;
      if (!found) return false;
      widths[level] = width;
      taken.push(level);
      return true;
    },
  };
}
