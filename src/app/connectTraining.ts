import { createTrainingClient } from '../client/trainingClient';
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

const DIED =
  'The training worker stopped unexpectedly. It was started again and goes on from the last point it had kept.';
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
  let rescue: { revision: number; point: RescuePoint } | null = null;

  const post = (command: Command) => client.post(command);
  const acknowledge = (snapshot: Snapshot | null) =>
    post({ kind: 'acknowledge', buffers: snapshot === null ? [] : snapshotBuffers(snapshot) });
  const frames = createFrames({ requestFrame: requestAnimationFrame, done: acknowledge });
  const actions = createActions({ store, post, current: frames.current });

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
    store.setState({ workerTrouble: DIED });
    client.restart();
    begin(point);
    if (wasPlaying) post({ kind: 'play' });
  }

  const client = createTrainingClient({ createWorker, receive, died });
  begin(null);

  const unsubscribe = store.subscribe((state, before) => {
    const watched = watchOf(state, palette);
    const last = watchOf(before, palette);
    if (watched.unit !== last.unit || watched.discrete !== last.discrete)
      post({ kind: 'watch', watch: watched });
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
  return { maps: true, field: true, unit: selectShownUnit(state), discrete: state.view.discrete, palette };
}
