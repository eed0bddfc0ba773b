import { describe, expect, it } from 'vitest';
import { createLossHistory } from '../../src/worker/lossHistory';
import { createTimeline, timelineCapacity, type TimelinePoint } from '../../src/worker/timeline';

const point = (epoch: number): TimelinePoint => ({
  epoch,
  checkpoint: { step: epoch, epoch, position: 0, state: new Float32Array(1) },
});

describe('the loss history', () => {
  it('keeps every point while there is room', () => {
    const history = createLossHistory(64);
    for (let epoch = 0; epoch < 50; epoch++) history.add(epoch, epoch / 10, epoch / 5);
    expect(history.view.count).toBe(50);
    expect([...history.view.epoch.subarray(0, 50)]).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('spans the whole run evenly in bounded memory, with the present as its last point', () => {
    const history = createLossHistory(64);
    for (let epoch = 0; epoch <= 100_000; epoch++) history.add(epoch, 1, NaN);
    const { count, epoch } = history.view;
    expect(count).toBeLessThanOrEqual(64);
    expect(count).toBeGreaterThan(24);
    expect(epoch[0]).toBe(0);
    expect(epoch[count - 1]).toBe(100_000);
    const gaps = Array.from({ length: count - 2 }, (_, i) => (epoch[i + 1] ?? 0) - (epoch[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2.5 * Math.min(...gaps));
  });

  it('replaces the point of the same epoch, as after a typed weight', () => {
    const history = createLossHistory();
    history.add(0, 1, 1);
    history.add(0, 2, 2);
    expect(history.view.count).toBe(1);
    expect(history.view.train[0]).toBe(2);
  });

  it('forgets what comes after the point from which the run goes on', () => {
    const history = createLossHistory();
    for (let epoch = 0; epoch < 20; epoch++) history.add(epoch, epoch, epoch);
    history.truncate(7);
    expect(history.view.count).toBe(8);
    history.add(8, 0.5, 0.5);
    expect(history.view.train[8]).toBe(0.5);
  });

  it('is copied with all its points', () => {
    const history = createLossHistory(64);
    for (let epoch = 0; epoch < 500; epoch++) history.add(epoch, epoch, epoch);
    const copy = history.copy().view;
    expect(copy.count).toBe(history.view.count);
    expect([...copy.epoch.subarray(0, copy.count)]).toEqual([
      ...history.view.epoch.subarray(0, history.view.count),
    ]);
  });
});

describe('the timeline', () => {
  it('thins itself and keeps beginning and end', () => {
    const timeline = createTimeline(32);
    for (let epoch = 0; epoch <= 10_000; epoch++) if (timeline.wants(epoch)) timeline.add(point(epoch));
    expect(timeline.points.length).toBeLessThanOrEqual(32);
    expect(timeline.points.length).toBeGreaterThan(12);
    expect(timeline.points[0]?.epoch).toBe(0);
    expect(timeline.points[timeline.points.length - 1]?.epoch).toBeGreaterThan(9000);
  });

  it('goes to the nearest kept point and forgets the later ones when the run goes on from there', () => {
    const timeline = createTimeline(32);
    for (const epoch of [0, 10, 20, 30]) timeline.add(point(epoch));
    expect(timeline.seek(13)?.epoch).toBe(10);
    expect(timeline.rewound).toBe(true);
    expect(timeline.view(10)).toMatchObject({ at: 10, head: 30, count: 4, rewound: true });
    timeline.branch();
    expect(timeline.points.map(({ epoch }) => epoch)).toEqual([0, 10]);
    expect(timeline.rewound).toBe(false);
  });

  it('takes in the best point of a diverged run where it belongs', () => {
    const timeline = createTimeline(32);
    for (const epoch of [0, 10, 20]) timeline.add(point(epoch));
    timeline.seekTo(point(13));
    expect(timeline.points.map(({ epoch }) => epoch)).toEqual([0, 10, 13, 20]);
    expect(timeline.points[timeline.at]?.epoch).toBe(13);
    timeline.seekTo(point(10));
    expect(timeline.points).toHaveLength(4);
  });

  it('keeps fewer points of larger networks', () => {
    expect(timelineCapacity(100, 4)).toBe(512);
    expect(timelineCapacity(100_000, 4)).toBeLessThan(64);
    expect(timelineCapacity(1e9, 4)).toBe(16);
  });

  it('keeps half as many points where each number takes twice the bytes', () => {
    expect(timelineCapacity(100_000, 8)).toBe(Math.floor(timelineCapacity(100_000, 4) / 2));
  });
});
