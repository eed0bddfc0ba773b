import { loadResources } from '../data/resources';
import { createEngine, loadPrecision } from '../engine/createEngine';
import type { Experiment } from '../experiment/experiment';
import { precisionOf } from '../experiment/precision';
import type { Command, Event } from '../protocol/messages';
import { loadPictures } from './problemPictures';
import { createSession, type Session } from './session';

/** Wires the worker's port to the session. Training yields to messages through a channel: no timer's delay. */

const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => {
  const callback = resume;
  resume = null;
  callback?.();
};

function schedule(callback: () => void, delay: number): void {
  if (delay > 0) {
    setTimeout(callback, delay);
  } else {
    resume = callback;
    channel.port2.postMessage(null);
  }
}

const post = (event: Event, transfer: readonly ArrayBuffer[]) =>
  self.postMessage(event, { transfer: [...transfer] });

let session: Session | null = null;

async function start(): Promise<void> {
  session = createSession({ engine: await createEngine(), post, now: () => performance.now(), schedule });
}

/** Commands wait for the engine, and for the data of the experiment before them. */
let waiting: Promise<void> | null = start().catch(reportError);

/** All that an experiment needs before it can be trained and shown; null when it is there. */
function load(experiment: Experiment): Promise<unknown> | null {
  const { problem } = experiment;
  const needs = [loadResources(problem), loadPictures(problem), loadPrecision(precisionOf(experiment))];
  const parts = needs.filter((part) => part !== null);
  return parts.length > 0 ? Promise.all(parts) : null;
}

function receive(command: Command): void {
  const loading = command.kind === 'configure' ? load(command.experiment) : null;
  if (waiting === null && loading === null) return session?.receive(command);
  const before = waiting ?? Promise.resolve();
  const turn = before
    .then(() => loading)
    .then(() => session?.receive(command))
    // The page hears of it as of any other failure of its worker.
    .catch(reportError)
    .finally(() => {
      if (waiting === turn) waiting = null;
    });
  waiting = turn;
}

self.onmessage = ({ data }: MessageEvent<Command>) => {
  // Whoever asks whether the worker lives waits for nothing.
  if (data.kind === 'ping') post({ kind: 'pong' }, []);
  else receive(data);
};
