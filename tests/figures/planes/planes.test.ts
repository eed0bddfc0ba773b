import { describe, expect, it } from 'vitest';
import { barPlace, errorLengths, layoutBars } from '../../../src/figures/planes/bars';
import { labelChain } from '../../../src/figures/planes/chain';
import { magnification, movedColumns, movedRows } from '../../../src/figures/planes/moved';
import { hitThreshold, normalAt, placeNormals } from '../../../src/figures/planes/normals';
import {
  createPlane,
  planeHeight,
  planePlace,
  planeX,
  planeY,
  reachOf,
  zoomFor,
} from '../../../src/figures/planes/plane';
import {
  alongThreshold,
  biasThrough,
  distanceFrom,
  layoutThreshold,
  turnTowards,
  type Threshold,
} from '../../../src/figures/planes/thresholds';

const WIDTH = 312;
const PLANE = createPlane(WIDTH, planeHeight(WIDTH));
const TOKEN = [0, 1] as const;

function line(unit: number, w1: number, w2: number, b: number): Threshold {
  const threshold = layoutThreshold(PLANE, unit, { w1, w2, b }, TOKEN);
  if (threshold === null) throw new Error('Expected a line.');
  return threshold;
}

describe('a plane', () => {
  it('has one scale along both axes, whatever its shape, and leads back from px', () => {
    for (const plane of [PLANE, createPlane(320, 190), createPlane(200, 400, 3)]) {
      expect(planeX(plane, 1) - planeX(plane, 0)).toBeCloseTo(planeY(plane, 0) - planeY(plane, 1), 9);
      const [x, y] = planePlace(plane, planeX(plane, 0.3), planeY(plane, -0.2));
      expect([x, y]).toEqual([expect.closeTo(0.3, 9), expect.closeTo(-0.2, 9)]);
    }
  });

  it('shows semicircle and parabola whole in every shape', () => {
    for (const plane of [PLANE, createPlane(320, 190), createPlane(160, 300)]) {
      for (const [x, y] of [
        [-1, 0],
        [1, 1],
        [0, 1.05],
      ] as const) {
        expect(planeX(plane, x)).toBeGreaterThan(0);
        expect(planeX(plane, x)).toBeLessThan(plane.width);
        expect(planeY(plane, y)).toBeGreaterThan(0);
        expect(planeY(plane, y)).toBeLessThan(plane.height);
      }
    }
  });

  it('zooms out until all shows, and in again only when there is room to spare', () => {
    const reach = reachOf(2, 0.5);
    const zoom = zoomFor(reach, 1);
    expect(planeX(createPlane(WIDTH, 270, zoom), 2)).toBeLessThan(WIDTH);
    expect(zoomFor(0.99, 1.2)).toBe(1.2);
    expect(zoomFor(0.8, 1.2)).toBe(1);
    expect(zoomFor(Infinity, 5)).toBe(5);
  });
});

describe('a threshold', () => {
  it('ends at the frame, with its on side where w·x + b > 0', () => {
    const threshold = line(0, 2, 0, -1);
    const [from, to] = threshold.span ?? [NaN, NaN];
    expect(alongThreshold(threshold, from)[0]).toBeCloseTo(planeX(PLANE, 0.5), 9);
    expect([alongThreshold(threshold, from)[1], alongThreshold(threshold, to)[1]].sort()).toEqual([
      expect.closeTo(0, 9),
      expect.closeTo(PLANE.height, 9),
    ]);
    expect(distanceFrom(threshold, planeX(PLANE, 1), planeY(PLANE, 0))).toBeCloseTo((0.5 * WIDTH) / 2.6, 9);
    expect(threshold.active).toBe(false);
  });

  it('is none where the weights are zero or not finite, and passes the frame by where it is far off', () => {
    expect(layoutThreshold(PLANE, 0, { w1: 0, w2: 0, b: 1 }, TOKEN)).toBeNull();
    expect(layoutThreshold(PLANE, 0, { w1: NaN, w2: 1, b: 1 }, TOKEN)).toBeNull();
    expect(line(0, 1, 0, -50).span).toBeNull();
  });

  it('moves through the place that it is dragged to', () => {
    const weights = { w1: 0.6, w2: -1.1, b: 0.2 };
    const b = biasThrough(weights, [0.4, 0.7]);
    expect(0.6 * 0.4 - 1.1 * 0.7 + b).toBeCloseTo(0, 12);
  });

  it('turns about its place with weights of the same length', () => {
    const turned = turnTowards({ w1: 3, w2: 4, b: 1 }, [0.2, 0.5], [0, -2]);
    expect(turned).toEqual({
      w1: expect.closeTo(0, 12),
      w2: expect.closeTo(-5, 12),
      b: expect.closeTo(2.5, 12),
    });
    expect(turnTowards({ w1: 3, w2: 4, b: 1 }, [0, 0], [0, 0])).toBeNull();
  });
});

