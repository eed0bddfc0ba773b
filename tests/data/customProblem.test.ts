import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { addPoint, customProblemOf, movePoint, removePoint } from '../../src/data/customProblem';
import { setCustomProblem, setDataset } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT as D } from '../../src/experiment/defaults';
import type { CustomProblem } from '../../src/experiment/experiment';
import { DATASETS } from '../../src/experiment/names';
import { parseExperiment } from '../../src/experiment/schema';
import { extentOf } from '../../src/experiment/shape';
import { loadEverything } from './loadEverything';

const three: CustomProblem = {
  dataset: 'custom',
  task: 'classification',
  inputs: [
    [1, 2, 9],
    [3, 4, 9],
    [5, 6, 9],
  ],
  targets: [[0], [1], [1]],
  trainFraction: 0.34,
};

await loadEverything();

describe('points made one’s own', () => {
  it.each(DATASETS)(
    'of %s are the same points, in the same order, with the same split and labels',
    (dataset) => {
      const experiment = setDataset(dataset)(D);
      const before = createDataset(experiment);
      const custom = setCustomProblem(customProblemOf(experiment, before))(experiment);
      expect(parseExperiment(custom)).toEqual({ ok: true, value: custom });
      expect(createDataset(custom)).toEqual(before);
      expect(extentOf(custom.problem)).toBe(extentOf(experiment.problem));
      expect(custom.problem.columns).toEqual(experiment.problem.columns);
    },
  );

  it('move in single precision, further coordinates untouched', () => {
    const moved = movePoint(three, 1, 0.1, -0.2);
    expect(moved.inputs).toEqual([
      [1, 2, 9],
      [Math.fround(0.1), Math.fround(-0.2), 9],
      [5, 6, 9],
    ]);
    expect(three.inputs[1]).toEqual([3, 4, 9]);
  });

  it('are added at the end, and the split of the others stays', () => {
    const added = addPoint(three, 0.1, 7, [1], true);
    expect(added.inputs[3]).toEqual([Math.fround(0.1), 7, 0]);
    expect(added.targets[3]).toEqual([1]);
    expect(added.train).toEqual([true, false, false, true]);
  });

  it('are removed down to two, of which one trains', () => {
    const two = removePoint(three, 0);
    expect(two).toMatchObject({ targets: [[1], [1]], train: [true, false] });
    expect(removePoint(two, 0)).toBe(two);
    expect(removePoint(three, 7)).toBe(three);
  });

  it('stop at the most that an experiment may hold', () => {
    const full = { ...three, inputs: new Array(5000).fill([1, 2]), targets: new Array(5000).fill([1]) };
    expect(addPoint(full, 1, 1, [1], true)).toBe(full);
  });
});
