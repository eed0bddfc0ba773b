import { expect, it } from 'vitest';
import type { Command } from '../../src/protocol/messages';
import { createPlaygroundStore } from '../../src/store/store';
import { createUndo } from '../../src/store/undo';

function createPage() {
  const store = createPlaygroundStore();
  const commands: Command[] = [];
  const undo = createUndo({
    store,
    post: (command) => commands.push(command),
    park: () => 1,
    configure: () => undefined,
  });
  const write = (from: number, to: number, gesture: string | null) =>
    undo.recordParameters(
      { kind: 'parameters', label: 'By hand', from: Float32Array.of(from), to: Float32Array.of(to) },
      gesture,
    );
  return { store, commands, undo, write };
}

it('weights written all at once by one drag are one step of undo, back to where the drag began', () => {
  const { store, commands, undo, write } = createPage();
  write(0, 1, 'drag');
  write(1, 2, 'drag');
  write(2, 3, 'drag');
  expect(store.getState().history.undo).toHaveLength(1);
  undo.undo();
  expect(commands.at(-1)).toMatchObject({ kind: 'setParameters', values: Float32Array.of(0) });
  undo.redo();
  expect(commands.at(-1)).toMatchObject({ kind: 'setParameters', values: Float32Array.of(3) });
});

it('another drag, and one without a gesture, are steps of their own', () => {
  const { store, undo, write } = createPage();
  write(0, 1, 'drag');
  undo.endGesture();
  write(1, 2, 'drag');
  write(2, 3, 'another');
  write(3, 4, null);
  write(4, 5, null);
  expect(store.getState().history.undo).toHaveLength(5);
});
