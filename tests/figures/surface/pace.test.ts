import { describe, expect, test } from 'vitest';
import { createPace, type Pace } from '../../../src/figures/surface/pace';

/** Pictures of the same cost one after the other, each as soon as it is due; returns when the last was on the screen. */
function draw(pace: Pace, cost: number, pictures: number): number {
  let now = 0;
  for (let i = 0; i < pictures; i++) {
    while (!pace.due(now)) now++;
    pace.took(now, now + cost);
    now += cost;
  }
  return now;
}

describe('the pace of the surface while it changes', () => {
  test('is all corners where the display frames are quick, every second from the start without a graphics processor', () => {
    const quick = createPace(false);
    draw(quick, 8, 40);
    expect(quick.stride()).toBe(1);
    expect(createPace(true).stride()).toBe(2);
  });

  test('becomes coarser frame by frame as they are slow, and finer again as they are quick', () => {
    const pace = createPace(false);
    draw(pace, 60, 4);
    expect(pace.stride()).toBe(2);
    draw(pace, 40, 40);
    expect(pace.stride()).toBe(4);
    draw(pace, 15, 40);
    expect(pace.stride()).toBe(4);
    draw(pace, 5, 8);
    expect(pace.stride()).toBe(1);
  });

  test('leaves the page a third of the time, two thirds where one processor does all, and moves however slow it is', () => {
    expect(draw(createPace(false), 40, 30)).toBeGreaterThanOrEqual(30 * 40 + 29 * 20);
    expect(draw(createPace(true), 40, 30)).toBeGreaterThanOrEqual(30 * 40 + 29 * 80);
    const pace = createPace(true);
    pace.took(0, 5000);
    expect(pace.due(5251)).toBe(true);
  });
});
