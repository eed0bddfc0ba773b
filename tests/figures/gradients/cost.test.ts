import { describe, expect, it } from 'vitest';
import { costOf, withOneMoreLayer, withTwiceTheUnits } from '../../../src/figures/gradients/cost';

describe('the cost of a token', () => {
  it('is counted by hand for 2–4–2–1: 18 forward, 18 for the weights’ gradients, 10 for the errors sent back', () => {
    expect(costOf([2, 4, 2, 1])).toEqual({
      layers: [
        { forward: 8, weightGradient: 8, error: 0 },
        { forward: 8, weightGradient: 8, error: 8 },
        { forward: 2, weightGradient: 2, error: 2 },
      ],
      ...{ forward: 18, backward: 28, token: 46 },
    });
  });

  it('sends no error anywhere without a hidden layer', () => {
    expect(costOf([3, 2])).toMatchObject({ forward: 6, backward: 6, token: 12 });
  });

  it('grows by three multiply-adds for each weight between two hidden layers', () => {
    expect(withOneMoreLayer([2, 4, 2, 1])).toEqual([2, 4, 2, 2, 1]);
    expect(costOf([2, 4, 2, 2, 1]).token - costOf([2, 4, 2, 1]).token).toBe(3 * 4);
  });

  it('grows fourfold between hidden layers of twice the units', () => {
    expect(withTwiceTheUnits([2, 8, 8, 1])).toEqual([2, 16, 16, 1]);
    expect(costOf([2, 16, 16, 1]).layers[1]?.error).toBe(4 * (costOf([2, 8, 8, 1]).layers[1]?.error ?? NaN));
  });
});
