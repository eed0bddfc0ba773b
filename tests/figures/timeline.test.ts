import { describe, expect, it } from 'vitest';
import {
  layoutTimeline,
  nearestPoint,
  neighborPoint,
  niceAtLeast,
  timelineEpoch,
  timelineX,
} from '../../src/figures/timeline/layout';

describe('the ruler of the timeline', () => {
  it('grows in steps of 1, 2 and 5', () => {
    expect([1, 1.5, 3, 10, 11, 130, 201, 501].map(niceAtLeast)).toEqual([1, 2, 5, 10, 20, 200, 500, 1000]);
  });

  it('shows ten epochs at first and always leaves the head inside', () => {
    expect(layoutTimeline(500, 52, 0).span).toBe(10);
    for (const head of [9, 130, 199, 999_999]) {
      const layout = layoutTimeline(500, 52, head);
      expect(timelineX(layout, head)).toBeLessThanOrEqual(layout.right);
    }
  });

  it('keeps numbers apart at every width and length, each at a tick of its own', () => {
    for (const width of [80, 233, 700])
      for (const head of [0, 7, 130, 4321, 1_234_567]) {
        const layout = layoutTimeline(width, 52, head);
        const gap = timelineX(layout, layout.major) - timelineX(layout, 0);
        expect(gap).toBeGreaterThanOrEqual(7 * String(layout.span).length);
        expect(layout.major % layout.minor).toBe(0);
      }
  });

  it('finds the epoch under the pointer again', () => {
    const layout = layoutTimeline(500, 52, 130);
    expect(timelineEpoch(layout, timelineX(layout, 77))).toBeCloseTo(77, 9);
  });
});

describe('the points of the past', () => {
  /** The array is longer than what is kept: what lies beyond `count` is of another run. */
  const past = { count: 4, epochs: Float64Array.of(0, 2, 4, 8, 3, 5), head: 9.5 };

  it('are gone to by the nearest, the last epoch reached included', () => {
    expect(nearestPoint(past, 2.9)).toBe(2);
    expect(nearestPoint(past, 5)).toBe(4);
    expect(nearestPoint(past, 400)).toBe(9.5);
    expect(nearestPoint(past, -3)).toBe(0);
  });

  it('are gone through one by one, and stop at both ends', () => {
    expect(neighborPoint(past, 9.5, -1e-9)).toBe(8);
    expect(neighborPoint(past, 4, -1e-9)).toBe(2);
    expect(neighborPoint(past, 0, -1e-9)).toBe(0);
    expect(neighborPoint(past, 4, 1e-9)).toBe(8);
    expect(neighborPoint(past, 8, 1e-9)).toBe(9.5);
  });

  it('are gone through by the page, at least that far', () => {
    expect(neighborPoint(past, 8, -3)).toBe(4);
    expect(neighborPoint(past, 0, 3)).toBe(4);
  });
});
