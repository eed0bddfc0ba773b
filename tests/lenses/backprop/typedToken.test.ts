import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/data/createDataset';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { CustomProblem, Experiment } from '../../../src/experiment/experiment';
import { tokenAt, tokenOf } from '../../../src/lenses/backprop/tokens';
import {
  canType,
  faultOf,
  typed,
  typedTarget,
  typingKey,
  typingOf,
} from '../../../src/lenses/backprop/typedToken';

function experimentOf(
  problem: Pick<CustomProblem, 'task' | 'inputs' | 'targets'>,
  output: Experiment['network']['output'],
): Experiment {
  return {
    ...DEFAULT_EXPERIMENT,
    problem: { dataset: 'custom', trainFraction: 1, ...problem },
    features: ['x1', 'x2', 'x1*x2'],
    network: { ...DEFAULT_EXPERIMENT.network, output },
    loss: 'mse',
  };
}

const REGRESSION = experimentOf(
  { task: 'regression', inputs: [[Math.fround(0.1), -2]], targets: [[0.5, Math.fround(1 / 3)]] },
  'linear',
);

describe('a token of the user’s own', () => {
  it('begins as the token that is told, to the last bit, in as few digits as tell it', () => {
    const dataset = createDataset(REGRESSION);
    const typing = typingOf(REGRESSION, dataset, 0, 'fields');
    expect(typing.point.map(({ text }) => text)).toEqual(['0.1', '−2']);
    expect(typing.target.map(({ text }) => text)).toEqual(['0.5', '0.33333334']);
    const point = Float64Array.from(typing.point, ({ value }) => value);
    const token = tokenAt(REGRESSION, point, typedTarget(REGRESSION, dataset, typing));
    expect(token).toEqual(tokenOf(REGRESSION, dataset, 0));
  });

  it('has the features of its coordinates', () => {
    const { input } = tokenAt(REGRESSION, Float64Array.of(1.5, -2), Float64Array.of(0, 0));
    expect([...input]).toEqual([1.5, -2, -3]);
  });

  it('takes decimals with point and comma and fractions, and keeps the last number where there is none', () => {
    const before = { text: '1', value: 1 };
    const values = ['0.5', '0,5', ' -3/4 ', '2a', '', '1e7', '1e6'].map((text) => typed(text, before).value);
    expect(values).toEqual([0.5, 0.5, -0.75, 1, 1, 1, 1e6]);
    expect(typed('2a', before).text).toBe('2a');
    expect([faultOf('0,5'), faultOf(' '), faultOf('1/0')]).toEqual([
      null,
      'Expected a number such as 0.5, 0,5 or 1/3, found nothing.',
      'Expected a number such as 0.5, 0,5 or 1/3, found “1/0”.',
    ]);
  });

  it('has the target that the data give its class, and one as the output wants it where they lack the class', () => {
    const pair = experimentOf(
      {
        task: 'classification',
        inputs: [
          [0, 0],
          [1, 1],
        ],
        targets: [
          [0, 1],
          [0, 1],
        ],
      },
      'sigmoid',
    );
    const targetOf = (experiment: Experiment, label: number): number[] => {
      const dataset = createDataset(experiment);
      const typing = { ...typingOf(experiment, dataset, 0, 'fields'), label };
      return [...typedTarget(experiment, dataset, typing)];
    };
    expect([targetOf(pair, 1), targetOf(pair, 0)]).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const single = experimentOf({ task: 'classification', inputs: [[0, 0]], targets: [[1]] }, 'tanh');
    expect([targetOf(single, 1), targetOf(single, 0)]).toEqual([[1], [-1]]);
  });

  it('ends with the problem or the token that it was begun at', () => {
    const other = experimentOf({ task: 'classification', inputs: [[0, 0]], targets: [[1]] }, 'tanh');
    expect(typingKey(REGRESSION, 0)).toBe(typingKey({ ...REGRESSION, seed: 7 }, 0));
    expect(new Set([typingKey(REGRESSION, 0), typingKey(REGRESSION, 1), typingKey(other, 0)]).size).toBe(3);
  });

  it('is not typed where it has more coordinates than fields are handy', () => {
    expect(canType(REGRESSION)).toBe(true);
    const inputs = [Array.from({ length: 9 }, () => 0)];
    expect(canType(experimentOf({ task: 'regression', inputs, targets: [[0]] }, 'linear'))).toBe(false);
  });
});
