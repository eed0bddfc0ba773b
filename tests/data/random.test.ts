import { describe, expect, it } from 'vitest';
import { createRandom, normal, randomBits, shuffledTokens } from '../../src/data/random';

const COUNT = 20_000;

/** χ² of counts in 50 equal cells; 49 degrees of freedom, so above 85 once in a thousand. */
function chiSquare(values: readonly number[]): number {
  const cells = new Array<number>(50).fill(0);
  for (const value of values) {
    const cell = Math.floor(value * 50);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const expected = values.length / 50;
  return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const cross = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0);
  return cross(a, ma, b, mb) / Math.sqrt(cross(a, ma, a, ma) * cross(b, mb, b, mb));
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a stream of random numbers', () => {
  it('is uniform along one stream', () => {
    const random = createRandom(1, 'data', 0);
    expect(chiSquare(range(COUNT).map(random))).toBeLessThan(85);
  });

  it('is uniform across tokens, across seeds and across purposes', () => {
    expect(chiSquare(range(COUNT).map((token) => createRandom(7, 'noise', token)()))).toBeLessThan(85);
    expect(chiSquare(range(COUNT).map((seed) => createRandom(seed, 'data', 0)()))).toBeLessThan(85);
    expect(chiSquare(range(COUNT).map((token) => randomBits(3, 'split', token) / 2 ** 32))).toBeLessThan(85);
  });

  it('shows no correlation between a token’s draws, neighbours, seeds or purposes', () => {
    const first = range(COUNT).map((token) => createRandom(1, 'data', token)());
    const second = range(COUNT).map((token) => {
      const random = createRandom(1, 'data', token);
      random();
      return random();
    });
    const otherSeed = range(COUNT).map((token) => createRandom(2, 'data', token)());
    const noise = range(COUNT).map((token) => createRandom(1, 'noise', token)());
    for (const other of [second, otherSeed, noise, [...first.slice(1), 0]]) {
      expect(Math.abs(correlation(first, other))).toBeLessThan(0.03);
    }
  });

  it('draws the numbers that links have promised', () => {
    const random = createRandom(1, 'data', 0);
    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.28804912185296416,
        0.7093298034742475,
        0.28386649722233415,
      ]
    `);
  });

  it('makes numbers near to normal', () => {
    const random = createRandom(5, 'data', 0);
    const values = range(COUNT).map(() => normal(random));
    const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / COUNT;
    expect(Math.abs(moment(1))).toBeLessThan(0.03);
    expect(moment(2)).toBeCloseTo(1, 1);
    expect(Math.abs(moment(4) - 2.9)).toBeLessThan(0.2);
  });
});

describe('a shuffle', () => {
  it('holds every token once, in another order for another seed', () => {
    const order = shuffledTokens(1, 500, 'split');
    expect([...order].sort((a, b) => a - b)).toEqual(range(500));
    expect(shuffledTokens(2, 500, 'split')).not.toEqual(order);
  });

  it('of fewer tokens keeps their order', () => {
    const order = shuffledTokens(1, 500, 'split');
    expect(shuffledTokens(1, 200, 'split')).toEqual(order.filter((token) => token < 200));
  });
});
