import { describe, expect, it } from 'vitest';
import { tokenLoss, worstTokens } from '../../../src/figures/digits/worst';

const outputs = { channels: 2, values: Float32Array.from([0.9, 0.1, 0.25, 0.75, 0.5, 0.5]) };
const targets = [1, 0, 1, 0, 0, 1];

describe('the worst tokens', () => {
  it('are those with the largest losses of the set, the largest first', () => {
    expect(worstTokens(outputs, targets, Uint32Array.of(0, 1, 2), 'cross-entropy', 2)).toEqual([1, 2]);
    expect(worstTokens(outputs, targets, Uint32Array.of(0, 2), 'mse', 5)).toEqual([2, 0]);
  });

  it('have the loss of the formula', () => {
    expect(tokenLoss(outputs, targets, 1, 'cross-entropy')).toBeCloseTo(Math.log(4), 6);
    expect(tokenLoss(outputs, targets, 1, 'mse')).toBeCloseTo(0.5625, 6);
    const single = { channels: 1, values: Float32Array.of(0.8) };
    expect(tokenLoss(single, [0], 0, 'cross-entropy')).toBeCloseTo(Math.log(5), 5);
  });

  it('count an output of 0 for the true class as very wrong, not as infinite', () => {
    const certain = { channels: 2, values: Float32Array.of(0, 1) };
    expect(tokenLoss(certain, [1, 0], 0, 'cross-entropy')).toBeGreaterThan(10);
    expect(Number.isFinite(tokenLoss(certain, [1, 0], 0, 'cross-entropy'))).toBe(true);
  });
});
