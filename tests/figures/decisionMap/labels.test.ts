import { describe, expect, test } from 'vitest';
import { createContourTracer } from '../../../src/figures/decisionMap/contours';
import { createCrowding, createLabelPlacer } from '../../../src/figures/decisionMap/labels';

const SIZE = 50;
const SIDE = 300;

/** A line from top to bottom at `x`, 0 … 1 of the width. */
function uprightLine(x: number) {
  const field = Float32Array.from({ length: SIZE * SIZE }, (_, i) => ((i % SIZE) + 0.5) / SIZE);
  return createContourTracer(SIZE).trace(field, 0, x);
}

describe('labels of isolines', () => {
  test('follow their line instead of jumping', () => {
    const placer = createLabelPlacer(createCrowding().counts);
    let before: readonly [number, number] | null = null;
    for (let frame = 0; frame < 60; frame++) {
      placer.begin(SIDE, false);
      expect(placer.place(0, uprightLine(0.3 + 0.005 * frame), 20)).toBe(true);
      const now = [placer.x[0] ?? 0, placer.y[0] ?? 0] as const;
      expect(now[0]).toBeCloseTo(SIDE * (0.3 + 0.005 * frame), 0);
      if (before !== null) expect(Math.hypot(now[0] - before[0], now[1] - before[1])).toBeLessThan(8);
      before = now;
    }
  });

  test('keep clear of each other and of the frame', () => {
    const placer = createLabelPlacer(createCrowding().counts);
    placer.begin(SIDE, true);
    expect(placer.place(0, uprightLine(0.5), 24)).toBe(true);
    expect(placer.place(1, uprightLine(0.52), 24)).toBe(true);
    expect(Math.abs((placer.y[0] ?? 0) - (placer.y[1] ?? 0))).toBeGreaterThanOrEqual(18);
    expect(placer.place(2, uprightLine(0.01), 24)).toBe(false);
  });

  test('go where there are no points', () => {
    const crowding = createCrowding();
    for (let i = 0; i < 400; i++) crowding.add(0.5, 0.2 + (0.6 * i) / 400);
    const placer = createLabelPlacer(crowding.counts);
    placer.begin(SIDE, true);
    expect(placer.place(0, uprightLine(0.5), 20)).toBe(true);
    const y = (placer.y[0] ?? 0) / SIDE;
    expect(y < 0.2 || y > 0.8).toBe(true);
  });

  test('wait before they come back at another place, unless the picture has settled', () => {
    const placer = createLabelPlacer(createCrowding().counts);
    placer.begin(SIDE, false);
    placer.place(0, uprightLine(0.2), 20);
    placer.begin(SIDE, false);
    expect(placer.place(0, uprightLine(0.8), 20)).toBe(false);
    placer.begin(SIDE, true);
    expect(placer.place(0, uprightLine(0.8), 20)).toBe(true);
  });

  test('stand only where lines are far enough apart', () => {
    // Lines crowd at the left and are 20 px apart at the right.
    const spacing = (shareX: number) => (shareX < 0.5 ? 4 : 20);
    const placer = createLabelPlacer(createCrowding().counts);
    placer.begin(SIDE, true, spacing);
    expect(placer.place(0, uprightLine(0.3), 20, 11)).toBe(false);
    expect(placer.place(1, uprightLine(0.3), 20, 3)).toBe(true);
    expect(placer.place(2, uprightLine(0.7), 20, 11)).toBe(true);
  });

  test('keep their place while lines draw a little nearer, not when they crowd', () => {
    const placer = createLabelPlacer(createCrowding().counts);
    for (const [apart, found] of [
      [12, true],
      [9, true],
      [6, false],
      [9, false],
    ] as const) {
      placer.begin(SIDE, false, () => apart);
      expect(placer.place(0, uprightLine(0.5), 20, 11)).toBe(found);
    }
  });
});
