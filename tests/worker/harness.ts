import type { Engine } from '../../src/engine/engine';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import type { Experiment } from '../../src/experiment/experiment';
import type { Command, Configure, Event, RunStatus, Watch } from '../../src/protocol/messages';
import type { Snapshot } from '../../src/protocol/snapshot';
import { snapshotBuffers } from '../../src/protocol/snapshotBuffers';
import { createSession } from '../../src/worker/session';

export const WATCH: Watch = {
  maps: true,
  field: true,
  unit: null,
  token: 0,
  discrete: false,
  palette: {
    ramp: new Uint8ClampedArray(511 * 3).fill(9),
    classes: new Uint8ClampedArray(30).fill(7),
    zero: new Uint8ClampedArray(3),
  },
  probes: [],
  state: false,
};

/** A session under a clock and a queue of the test's own; every look at the clock takes half a millisecond. */
export function createHarness(experiment: Experiment, engine: Engine = createPlainEngine()) {
  const events: Event[] = [];
  const queue: { at: number; callback: () => void }[] = [];
  let time = 0;
  let revision = 0;
  let acknowledging = true;

  const session = createSession({
    engine,
    post(event) {
      events.push(event);
      if (event.kind === 'snapshot' && acknowledging) unanswered.push(event.snapshot);
    },
    now: () => (time += 0.5),
    schedule: (callback, delay) => queue.push({ at: time + delay, callback }),
  });
  const unanswered: Snapshot[] = [];

  const send = (command: Command) => session.receive(command);

  /** Lets the session work until `done` holds or `milliseconds` of its clock have passed. */
  function run(milliseconds: number, done: () => boolean = () => false): void {
    const until = time + milliseconds;
    while (time < until && !done()) {
      const shown = unanswered.shift();
      if (shown !== undefined) {
        // The page keeps nothing of a frame it has drawn.
        const buffers = snapshotBuffers(structuredClone(shown));
        send({ kind: 'acknowledge', buffers });
      }
      queue.sort((a, b) => a.at - b.at);
      const next = queue.shift();
      if (next === undefined) {
        time += 1;
        continue;
      }
      time = Math.max(time, next.at);
      next.callback();
    }
  }

  function configure(next: Experiment, part: Partial<Configure> = {}): void {
    revision++;
    send({ kind: 'configure', revision, experiment: next, restart: false, label: 'Change', ...part });
    run(5);
  }

  const snapshots = () => events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot] : []));
  const statuses = () => events.flatMap((event) => (event.kind === 'status' ? [event.status] : []));
  const last = <T>(list: readonly T[]): T => {
    const value = list[list.length - 1];
    if (value === undefined) throw new Error('nothing was posted');
    return value;
  };

  send({ kind: 'watch', watch: WATCH });
  configure(experiment, { restart: true });
  return {
    send,
    run,
    configure,
    events,
    snapshot: (): Snapshot => last(snapshots()),
    status: (): RunStatus => last(statuses()),
    frames: () => snapshots().length,
    playFor(milliseconds: number, done?: () => boolean): void {
      send({ kind: 'play' });
      run(milliseconds, done);
    },
    pause(): void {
      send({ kind: 'pause' });
      run(5);
    },
    stopAnswering(): void {
      acknowledging = false;
    },
  };
}

export const bits = (values: ArrayLike<number>): number[] => Array.from(values);
