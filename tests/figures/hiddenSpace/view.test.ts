import { describe, expect, it } from 'vitest';
import { gridLines } from '../../../src/figures/hiddenSpace/grid';
import { adaptRanges, dataRanges, type Ranges } from '../../../src/figures/hiddenSpace/ranges';
import { frameWithin, layoutAxes, nearestToken, spotOf } from '../../../src/figures/hiddenSpace/scene';
import {
  FRONT,
  morph,
  placePoints,
  placer,
  spreadRows,
  START_TURN,
  turned,
} from '../../../src/figures/hiddenSpace/view';
import { placeName, projectionSentence, thresholdSentence } from '../../../src/figures/hiddenSpace/words';

const placed = (x: readonly number[], y: readonly number[]) => ({
  x: Float64Array.from(x),
  y: Float64Array.from(y),
  depth: new Float64Array(x.length),
});

describe('the morph between two layers', () => {
  const from = placed([0, 1], [-1, 0]);
  const to = placed([1, 0], [1, 0.5]);

  it('is the layer itself at whole numbers', () => {
    expect(morph(from, to, 0)).toEqual(from);
    expect(morph(from, to, 1)).toEqual(to);
  });

  it('goes straight in between', () => {
    expect(morph(from, to, 0.25)).toEqual(placed([0.25, 0.75], [-0.5, 0.125]));
  });
});

