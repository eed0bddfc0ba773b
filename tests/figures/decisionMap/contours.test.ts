import { describe, expect, test } from 'vitest';
import { createContourTracer, type Contours } from '../../../src/figures/decisionMap/contours';

/** Samples a function of x, y in 0 … 1 (from the top left corner) at cell centers. */
function sample(size: number, f: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, i) =>
    f(((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size),
  );
}

function lines({ count, starts, points }: Contours): (readonly [number, number])[][] {
  return Array.from({ length: count }, (_, line) => {
    const from = starts[line] ?? 0;
    return Array.from({ length: (starts[line + 1] ?? 0) - from }, (_, p) => [
      points[2 * (from + p)] ?? NaN,
      points[2 * (from + p) + 1] ?? NaN,
    ]);
  });
}

describe('isolines', () => {
  test('lie where a linear field has the level, and run from border to border', () => {
    const field = sample(20, (x, y) => x + 0.5 * y);
    const found = lines(createContourTracer(20).trace(field, 0, 0.7));
    expect(found).toHaveLength(1);
    const [line = []] = found;
    const inside = line.filter(([x, y]) => x > 0.03 && x < 0.97 && y > 0.03 && y < 0.97);
    expect(inside.length).toBeGreaterThan(20);
    for (const [x, y] of inside) expect(x + 0.5 * y).toBeCloseTo(0.7, 4);
    const ends = [line[0], line[line.length - 1]].map((end) => end?.[1]);
    expect(ends.sort()).toEqual([0, 1]);
  });

  test('close around a hill, within a hundredth of the circle', () => {
    const field = sample(100, (x, y) => Math.hypot(x - 0.5, y - 0.5));
    const found = lines(createContourTracer(100).trace(field, 0, 0.3));
    expect(found).toHaveLength(1);
    const [line = []] = found;
    expect(line[0]).toEqual(line[line.length - 1]);
    for (const [x, y] of line) expect(Math.hypot(x - 0.5, y - 0.5)).toBeCloseTo(0.3, 2);
  });

  test('separate the two sides of a saddle into two lines', () => {
    const field = sample(30, (x, y) => (x - 0.5) * (y - 0.5));
    expect(lines(createContourTracer(30).trace(field, 0, 0.02))).toHaveLength(2);
    expect(lines(createContourTracer(30).trace(field, 0, -0.02))).toHaveLength(2);
  });

  test('are absent where the field stays on one side', () => {
    const flat = new Float32Array(25).fill(0);
    expect(createContourTracer(5).trace(flat, 0, 0).count).toBe(0);
    expect(createContourTracer(5).trace(flat, 0, 0.5).count).toBe(0);
  });

  test('mark where a ReLU begins to respond', () => {
    const field = sample(40, (x) => Math.max(0, x - 0.5));
    const [line = []] = lines(createContourTracer(40).trace(field, 0, 0));
    for (const [x] of line) expect(Math.abs(x - 0.5)).toBeLessThanOrEqual(0.5 / 40 + 1e-6);
  });

  test('come out the same when the tracer is used again, and for a channel further on', () => {
    const tracer = createContourTracer(16);
    const field = sample(16, (x, y) => Math.sin(9 * x) * Math.cos(7 * y));
    const once = lines(tracer.trace(field, 0, 0.1));
    tracer.trace(
      sample(16, (x) => x),
      0,
      0.5,
    );
    expect(lines(tracer.trace(field, 0, 0.1))).toEqual(once);
    const two = new Float32Array(2 * 256);
    two.set(field, 256);
    expect(lines(tracer.trace(two, 256, 0.1))).toEqual(once);
  });

  test('survive values that are not numbers', () => {
    const field = sample(10, (x) => (x > 0.4 && x < 0.6 ? NaN : x));
    const { count, starts, points } = createContourTracer(10).trace(field, 0, 0.5);
    for (let p = 0; p < 2 * (starts[count] ?? 0); p++) expect(Number.isFinite(points[p])).toBe(true);
  });
});
