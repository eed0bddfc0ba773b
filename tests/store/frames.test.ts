import { expect, test, vi } from 'vitest';
import { createFrames } from '../../src/store/frames';
import type { Snapshot } from '../../src/protocol/snapshot';
import { snapshotOf } from './snapshotOf';

function display() {
  const waiting: (() => void)[] = [];
  const done = vi.fn<(replaced: Snapshot | null) => void>();
  const frames = createFrames({ requestFrame: (callback) => waiting.push(callback), done });
  const drawn: Snapshot[] = [];
  frames.add((snapshot) => drawn.push(snapshot));
  const refresh = () => waiting.splice(0).forEach((callback) => callback());
  return { frames, drawn, done, refresh };
}

test('a snapshot is drawn at the next frame of the display, and given back with the one after it', () => {
  const { frames, drawn, done, refresh } = display();
  const [first, second] = [snapshotOf({ step: 1 }), snapshotOf({ step: 2 })];
  frames.show(first);
  expect(drawn).toEqual([]);
  refresh();
  expect(drawn).toEqual([first]);
  expect(done).toHaveBeenLastCalledWith(null);
  frames.show(second);
  refresh();
  expect(done).toHaveBeenLastCalledWith(first);
});

test('a snapshot that waits can be drawn at once, and is not drawn a second time', () => {
  const { frames, drawn, done, refresh } = display();
  const snapshot = snapshotOf({ step: 1 });
  frames.show(snapshot);
  frames.flush();
  expect(drawn).toEqual([snapshot]);
  refresh();
  expect(drawn).toEqual([snapshot]);
  expect(done).toHaveBeenCalledTimes(1);
});

test('without a snapshot that waits there is nothing to draw at once, and a wanted redrawing still comes', () => {
  const { frames, drawn, refresh } = display();
  const snapshot = snapshotOf({ step: 1 });
  frames.show(snapshot);
  refresh();
  frames.redraw();
  frames.flush();
  expect(drawn).toEqual([snapshot]);
  refresh();
  expect(drawn).toEqual([snapshot, snapshot]);
});

test('redrawing waits for a snapshot that is expected', () => {
  const { frames, drawn, refresh } = display();
  const [before, after] = [snapshotOf({ step: 1 }), snapshotOf({ step: 2 })];
  frames.show(before);
  refresh();
  frames.expect();
  frames.redraw();
  refresh();
  expect(drawn).toEqual([before]);
  frames.show(after);
  refresh();
  expect(drawn).toEqual([before, after]);
});

test('a snapshot that waits gives way to the one of a changed experiment', () => {
  const { frames, drawn, done, refresh } = display();
  const [before, waiting, after] = [
    snapshotOf({ step: 1 }),
    snapshotOf({ step: 2 }),
    snapshotOf({ step: 2, revision: 1 }),
  ];
  frames.show(before);
  refresh();
  frames.show(waiting);
  frames.expect();
  expect(done).toHaveBeenLastCalledWith(waiting);
  refresh();
  expect(drawn).toEqual([before]);
  frames.show(after);
  refresh();
  expect(drawn).toEqual([before, after]);
});

test('of changes that follow one another each is drawn', () => {
  const { frames, drawn } = display();
  frames.show(snapshotOf());
  frames.expect();
  const changed = snapshotOf({ revision: 1 });
  frames.show(changed);
  frames.expect();
  expect(drawn.at(-1)).toBe(changed);
});

test('redrawing waits no longer than 100 ms for a snapshot that does not come', () => {
  vi.useFakeTimers();
  try {
    const { frames, drawn, refresh } = display();
    const snapshot = snapshotOf({ step: 1 });
    frames.show(snapshot);
    refresh();
    frames.expect();
    frames.redraw();
    vi.advanceTimersByTime(99);
    refresh();
    expect(drawn).toEqual([snapshot]);
    vi.advanceTimersByTime(1);
    refresh();
    expect(drawn).toEqual([snapshot, snapshot]);
  } finally {
    vi.useRealTimers();
  }
});
