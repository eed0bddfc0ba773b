import { describe, expect, it } from 'vitest';
import { setDataset, setLearningRate, setProblem, setUnits } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { setPrecision } from '../../src/experiment/precision';
import type { Command } from '../../src/protocol/messages';
import { createActions } from '../../src/store/actions';
import { createPlaygroundStore } from '../../src/store/store';
import { snapshotOf } from './snapshotOf';

function createPage(rewound = false) {
  const store = createPlaygroundStore();
  const commands: Command[] = [];
  const actions = createActions({
    store,
    post: (command) => commands.push(command),
    prepare: () => null,
    current: () => snapshotOf({ rewound }),
  });
  const experiment = () => store.getState().experiment;
  const kinds = () => commands.map(({ kind }) => kind);
  return { store, actions, commands, experiment, kinds };
}

describe('undo and redo', () => {
  it('take back and bring back the last change', () => {
    const { actions, experiment } = createPage();
    actions.edit('Learning rate', setLearningRate(0.3));
    actions.edit('Noise', setProblem({ noise: 0.2 }));
    actions.undo();
    expect(experiment()).toEqual(setLearningRate(0.3)(DEFAULT_EXPERIMENT));
    actions.undo();
    expect(experiment()).toEqual(DEFAULT_EXPERIMENT);
    actions.redo();
    actions.redo();
    expect(experiment()).toEqual(setProblem({ noise: 0.2 })(setLearningRate(0.3)(DEFAULT_EXPERIMENT)));
  });

  it('take a whole drag as one step', () => {
    const { actions, experiment, store } = createPage();
    for (const noise of [0.1, 0.2, 0.3]) actions.edit('Noise', setProblem({ noise }), { gesture: 'noise' });
    actions.endGesture();
    actions.edit('Noise', setProblem({ noise: 0.5 }), { gesture: 'noise' });
    expect(store.getState().history.undo).toHaveLength(2);
    actions.undo();
    actions.undo();
    expect(experiment()).toEqual(DEFAULT_EXPERIMENT);
  });

  it('bring the run of a problem that was left back from where it was parked', () => {
    const { actions, commands } = createPage();
    actions.edit('Problem', setDataset('xor'));
    actions.undo();
    const parked = commands.filter((command) => command.kind === 'park').map(({ id }) => id);
    const last = commands[commands.length - 1];
    expect(last).toMatchObject({ kind: 'configure', restart: true, restore: parked[0] });
    actions.redo();
    expect(commands[commands.length - 1]).toMatchObject({
      kind: 'configure',
      restart: true,
      restore: parked[1],
    });
  });

  it('undo a reset', () => {
    const { actions, commands, store } = createPage();
    actions.reset();
    expect(commands).toMatchObject([
      { kind: 'park', id: 1 },
      { kind: 'configure', restart: true },
    ]);
    expect(store.getState().history.undo).toHaveLength(1);
    actions.undo();
    expect(commands[commands.length - 1]).toMatchObject({ restart: true, restore: 1 });
  });

  it('lend a removed unit its weights again', () => {
    const { actions, commands } = createPage();
    actions.edit('Remove unit', setUnits(0, 7));
    actions.undo();
    expect(commands[commands.length - 1]).toMatchObject({ kind: 'configure', restart: false, restore: 1 });
  });

  it('write a typed weight back', () => {
    const { actions, commands } = createPage();
    actions.setParameter({ layer: 0, unit: 0, from: 1 }, 2);
    expect(commands).toEqual([{ kind: 'setParameter', index: 1, value: 2 }]);
    actions.undo();
    expect(commands[1]).toEqual({ kind: 'setParameter', index: 1, value: 0.5 });
    actions.redo();
    expect(commands[2]).toEqual({ kind: 'setParameter', index: 1, value: 2 });
  });

  it('know a typed weight from the one on show as far as the precision tells', () => {
    const { actions, commands } = createPage();
    const near = 0.5 + 1e-12;
    actions.setParameter({ layer: 0, unit: 0, from: 1 }, near);
    expect(commands).toEqual([]);
    actions.edit('Precision double', setPrecision('double'));
    actions.setParameter({ layer: 0, unit: 0, from: 1 }, near);
    expect(commands.at(-1)).toEqual({ kind: 'setParameter', index: 1, value: near });
  });

  it('keep the part of a run that going on from its past discards', () => {
    const { actions, kinds, commands } = createPage(true);
    actions.play();
    expect(kinds()).toEqual(['park', 'play']);
    actions.undo();
    expect(commands[commands.length - 1]).toMatchObject({ kind: 'configure', restore: 1, restart: true });
  });

  it('forget what was undone when something else is changed', () => {
    const { actions, store } = createPage();
    actions.edit('Learning rate', setLearningRate(0.3));
    actions.undo();
    actions.edit('Noise', setProblem({ noise: 0.2 }));
    expect(store.getState().history.redo).toHaveLength(0);
  });
});

describe('edits', () => {
  it('tell the worker each experiment under a number of its own', () => {
    const { actions, commands, store } = createPage();
    actions.edit('Learning rate', setLearningRate(0.3));
    actions.edit('Noise', setProblem({ noise: 0.2 }));
    expect(commands).toMatchObject([{ revision: 1 }, { revision: 2 }]);
    expect(store.getState().revision).toBe(2);
  });

  it('that change nothing are no step', () => {
    const { actions, store } = createPage();
    actions.edit('Learning rate', setLearningRate(0.01));
    expect(store.getState().history.undo).toHaveLength(0);
  });

  it('let go of a pinned unit that is removed', () => {
    const { actions, store } = createPage();
    actions.pin({ layer: 0, unit: 7 });
    actions.edit('Remove unit', setUnits(0, 7));
    expect(store.getState().view.pinned).toBeNull();
  });

  it('divide the learning rate by ten and go back to the best epoch', () => {
    const { actions, experiment, kinds } = createPage();
    actions.divideLearningRate();
    expect(experiment().training.optimizer.learningRate).toBe(0.001);
    expect(kinds()).toEqual(['configure', 'best']);
  });

  it('draw new data and new weights from the next seeds', () => {
    const { actions, experiment } = createPage();
    actions.newData();
    actions.newWeights();
    expect(experiment().problem).toMatchObject({ seed: 2 });
    expect(experiment().seed).toBe(DEFAULT_EXPERIMENT.seed + 1);
  });
});
