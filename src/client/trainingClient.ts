import type { Command, Event } from '../protocol/messages';

/** Milliseconds between two questions whether the worker still lives. */
const HEARTBEAT = 1000;
/** Questions left without an answer after which it counts as dead. */
const MISSED_BEATS = 6;

export interface TrainingClient {
  post(command: Command): void;
  /** Ends the present worker and begins another, which knows nothing yet. */
  restart(): void;
  dispose(): void;
}

export interface TrainingClientOptions {
  readonly createWorker: () => Worker;
  readonly receive: (event: Event) => void;
  /** `started`: whether this worker had ever answered. */
  readonly died: (started: boolean) => void;
}

/** Owns the training worker: posts commands, passes events on, notices when it dies. */
export function createTrainingClient({ createWorker, receive, died }: TrainingClientOptions): TrainingClient {
  let worker: Worker | null = null;
  let started = false;
  let unanswered = 0;
  let beat: ReturnType<typeof setInterval> | null = null;

  function stop(): void {
    if (beat !== null) clearInterval(beat);
    beat = null;
    worker?.terminate();
    worker = null;
  }

  function fail(): void {
    if (worker === null) return;
    stop();
    died(started);
  }

  function ask(): void {
    // A hidden page's clock is slowed down while its worker trains on: silence means nothing then.
    if (document.hidden) unanswered = 0;
    else if (unanswered >= MISSED_BEATS) return fail();
    unanswered++;
    worker?.postMessage({ kind: 'ping' } satisfies Command);
  }

  function start(): void {
    stop();
    started = false;
    unanswered = 0;
    const fresh = createWorker();
    worker = fresh;
    fresh.onmessage = ({ data }: MessageEvent<Event>) => {
      if (worker !== fresh) return;
      started = true;
      unanswered = 0;
      receive(data);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (worker === fresh) fail();
    };
    fresh.onmessageerror = () => {
      if (worker === fresh) fail();
    };
    beat = setInterval(ask, HEARTBEAT);
  }

  start();
  return {
    post(command) {
      if (command.kind === 'acknowledge') worker?.postMessage(command, [...command.buffers]);
      else worker?.postMessage(command);
    },
    restart: start,
    dispose: stop,
  };
}
