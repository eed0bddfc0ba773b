import { describe, expect, test } from 'vitest';
import {
  createLossScale,
  epochTicks,
  epochX,
  groupMarks,
  hasConverged,
  layoutLossScale,
  lossTicks,
  lossY,
  nearestIndex,
  spreadLabels,
} from '../../../src/figures/lossCurves/layout';
import type { LossHistory } from '../../../src/protocol/snapshot';

function history(epochs: readonly number[], loss: (epoch: number) => number): LossHistory {
  const room = epochs.length + 5;
  const epoch = new Float64Array(room);
  const train = new Float64Array(room);
  const test = new Float64Array(room).fill(NaN);
  epochs.forEach((at, i) => {
    epoch[i] = at;
    train[i] = loss(at);
  });
  return { count: epochs.length, epoch, train, test };
}

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);
const SIZE = { width: 300, height: 200 };
const MARGINS = { top: 10, right: 50, bottom: 20, left: 30 };

describe('the loss axis', () => {
  test('keeps every loss of the run within the figure', () => {
    for (const log of [true, false]) {
      const scale = createLossScale();
      const run = history(upTo(40), (epoch) => 2 * Math.exp(-epoch / 5));
      layoutLossScale(scale, run, log, SIZE, MARGINS);
      for (let i = 0; i < run.count; i++) {
        const y = lossY(scale, run.train[i] ?? 0);
        expect(y).toBeGreaterThanOrEqual(10);
        expect(y).toBeLessThanOrEqual(180);
      }
      expect(epochX(scale, 0)).toBe(30);
      expect(epochX(scale, 40)).toBe(250);
    }
  });

  test('takes a run that has not begun, and losses of zero or beyond all numbers', () => {
    const scale = createLossScale();
    layoutLossScale(
      scale,
      history([], () => 0),
      true,
      SIZE,
      MARGINS,
    );
    expect(Number.isFinite(lossY(scale, 0.5))).toBe(true);
    layoutLossScale(
      scale,
      history([0, 1, 2], (epoch) => [0, Infinity, 3][epoch] ?? 0),
      true,
      SIZE,
      MARGINS,
    );
    expect(Number.isFinite(lossY(scale, 0))).toBe(true);
    expect(scale.high).toBeLessThan(4);
  });

  test('has ticks at 1, 2 and 5 of each decade, or at decades where there are many', () => {
    expect(lossTicks(true, 0.07, 0.7, 5).map(({ text }) => text)).toEqual(['0.1', '0.2', '0.5']);
    expect(lossTicks(true, 0.28, 0.9, 5).length).toBeGreaterThanOrEqual(2);
    expect(lossTicks(true, 1e-6, 1, 4).length).toBeLessThanOrEqual(5);
    for (const { value } of lossTicks(true, 1e-6, 1, 4)) expect(Math.log10(value) % 1).toBeCloseTo(0, 9);
    expect(lossTicks(false, 0, 1, 4)[0]?.value).toBe(0);
  });

  test('counts whole epochs only', () => {
    expect(epochTicks(2.5, 6).map(({ text }) => text)).toEqual(['0', '1', '2']);
    expect(epochTicks(12000, 4).at(-1)?.text).toBe('12,000');
  });
});

test('end labels that would overlap move apart and stay in their order and within the figure', () => {
  expect(spreadLabels(100, 50, 15, 0, 200)).toEqual([100, 50]);
  const [train, test] = spreadLabels(101, 100, 15, 0, 200);
  expect(train - test).toBe(15);
  const [low, lower] = spreadLabels(199, 200, 15, 0, 200);
  expect([low, lower]).toEqual([185, 200]);
});

test('the point nearest to an epoch is found, at both ends and between', () => {
  const run = history([0, 1, 2, 10], () => 1);
  expect([-5, 0.4, 0.6, 5.9, 6.1, 99].map((epoch) => nearestIndex(run, epoch))).toEqual([0, 0, 1, 2, 3, 3]);
  expect(
    nearestIndex(
      history([], () => 1),
      3,
    ),
  ).toBe(-1);
});

describe('convergence', () => {
  test('is a train loss that moves by less than a thousandth over 50 epochs', () => {
    expect(hasConverged(history(upTo(80), () => 0.2))).toBe(true);
    expect(hasConverged(history(upTo(80), (epoch) => 0.2 * 0.999 ** epoch))).toBe(false);
    expect(hasConverged(history(upTo(80), (epoch) => (epoch === 60 ? 0.3 : 0.2)))).toBe(false);
  });

  test('is not claimed before 50 epochs, or of losses that are not numbers', () => {
    expect(hasConverged(history(upTo(40), () => 0.2))).toBe(false);
    expect(hasConverged(history(upTo(80), () => NaN))).toBe(false);
  });
});

test('a drag that marked the curve many times is told once', () => {
  const marks = ['Noise', 'Move point', 'Move point', 'Move point', 'Noise'].map((label, epoch) => ({
    label,
    epoch,
  }));
  expect(groupMarks(marks)).toEqual([
    { label: 'Noise', count: 1, from: 0, to: 0 },
    { label: 'Move point', count: 3, from: 1, to: 3 },
    { label: 'Noise', count: 1, from: 4, to: 4 },
  ]);
});
