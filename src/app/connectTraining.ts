import { createTrainingClient } from '../client/trainingClient';
import { loadResources } from '../data/resources';
import { readPalette } from '../figures/color';
import { assertNever } from '../protocol/assertNever';
import type { Command, Event, Palette, RescuePoint, Watch } from '../protocol/messages';
import type { Snapshot } from '../protocol/snapshot';
import { snapshotBuffers } from '../protocol/snapshotBuffers';
import { createActions } from '../store/actions';
import type { Playground } from '../store/context';
import { createFrames } from '../store/frames';
import { selectShownUnit, SPEEDS, type State } from '../store/state';
import type { PlaygroundStore } from '../store/store';

const WENT_ON = 'It was started again and goes on from the last point it had kept.';
const NEVER_STARTED =
  'The training worker could not start, so nothing can be trained. Reload the page, or allow this page to run workers.';

export interface Connection extends Playground {
  /** The theme's colours have changed: the worker paints with them. */
  repaint(): void;
  dispose(): void;
}

/** Ties store, frames and worker together: actions become commands, events become state and frames. */
export function connectTraining(store: PlaygroundStore, createWorker: () => Worker): Connection {
  let palette: Palette = readPalette(document.documentElement);
  let deaths = 0;
  let rescue: { revision: number; point: RescuePoint } | null = null;

  function post(command: Command): void {
    client.post(command);
    // The worker sends no frame before the last one has come back: what was asked for shows a frame earlier.
    if (command.kind === 'configure') frames.expect();
    else if (command.kind !== 'acknowledge') frames.flush();
  }
  const acknowledge = (snapshot: Snapshot | null) =>
    post({ kind: 'acknowledge', buffers: snapshot === null ? [] : snapshotBuffers(snapshot) });
  const frames = createFrames({ requestFrame: requestAnimationFrame, done: acknowledge });
  const actions = createActions({ store, post, prepare: loadResources, current: frames.current });

  function receive(event: Event): void {
    switch (event.kind) {
      case 'snapshot':
        // A frame of an experiment that has been replaced since is dropped here and nowhere else.
        if (event.snapshot.revision < store.getState().revision) acknowledge(event.snapshot);
        else frames.show(event.snapshot);
        return;
      case 'status':
        if (event.revision >= store.getState().revision) store.setState({ status: event.status });
        return;
      case 'rescue':
        rescue = { revision: event.revision, point: event.point };
        return;
      case 'pong':
        return;
      default:
        return assertNever(event);
    }
  }

  function begin(point: RescuePoint | null): void {
    const { experiment, revision, view } = store.getState();
    const speed = SPEEDS.find((each) => each.name === view.speed);
    if (speed) post({ kind: 'speed', speed: speed.speed });
    post({
      kind: 'configure',
      revision,
      experiment,
      restart: true,
      label: '',
      ...(point === null ? {} : { rescue: point }),
    });
    post({ kind: 'watch', watch: watchOf(store.getState(), palette) });
  }

  function died(started: boolean): void {
    if (!started) {
      store.setState({ workerTrouble: NEVER_STARTED });
      return;
    }
    const wasPlaying = store.getState().status.playing;
    const point = rescue !== null && rescue.revision === store.getState().revision ? rescue.point : null;
    deaths++;
    // Another sentence each time: it comes back where the last one was dismissed.
    const times = deaths === 1 ? '' : ` ${deaths} times`;
    store.setState({ workerTrouble: `The training worker stopped unexpectedly${times}. ${WENT_ON}` });
    client.restart();
    begin(point);
    if (wasPlaying) post({ kind: 'play' });
  }

  const client = createTrainingClient({ createWorker, receive, died });
  begin(null);

  const unsubscribe = store.subscribe((state, before) => {
    const watched = watchOf(state, palette);
    const last = watchOf(before, palette);
    const same = (['unit', 'token', 'discrete', 'probes', 'state'] as const).every(
      (key) => watched[key] === last[key],
    );
    if (!same) post({ kind: 'watch', watch: watched });
  });

  return {
    store,
    actions,
    frames,
    repaint() {
      palette = readPalette(document.documentElement);
      post({ kind: 'watch', watch: watchOf(store.getState(), palette) });
      frames.redraw();
    },
    dispose() {
      unsubscribe();
      client.dispose();
    },
  };
}

function watchOf(state: State, palette: Palette): Watch {
  const { view, probes, stateWatchers } = state;
  const { token, discrete } = view;
  const unit = selectShownUnit(state);
  return { maps: true, field: true, unit, token, discrete, palette, probes, state: stateWatchers > 0 };
}
