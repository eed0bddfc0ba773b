import { describe, expect, it } from 'vitest';
import { angleBetween, layoutArrows } from '../../../src/figures/gradients/arrows';
import {
  addReading,
  flowOf,
  flowSentence,
  layoutNorms,
  noResidualSentence,
  otherFlowSentence,
  type NormHistory,
} from '../../../src/figures/gradients/normChart';

const create = (): NormHistory => ({ steps: [], norms: [], others: [] });

describe('the history of norms', () => {
  it('keeps the last 240 readings and takes a step once', () => {
    const history = create();
    for (let step = 0; step < 300; step++) addReading(history, step, [1, 2], null);
    addReading(history, 299, [3, 4], null);
    expect(history.steps).toHaveLength(240);
    expect([history.steps[0], history.norms[239]]).toEqual([60, [3, 4]]);
  });

  it('begins anew when the run goes back or has other layers', () => {
    const history = create();
    addReading(history, 5, [1, 2], null);
    addReading(history, 9, [1, 2], null);
    addReading(history, 0, [3, 4], null);
    expect(history.steps).toEqual([0]);
    addReading(history, 1, [1, 2, 3], null);
    expect(history.norms).toEqual([[1, 2, 3]]);
  });
});

describe('the chart of norms', () => {
  it('is logarithmic: each factor of ten is as far as the next', () => {
    const history = create();
    addReading(history, 0, [1, 0.1, 0.01], null);
    const { lines } = layoutNorms(history, 100, 90, false);
    expect(lines.map(({ y }) => y)).toEqual([0, 45, 90]);
  });

  it('puts a norm of zero on the bottom and leaves out what is no number', () => {
    const history = create();
    addReading(history, 0, [0, 1, NaN], null);
    const { lines } = layoutNorms(history, 100, 90, false);
    expect(lines[0]?.y).toBe(90);
    expect(lines[2]?.y).toBeNaN();
  });

  it('keeps labels of equal norms apart and inside', () => {
    const history = create();
    addReading(history, 0, [1, 1, 1, 1, 1, 1, 1, 1, 1], null);
    const places = layoutNorms(history, 100, 148, false)
      .lines.map(({ labelY }) => labelY)
      .sort((a, b) => a - b);
    places.slice(1).forEach((place, i) => expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(13));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[8]).toBeLessThanOrEqual(148);
  });

  it('lays the norms of the other connections over them, on one scale, as far as they were asked for', () => {
    const history = create();
    addReading(history, 0, [1, 0.1], null);
    addReading(history, 1, [1, 0.1], [1, 0.01]);
    addReading(history, 2, [1, 0.1], [1, 0.01]);
    const { lines, others } = layoutNorms(history, 100, 90, true);
    expect(lines.map(({ y }) => y)).toEqual([0, 45]);
    expect(others.map(({ y, path }) => [y, path])).toEqual([
      [0, 'M50 0L100 0'],
      [90, 'M50 90L100 90'],
    ]);
    const alone = layoutNorms(history, 100, 90, false);
    expect([alone.others, alone.lines.map(({ y }) => y)]).toEqual([[], [0, 90]]);
  });

  it('says what residual connections would change, or why they cannot', () => {
    expect(noResidualSentence([2, 3, 3, 1])).toBeNull();
    expect(noResidualSentence([2, 2, 1])).toBeNull();
    expect(noResidualSentence([2, 4, 3, 3])).toContain('no hidden layer is as wide as what it receives');
    expect(noResidualSentence([2, 2])).toContain('this network has none');
    expect(otherFlowSentence([0.01, 1], true)).toMatch(
      /^The same weights without residual connections\. Vanishing/u,
    );
  });

  it('names a gradient that vanishes or explodes beyond a factor of ten', () => {
    expect([flowOf([0.09, 5, 1]), flowOf([0.11, 1]), flowOf([9, 1]), flowOf([11, 1])]).toEqual([
      ...['vanishing', 'even', 'even', 'exploding'],
    ]);
    expect([flowOf([1]), flowOf([0, 0]), flowOf([NaN, 1]), flowOf([0, 1])]).toEqual([
      ...['single', 'none', 'unknown', 'vanishing'],
    ]);
    expect(flowSentence([1, 1, 1], true)).toContain('Residual');
  });
});

describe('two gradients', () => {
  it('stand at the angle that geometry gives', () => {
    expect(angleBetween([1, 0, 0], [0, 2, 0])).toBeCloseTo(90, 12);
    expect(angleBetween([1, 1], [2, 2])).toBeCloseTo(0, 5);
    expect(angleBetween([1, 0], [-1, Math.sqrt(3)])).toBeCloseTo(120, 12);
    expect(angleBetween([0, 0], [1, 0])).toBeNaN();
  });

  it('are drawn on one scale, the second parameter upward', () => {
    const { full, batch } = layoutArrows([1, 2], [2, -4], 100);
    expect((batch?.x ?? 0) / full.x).toBeCloseTo(2, 12);
    expect((batch?.y ?? 0) / full.y).toBeCloseTo(-2, 12);
    expect(full.y).toBeLessThan(0);
  });
});