describe('the orthographic view', () => {
  const ranges = { middle: [1, 0, 0], half: 2 };

  it('from the front is the plane of the first two units', () => {
    const place = placer(3, ranges, FRONT);
    const [x, y] = place(3, 2, 0.7);
    expect(x).toBeCloseTo(y, 12);
    expect(place(1, 0, 2)[2]).toBeGreaterThan(place(1, 0, -2)[2]);
  });

  it('keeps lengths that lie in the picture, however it is turned', () => {
    const length = (turn: typeof FRONT) => {
      const place = placer(3, ranges, turn);
      const axes = [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const;
      // The squares of the three axes' pictures add up to twice the square of one: nothing but depth is lost.
      return axes.reduce((sum, [a, b, c]) => {
        const [x, y] = place(1 + a, b, c);
        return sum + x * x + y * y;
      }, 0);
    };
    expect(length(START_TURN)).toBeCloseTo(length(FRONT), 12);
    expect(length({ yaw: 2, pitch: -1 })).toBeCloseTo(length(FRONT), 12);
  });

  it('turns all the way round and never over the top', () => {
    expect(turned(FRONT, 3 * Math.PI, 0).yaw).toBeCloseTo(-Math.PI, 12);
    expect(turned(FRONT, 0, 9).pitch).toBeCloseTo(Math.PI / 2, 12);
  });

  it('keeps the corners of the box within the square', () => {
    const place = placer(3, { middle: [0, 0, 0], half: 1 }, { yaw: Math.PI / 4, pitch: 0.61 });
    for (let c = 0; c < 8; c++) {
      const [x, y] = place(c & 1 ? 1 : -1, c & 2 ? 1 : -1, c & 4 ? 1 : -1);
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(1);
    }
  });
});

describe('a single unit', () => {
  it('has a row for each class, which changes no value', () => {
    const projected = Float64Array.of(0.2, 0.9, 0.4, 0, 0, 0, 0, 0, 0);
    spreadRows(projected, Uint8Array.of(0, 1, 2), 3);
    expect([...projected.subarray(0, 3)]).toEqual([0.2, 0.9, 0.4]);
    expect([...projected.subarray(3, 6)]).toEqual([-0.4, 0, 0.4]);
  });
});

describe('the axes', () => {
  const data = (low: number, high: number) => ({ middle: [(low + high) / 2], half: (high - low) / 2 });

  it('leave room around the data, more around a few points', () => {
    const few = dataRanges(Float64Array.of(-1, 3, 0, 0, 0, 0), 1, [0, 1]);
    expect(few.middle).toEqual([1]);
    expect(few.half).toBeCloseTo(2 * 1.35, 12);
  });

  it('have one scale for all', () => {
    const ranges = dataRanges(Float64Array.of(0, 10, 0, 1, 0, 0), 2, [0, 1]);
    expect(ranges.middle).toEqual([5, 0.5]);
    expect(ranges.half).toBeGreaterThanOrEqual(5);
  });

  it('grow at once and shrink slowly', () => {
    const shown = data(-1, 1);
    expect(adaptRanges(shown, data(-1, 3), false)).toEqual(data(-1, 3));
    const next = adaptRanges(shown, data(-0.5, 0.5), false);
    expect(next.half).toBeLessThan(1);
    expect(next.half).toBeGreaterThan(0.9);
    let ranges: Ranges = shown;
    for (let frame = 0; frame < 200; frame++) ranges = adaptRanges(ranges, data(-0.5, 0.5), false);
    expect(ranges.half).toBeCloseTo(0.5, 3);
  });

  it('begin anew with the run', () => {
    expect(adaptRanges(data(-1, 1), data(-0.1, 0.1), true)).toEqual(data(-0.1, 0.1));
  });

  it('carry numbers at the places of the values', () => {
    const frame = frameWithin(346, 344);
    const ranges = { middle: [0, 0], half: 2 };
    const { ticks } = layoutAxes(frame, ranges, placer(2, ranges, FRONT));
    const tick = ticks.find(({ axis, text }) => axis === 0 && text === '1');
    expect(tick?.at[0]).toBeCloseTo(frame.left + 0.75 * frame.side, 12);
  });
});

describe('the grid of the inputs', () => {
  it('runs through the origin along both axes', () => {
    const grid = gridLines(2, 6);
    expect(grid?.lines).toBe(26);
    expect(grid?.axes.filter(Boolean)).toHaveLength(2);
    expect(grid?.points.length).toBe(26 * (grid?.samples ?? 0) * 2);
    const onAxis = grid?.axes.indexOf(true) ?? -1;
    const first = onAxis * (grid?.samples ?? 0) * 2;
    expect([...(grid?.points.subarray(first, first + 2) ?? [])]).toEqual([-6, 0]);
  });

  it('is one line for a single input, and none for many', () => {
    expect(gridLines(1, 1)?.lines).toBe(1);
    expect(gridLines(64, 6)).toBeNull();
  });
});

describe('choosing by a press', () => {
  it('means the nearest token that is shown', () => {
    const frame = frameWithin(360, 344);
    const tokens = placePoints(
      Float64Array.of(0, 0.5, 0, 0.5, 0, 0),
      placer(2, { middle: [0, 0], half: 1 }, FRONT),
    );
    const spot = spotOf(frame, 0.5, 0.5);
    expect(nearestToken(tokens, frame, spot, 10, [Uint32Array.of(0, 1)])).toBe(1);
    expect(nearestToken(tokens, frame, spot, 10, [Uint32Array.of(0)])).toBe(-1);
  });
});

describe('the words', () => {
  it('tell a layer from the way between two', () => {
    expect(placeName(1, 3)).toBe('hidden layer 1');
    expect(placeName(1.4, 3)).toBe('between layers 1 and 2');
    expect(placeName(0.5, 3)).toBe('between input and hidden layer 1');
  });

  it('say how much the components hold', () => {
    expect(projectionSentence({ kind: 'principal', shares: [0.63, 0.21] })).toContain(
      '63.0% + 21.0% = 84.0%',
    );
  });

  it('say where a line of many units is drawn', () => {
    const next = { units: 6, softmax: false, drawn: 6, boundary: null };
    expect(thresholdSentence({ projection: 'principal', ...next })).toContain('through the mean');
    expect(thresholdSentence({ projection: 'pair', ...next })).toContain('other units at their mean');
    expect(thresholdSentence({ projection: 'plane', ...next, units: 20, drawn: 12 })).toContain(
      '12 of the next layer’s 20',
    );
  });
});
