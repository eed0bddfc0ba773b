import { describe, expect, it } from 'vitest';
import { EpochOrder } from '../../src/engine/trainer/epochOrder';
import type { BatchOrder } from '../../src/experiment/names';

function orderOf(order: BatchOrder, seed: number, epoch: number, count = 100): number[] {
  const epochOrder = new EpochOrder();
  epochOrder.configure(order, seed, count);
  epochOrder.begin(epoch);
  return Array.from(epochOrder.indices);
}

const sorted = (indices: number[]) => [...indices].sort((a, b) => a - b);
const all = Array.from({ length: 100 }, (_, i) => i);

describe('the order of an epoch', () => {
  it('in order is the order of the tokens', () => {
    expect(orderOf('sequential', 1, 3)).toEqual(all);
  });

  it('shuffled takes every token once, differently each epoch and for each seed', () => {
    const first = orderOf('shuffled', 1, 0);
    expect(sorted(first)).toEqual(all);
    expect(first).not.toEqual(all);
    expect(orderOf('shuffled', 1, 1)).not.toEqual(first);
    expect(orderOf('shuffled', 2, 0)).not.toEqual(first);
  });

  it('depends on seed and epoch only, not on the epochs before', () => {
    const epochOrder = new EpochOrder();
    epochOrder.configure('shuffled', 5, 100);
    for (const epoch of [0, 1, 7, 3]) {
      epochOrder.begin(epoch);
      expect(Array.from(epochOrder.indices)).toEqual(orderOf('shuffled', 5, epoch));
    }
  });

  it('shuffled is fair: over many epochs every token is about as often at every place', () => {
    const counts = new Array<number>(25).fill(0);
    for (let epoch = 0; epoch < 5000; epoch++) {
      orderOf('shuffled', 9, epoch, 5).forEach(
        (token, place) => (counts[5 * place + token] = (counts[5 * place + token] ?? 0) + 1),
      );
    }
    expect(Math.min(...counts)).toBeGreaterThan(880);
    expect(Math.max(...counts)).toBeLessThan(1120);
  });

  it('at random draws with replacement from all tokens', () => {
    const drawn = orderOf('random', 1, 0, 1000);
    const distinct = new Set(drawn).size;
    expect(distinct).toBeGreaterThan(580);
    expect(distinct).toBeLessThan(690);
    expect(Math.max(...drawn)).toBeLessThan(1000);
    expect(orderOf('random', 1, 1, 1000)).not.toEqual(drawn);
  });
});
