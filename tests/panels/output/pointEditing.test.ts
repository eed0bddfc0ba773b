import { describe, expect, test } from 'vitest';
import { setDataset, setOutput } from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { extentOf } from '../../../src/experiment/shape';
import { transitionBetween } from '../../../src/experiment/transition';
import {
  addPointAt,
  editingFault,
  movePointTo,
  removePointAt,
} from '../../../src/panels/output/pointEditing';
import { datasetOf } from '../../../src/panels/useDataset';

const inputsOf = (experiment: Experiment) => Array.from(datasetOf(experiment).inputs);

describe('editing points', () => {
  test('moves one point and leaves all others where they were, without ending the run', () => {
    const moved = movePointTo(7, { x1: 1.5, x2: -2.5 })(DEFAULT_EXPERIMENT);
    const before = inputsOf(DEFAULT_EXPERIMENT);
    const after = inputsOf(moved);
    expect(after.slice(14, 16)).toEqual([1.5, -2.5]);
    const others = (inputs: number[]) => inputs.filter((_, i) => i < 14 || i > 15);
    expect(others(after)).toEqual(others(before));
    expect(moved.problem.dataset).toBe('custom');
    expect(datasetOf(moved).train).toEqual(datasetOf(DEFAULT_EXPERIMENT).train);
    expect(transitionBetween(DEFAULT_EXPERIMENT, moved)).toBe('data');
  });

  test('keeps points on the plane that the figure shows', () => {
    const moved = movePointTo(0, { x1: 60, x2: -60 })(DEFAULT_EXPERIMENT);
    expect(inputsOf(moved).slice(0, 2)).toEqual([6, -6]);
    const back = movePointTo(0, { x1: 0, x2: 0 })(moved);
    expect(extentOf(back.problem)).toBe(6);
  });

  test.each(['sigmoid', 'tanh', 'softmax'] as const)('adds a point of the chosen class for %s', (output) => {
    const experiment = setOutput(output)(DEFAULT_EXPERIMENT);
    for (const label of [0, 1]) {
      const added = addPointAt({ x1: 1, x2: 2 }, { label, value: 0 })(experiment);
      const dataset = datasetOf(added);
      const last = dataset.count - 1;
      expect(last).toBe(datasetOf(experiment).count);
      expect(dataset.labels[last]).toBe(label);
      expect(Array.from(dataset.inputs.subarray(2 * last))).toEqual([1, 2]);
      expect(dataset.train).toContain(last);
      expect(dataset.outputs).toBe(datasetOf(experiment).outputs);
    }
  });

  test('adds a class that no point has any more', () => {
    let experiment = setDataset('blobs')(DEFAULT_EXPERIMENT);
    for (let token = datasetOf(experiment).count - 1; token >= 0; token--)
      if (datasetOf(experiment).labels[token] === 3) experiment = removePointAt(token)(experiment);
    expect(datasetOf(experiment).labels).not.toContain(3);
    const added = addPointAt({ x1: 0, x2: 0 }, { label: 3, value: 0 })(experiment);
    expect(datasetOf(added).labels.at(-1)).toBe(3);
    expect(datasetOf(added).classes).toBe(4);
  });

  test('adds the value typed in regression', () => {
    const added = addPointAt(
      { x1: 0, x2: 0 },
      { label: 0, value: -0.5 },
    )(setDataset('plane')(DEFAULT_EXPERIMENT));
    expect(datasetOf(added).targets.at(-1)).toBe(-0.5);
  });

  test('removes one point, and the last two not', () => {
    const removed = removePointAt(3)(DEFAULT_EXPERIMENT);
    expect(inputsOf(removed)).toEqual(inputsOf(DEFAULT_EXPERIMENT).filter((_, i) => i < 6 || i > 7));
    let experiment: Experiment = DEFAULT_EXPERIMENT;
    for (let i = 0; i < 600; i++) experiment = removePointAt(0)(experiment);
    expect(datasetOf(experiment).count).toBe(2);
    expect(datasetOf(experiment).train.length).toBeGreaterThan(0);
  });

  test('is refused in words where points do not lie on a plane', () => {
    const custom = (inputs: number[][]): Experiment => ({
      ...DEFAULT_EXPERIMENT,
      problem: {
        dataset: 'custom',
        task: 'classification',
        inputs,
        targets: [[0], [1]],
        trainFraction: 1,
      },
    });
    expect(editingFault(DEFAULT_EXPERIMENT)).toBeNull();
    expect(editingFault(custom([[1], [2]]))).toContain('a single coordinate');
    expect(
      editingFault(
        custom([
          [1, 2, 3],
          [2, 3, 4],
        ]),
      ),
    ).toContain('3 coordinates');
  });
});

test('a problem is drawn once for whoever asks', () => {
  expect(datasetOf(DEFAULT_EXPERIMENT)).toBe(datasetOf({ ...DEFAULT_EXPERIMENT, title: 'another' }));
  expect(datasetOf(DEFAULT_EXPERIMENT)).not.toBe(datasetOf(setOutput('tanh')(DEFAULT_EXPERIMENT)));
});