describe('the normals', () => {
  const lines = [line(0, 1, 0.2, 0), line(1, -0.3, 1, -0.4), line(2, 1, 1, -1), line(3, 1, 0.25, 0.02)];

  it('stand inside the frame, apart from one another', () => {
    const normals = placeNormals(PLANE, lines, TOKEN, new Map(), null);
    expect(normals).toHaveLength(4);
    for (const { tipX, tipY } of normals) {
      expect(tipX > 0 && tipX < PLANE.width && tipY > 0 && tipY < PLANE.height).toBe(true);
      const others = normals.filter((other) => other.tipX !== tipX);
      for (const other of others)
        expect(Math.hypot(other.tipX - tipX, other.tipY - tipY)).toBeGreaterThan(20);
    }
  });

  it('stay where they were while a line moves a little', () => {
    const before = placeNormals(PLANE, lines, TOKEN, new Map(), null);
    const places = new Map(before.map(({ unit, baseX, baseY }) => [unit, [baseX, baseY] as const]));
    const moved = lines.map((each) => (each.unit === 2 ? line(2, 1, 1, -1.02) : each));
    placeNormals(PLANE, moved, TOKEN, places, null).forEach(({ baseX, baseY }, i) => {
      const was = before[i];
      expect(Math.hypot(baseX - (was?.baseX ?? NaN), baseY - (was?.baseY ?? NaN))).toBeLessThan(4);
    });
  });

  it('stay in the hand that holds them, however crowded', () => {
    const places = new Map([[1, alongThreshold(lines[1] ?? line(1, 1, 0, 0), 3)] as const]);
    const held = placeNormals(PLANE, lines, TOKEN, places, 1).find(({ unit }) => unit === 1);
    expect(held?.t).toBeCloseTo(3, 9);
  });

  it('are meant by a press at their tip, lines by a press along them', () => {
    const normals = lines.map((each) => normalAt(each, 20));
    const { tipX = 0, tipY = 0 } = normals[2] ?? {};
    expect(hitThreshold(lines, normals, tipX + 2, tipY, 6)).toEqual({ unit: 2, part: 'normal' });
    const [x, y] = alongThreshold(lines[1] ?? line(1, 1, 0, 0), 90);
    expect(hitThreshold(lines, normals, x, y + 3, 6)).toEqual({ unit: 1, part: 'line' });
    expect(hitThreshold(lines, normals, 3, 3, 6)).toBeNull();
  });
});

describe('a layer’s update', () => {
  const scale = WIDTH / 2.6;

  it('shows each column from where it was, enlarged alike so that the longest arrow is short', () => {
    // two columns, (0.5, −0.2) and (0, 1); the first moves by (0.001, 0.002)
    const layer = { terms: 2, weights: 0, bias: 4 };
    const before = [0.5, 0, -0.2, 1, 0, 0];
    const after = [0.501, 0, -0.198, 1, 0, 0];
    const { magnified, arrows } = movedColumns(PLANE, layer, before, after);
    const [first, second] = arrows;
    expect(magnified).toBe(100);
    expect(first?.fromX).toBeCloseTo(planeX(PLANE, 0.5), 9);
    expect(first?.fromY).toBeCloseTo(planeY(PLANE, -0.2), 9);
    expect((first?.toX ?? NaN) - (first?.fromX ?? NaN)).toBeCloseTo(100 * 0.001 * scale, 6);
    expect((first?.toY ?? NaN) - (first?.fromY ?? NaN)).toBeCloseTo(-100 * 0.002 * scale, 6);
    expect(second).toMatchObject({ toX: second?.fromX, toY: second?.fromY });
  });

  it('shows each row from the tip of the normal that it had', () => {
    const normal = normalAt(line(4, 1, 0, 0), 10);
    const { arrows } = movedRows(
      PLANE,
      [normal],
      () => ({ w1: 1, w2: 0, b: 0 }),
      () => ({ w1: 1, w2: 0.1, b: 0 }),
    );
    expect(arrows[0]).toMatchObject({ index: 4, fromX: normal.tipX, fromY: normal.tipY, toX: normal.tipX });
    expect(arrows[0]?.toY).toBeLessThan(normal.tipY);
  });

  it('is enlarged by a round number, never made smaller', () => {
    expect([100, 30, 20, 4.7, 0.1, 0].map(magnification)).toEqual([1, 1, 2, 10, 200, 1]);
  });
});

describe('the chain’s names', () => {
  it('stand beside segments of at least 30 px, and keep apart', () => {
    const chain = Float64Array.of(0, 100, 80, 100, 80, 90, 80, 20);
    const labels = labelChain(chain, new Float64Array(0));
    expect(labels.map(({ term }) => term)).toEqual([-1, 1]);
    for (const { x, y, term } of labels)
      expect(term === -1 ? Math.abs(y - 100) : Math.abs(x - 80)).toBeGreaterThan(9);
  });
});

describe('the bars', () => {
  it('are as long as the errors, the longest below the top', () => {
    const lengths = errorLengths([0, 0, 1, 1], [3, 4, 1, 0.5]);
    expect([...lengths]).toEqual([5, 0.5]);
    const layout = layoutBars(300, 120, lengths);
    const [long, short] = [barPlace(layout, 0, 5), barPlace(layout, 1, 0.5)];
    expect(long.top).toBeGreaterThan(0);
    expect((layout.ground - long.top) / (layout.ground - short.top)).toBeCloseTo(10, 9);
    expect(long.x).toBeLessThan(short.x);
  });
});
