import { describe, expect, it } from 'vitest';
import {
  edgePath,
  layoutBoxes,
  layoutEdges,
  MESSAGE_PITCH,
  MESSAGE_WIDTH,
  placeMessages,
} from '../../../src/figures/backprop/edges';
import { layoutLinks } from '../../../src/figures/network/linkGeometry';

const PITCH = 54;

/** A column of `count` boxes 140 px wide, `gap` px apart from the next column. */
function column(count: number, place: number, gap: number) {
  const left = place * (140 + gap);
  return Array.from({ length: count }, (_, i) => ({ left, right: left + 140, y: (i + 0.5) * PITCH }));
}

function geometryOf(sizes: readonly number[], gap: number) {
  const columns = sizes.map((count, place) => column(count, place, gap));
  return layoutLinks(layoutBoxes({ width: 2000, height: 2000, columns }), []);
}

const into = (layer: number, unit: number, count: number) =>
  Array.from({ length: count }, (_, from) => ({ layer, unit, from }));

describe('the edges between the boxes', () => {
  it('run from the right of the sending box to the left of the receiving one', () => {
    const [, edge] = layoutEdges(geometryOf([2, 3], 52), into(0, 2, 2), false);
    expect(edge).toMatchObject({ x0: 140, y0: 1.5 * PITCH, x1: 192, y1: 2.5 * PITCH, weight: 5 });
  });

  it('end one below the other where errors come back, the first uppermost', () => {
    const back = [0, 1, 2].map((unit) => ({ layer: 0, unit, from: 1 }));
    const edges = layoutEdges(geometryOf([2, 3], 52), back, true);
    const ends = edges.map(({ y0 }) => y0);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(ends[1]).toBe(1.5 * PITCH);
    expect(edgePath(edges[0] ?? failed(), true)).toMatch(/^M192\.0,27\.0L.*L140\.0,72\.0$/);
  });

  it('leave out a link that the network no longer has', () => {
    expect(layoutEdges(geometryOf([2, 3], 52), into(0, 3, 2), false)).toEqual([]);
    expect(layoutEdges(geometryOf([2, 3], 52), into(1, 0, 2), false)).toEqual([]);
  });
});

describe('the messages on the edges', () => {
  it.each([
    [2, 52],
    [4, 52],
    [8, 52],
    [8, 120],
  ])('of %i links stand apart and off the boxes, %i px apart', (count, gap) => {
    const { points, apart } = placeMessages(
      layoutEdges(geometryOf([count, 4], gap), into(0, 1, count), false),
      false,
    );
    expect(apart).toBe(true);
    points.forEach(({ x, y }, i) => {
      expect(x - MESSAGE_WIDTH / 2).toBeGreaterThanOrEqual(140);
      expect(x + MESSAGE_WIDTH / 2).toBeLessThanOrEqual(140 + gap);
      expect((points[i + 1]?.y ?? Infinity) - y).toBeGreaterThanOrEqual(MESSAGE_PITCH);
    });
  });

  it('are too many to be read at once from nine links on', () => {
    const edges = layoutEdges(geometryOf([9, 4], 52), into(0, 1, 9), false);
    expect(placeMessages(edges, false).apart).toBe(false);
  });

  it('are too close where the boxes are', () => {
    const columns = [0, 1].map((place) =>
      column(4, place, 52).map((box) => ({ ...box, y: (box.y * 30) / PITCH })),
    );
    const geometry = layoutLinks(layoutBoxes({ width: 400, height: 300, columns }), []);
    expect(placeMessages(layoutEdges(geometry, into(0, 1, 4), false), false).apart).toBe(false);
  });
});

function failed(): never {
  throw new Error('An edge was expected.');
}
