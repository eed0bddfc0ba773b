import { expect, test } from 'vitest';
import { drawMarks, type MarkPen } from '../../src/figures/network/drawUnits';
import { layoutNetwork } from '../../src/figures/network/layout';

const nothing = () => undefined;

/** Rings as [x, y, radius] in px. */
function ringsAt(x: number, y: number) {
  const layout = layoutNetwork({ width: 792, height: 640, sizes: [2, 8, 6, 1], phone: false, foot: 48 });
  const rings: (readonly [number, number, number])[] = [];
  const pen: MarkPen = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 1 },
    ...{ beginPath: nothing, fill: nothing, stroke: nothing },
    arc: (...[left, top, radius]) => void rings.push([left, top, radius]),
  };
  drawMarks(pen, layout, { x, y }, { ink: 'ink', paper: 'paper' });
  const tiles = layout.columns.flatMap(({ tile, units }) => units.map((unit) => ({ ...unit, tile })));
  return { rings, tiles };
}

test('a token’s ring lies at the same place of every input’s and unit’s picture', () => {
  const { rings, tiles } = ringsAt(1, 0.25);
  expect(rings.length).toBe(2 + 8 + 6 + 1);
  tiles.forEach(({ x, y, tile }, i) => {
    expect(rings[i]?.[0]).toBeCloseTo(x + tile / 2, 10);
    expect(rings[i]?.[1]).toBeCloseTo(y - tile / 4, 10);
  });
});

test('a ring hides little of the picture it lies on', () => {
  const { rings, tiles } = ringsAt(0.5, 0.5);
  tiles.forEach(({ tile }, i) => expect(rings[i]?.[2]).toBeLessThan(tile / 8));
});
