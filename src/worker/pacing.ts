import type { Speed } from '../protocol/messages';

/** Milliseconds that one slice of training may take; pause and tune wait no longer than this. */
export const SLICE = 8;
/** A run that could not keep up does not owe more than this many milliseconds of work. */
const LONGEST_DEBT = 250;

/** Turns the clock into work that is due, for speeds slower than the machine. */
export interface Pacing {
  setSpeed(speed: Speed): void;
  /** Starts counting from now, with one unit due at once. */
  start(now: number): void;
  /** Whole updates or epochs that are due; Infinity at Max. */
  due(now: number): number;
  /** Takes note of units done. */
  done(units: number): void;
  /** Milliseconds until the next unit is due; 0 when one is. */
  wait(now: number): number;
  readonly unit: 'update' | 'epoch';
}

export function createPacing(): Pacing {
  let speed: Speed = { kind: 'max' };
  let credit = 0;
  let last = 0;

  function accrue(now: number): void {
    if (speed.kind === 'max') return;
    // A clock that is set back owes nothing.
    const elapsed = Math.max(0, Math.min(now - last, Math.max(LONGEST_DEBT, 1000 / speed.perSecond)));
    credit += (elapsed * speed.perSecond) / 1000;
    credit = Math.min(credit, Math.max(1, (LONGEST_DEBT * speed.perSecond) / 1000));
    last = now;
  }

  return {
    setSpeed(next) {
      speed = next;
      credit = Math.min(credit, 1);
    },
    start(now) {
      last = now;
      credit = 1;
    },
    due(now) {
      if (speed.kind === 'max') return Infinity;
      accrue(now);
      return Math.floor(credit);
    },
    done(units) {
      if (speed.kind !== 'max') credit -= units;
    },
    wait(now) {
      if (speed.kind === 'max') return 0;
      accrue(now);
      return credit >= 1 ? 0 : ((1 - credit) * 1000) / speed.perSecond;
    },
    get unit() {
      return speed.kind === 'updates' ? 'update' : 'epoch';
    },
  };
}
