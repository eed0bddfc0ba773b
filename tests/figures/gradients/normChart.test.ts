import { describe, expect, it } from 'vitest';
import { angleBetween, layoutArrows } from '../../../src/figures/gradients/arrows';
import {
  addReading,
  flowOf,
  flowSentence,
  layoutNorms,
  type NormHistory,
} from '../../../src/figures/gradients/normChart';

const create = (): NormHistory => ({ steps: [], norms: [] });

describe('the history of norms', () => {
  it('keeps the last 240 readings and takes a step once', () => {
    const history = create();
    for (let step = 0; step < 300; step++) addReading(history, step, [1, 2]);
    addReading(history, 299, [3, 4]);
    expect(history.steps).toHaveLength(240);
    expect([history.steps[0], history.norms[239]]).toEqual([60, [3, 4]]);
  });

  it('begins anew when the run goes back or has other layers', () => {
    const history = create();
    addReading(history, 5, [1, 2]);
    addReading(history, 9, [1, 2]);
    addReading(history, 0, [3, 4]);
    expect(history.steps).toEqual([0]);
    addReading(history, 1, [1, 2, 3]);
    expect(history.norms).toEqual([[1, 2, 3]]);
  });
});

describe('the chart of norms', () => {
  it('is logarithmic: each factor of ten is as far as the next', () => {
    const history = create();
    addReading(history, 0, [1, 0.1, 0.01]);
    const { lines } = layoutNorms(history, 100, 90);
    expect(lines.map(({ y }) => y)).toEqual([0, 45, 90]);
  });

  it('puts a norm of zero on the bottom and leaves out what is no number', () => {
    const history = create();
    addReading(history, 0, [0, 1, NaN]);
    const { lines } = layoutNorms(history, 100, 90);
    expect(lines[0]?.y).toBe(90);
    expect(lines[2]?.y).toBeNaN();
  });

  it('keeps labels of equal norms apart and inside', () => {
    const history = create();
    addReading(history, 0, [1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const places = layoutNorms(history, 100, 148)
      .lines.map(({ labelY }) => labelY)
      .sort((a, b) => a - b);
    places.slice(1).forEach((place, i) => expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(13));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[8]).toBeLessThanOrEqual(148);
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
