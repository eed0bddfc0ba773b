import { createEngine } from '../engine/createEngine';
import type { Command } from '../protocol/messages';
import { createSession } from './session';

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

const session = createSession({
  engine: createEngine(),
  post: (event, transfer) => self.postMessage(event, { transfer: [...transfer] }),
  now: () => performance.now(),
  schedule,
});

self.onmessage = ({ data }: MessageEvent<Command>) => session.receive(data);
