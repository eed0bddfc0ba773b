import { describe, expect, it } from 'vitest';
import { layoutNetwork, type NetworkLayout } from '../../src/figures/network/layout';
import { layoutLinks, pointOnLink } from '../../src/figures/network/linkGeometry';
import { nextUnit } from '../../src/figures/network/navigate';
import { overlap, placeInspector } from '../../src/figures/network/placeInspector';

const desktop = (sizes: number[], width = 792, height = 640) =>
  layoutNetwork({ width, height, sizes, phone: false, foot: 48 });
const phone = (sizes: number[]) => layoutNetwork({ width: 390, height: 400, sizes, phone: true, foot: 50 });

function boxes(layout: NetworkLayout) {
  return layout.columns.flatMap(({ tile, units }) =>
    units.map(({ x, y }) => ({ x: x - tile / 2, y: y - tile / 2, width: tile, height: tile })),
  );
}

const NETWORKS = [
  [2, 1],
  [2, 8, 6, 1],
  [7, 12, 12, 12, 12, 12, 12, 12, 12, 4],
  [2, 8, 8, 8, 8, 8, 8, 1],
  [2, 64, 13, 3],
  [64, 64, 64, 64, 64, 64, 64, 64, 64, 10],
];
const SPACES = [
  [792, 640],
  [500, 500],
  [720, 300],
] as const;

describe('the layout of the network', () => {
  it('fits the first view without scrolling, all controls of a layer above its column', () => {
    const layout = desktop([2, 8, 6, 1]);
    expect(layout.width).toBe(792);
    expect(layout.height).toBe(640);
    expect(layout.head).toBe('wide');
  });

  it('fits eight hidden layers of eight units into the panel of a window 1024 wide', () => {
    const layout = desktop([2, 8, 8, 8, 8, 8, 8, 8, 8, 1], 500, 500);
    expect(layout.width).toBe(500);
    expect(layout.head).toBe('tight');
  });

  it('shows eight units without scrolling over the lens of a tablet, above the inputs that are off', () => {
    const layout = desktop([2, 8, 6, 1], 500, 258);
    const lowest = Math.max(...layout.columns.map(({ bottom }) => bottom));
    expect(lowest).toBeLessThanOrEqual(258);
  });

  it('leaves room beside several outputs for their symbols', () => {
    for (const [width, height] of SPACES) {
      const layout = desktop([64, 8, 6, 10], width, height);
      const { right } = layout.columns[layout.columns.length - 1] ?? { right: NaN };
      expect(layout.width - right).toBeGreaterThanOrEqual(36);
    }
  });

  it('keeps every picture inside the figure and off every other picture', () => {
    for (const [width, height] of SPACES) {
      for (const sizes of NETWORKS) {
        const layout = desktop(sizes, width, height);
        const all = boxes(layout);
        expect(all).toHaveLength(sizes.reduce((sum, units) => sum + units, 0));
        const outside = all.filter(
          ({ x, y, width: w, height: h }) =>
            x < 0 || y < layout.top || x + w > layout.width || y + h > layout.height - layout.foot,
        );
        expect(outside).toEqual([]);
        const clashes = all.filter((box, i) => all.slice(i + 1).some((other) => overlap(box, other) > 1e-6));
        expect(clashes).toEqual([]);
      }
    }
  });

  it('gives every unit a place to press of at least 24 px, 44 px on a phone', () => {
    for (const sizes of NETWORKS) {
      for (const [width, height] of SPACES) {
        for (const column of desktop(sizes, width, height).columns) {
          expect(column.pitch).toBeGreaterThanOrEqual(24);
        }
      }
      for (const column of phone(sizes).columns) expect(column.pitch).toBeGreaterThanOrEqual(44);
    }
  });

  it('draws layers of up to twelve units one below the other and larger ones as a block', () => {
    const [, twelve, thirteen, sixtyFour] = desktop([2, 12, 13, 64, 1]).columns;
    expect(twelve?.across).toBe(1);
    expect(thirteen?.across).toBeGreaterThan(1);
    expect(sixtyFour?.units).toHaveLength(64);
    const ports = sixtyFour?.units.map((unit) => unit.port) ?? [];
    expect(new Set(ports).size).toBe(64);
  });
});

describe('the links', () => {
  it('begin at the sending unit and end at the receiving one, in the order of the weights', () => {
    const layout = desktop([2, 3, 1]);
    const links = layoutLinks(layout, [{ layer: 0, unit: 2, from: 1 }]);
    const [inputs, hidden] = layout.columns;
    // Row by row: unit 3's weight from x2 is the last of the first layer's six.
    expect(links.ends[4 * 5 + 1]).toBeCloseTo(inputs?.units[1]?.y ?? NaN, 3);
    expect(links.ends[4 * 5 + 3]).toBeCloseTo(hidden?.units[2]?.y ?? NaN, 3);
    expect([...links.frozen]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(links.layers[1]).toMatchObject({ weights: 9, bias: 12 });
  });

  it('start and end where their units are', () => {
    const links = layoutLinks(desktop([2, 3, 1]), []);
    const start = pointOnLink(links.ends, 4, 0);
    const end = pointOnLink(links.ends, 4, 1);
    expect([start.x, start.y, end.x, end.y]).toEqual([...links.ends.slice(16, 20)]);
  });
});

describe('the arrow keys', () => {
  const layout = desktop([2, 8, 6, 1]);
  const from = { layer: 0, unit: 3 };
  it('go up and down within a layer and stop at its ends', () => {
    expect(nextUnit(layout, from, 'ArrowDown')).toEqual({ layer: 0, unit: 4 });
    expect(nextUnit(layout, { layer: 0, unit: 0 }, 'ArrowUp')).toEqual({ layer: 0, unit: 0 });
    expect(nextUnit(layout, from, 'End')).toEqual({ layer: 0, unit: 7 });
  });
  it('go to the nearest unit of the next layer, to the output, and no further', () => {
    const second = nextUnit(layout, from, 'ArrowRight');
    expect(second).toEqual({ layer: 1, unit: 2 });
    expect(nextUnit(layout, second, 'ArrowRight')).toEqual({ layer: 2, unit: 0 });
    expect(nextUnit(layout, { layer: 2, unit: 0 }, 'ArrowRight')).toEqual({ layer: 2, unit: 0 });
    expect(nextUnit(layout, from, 'ArrowLeft')).toEqual(from);
  });
  it('reach every unit of a block', () => {
    const block = desktop([2, 30, 1]);
    const seen = new Set<number>();
    const queue = [{ layer: 0, unit: 0 }];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen.has(at.unit)) continue;
      seen.add(at.unit);
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) {
        const next = nextUnit(block, at, key);
        if (next.layer === 0) queue.push(next);
      }
    }
    expect(seen.size).toBe(30);
  });
});

describe('the place of a unit’s numbers', () => {
  const size = { width: 232, height: 420, leastHeight: 150, others: [] };
  const own = (layout: NetworkLayout, layer: number, unit: number) => {
    const before = layout.columns.slice(0, layer + 1).reduce((sum, column) => sum + column.units.length, 0);
    return boxes(layout)[before + unit] ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  it('never hides the unit itself and never leaves the view', () => {
    for (const sizes of NETWORKS) {
      for (const layout of [desktop(sizes), desktop(sizes, 500, 500), phone(sizes)]) {
        const view = { x: 0, y: 0, width: Math.min(layout.width, 792), height: Math.min(layout.height, 640) };
        layout.columns.slice(1).forEach((column, layer) => {
          column.units.forEach((_, unit) => {
            // Of blocks, every seventh unit: the places differ little.
            if (column.across > 1 && unit % 7 > 0) return;
            const tile = own(layout, layer, unit);
            const inView = tile.x + tile.width <= view.width && tile.y + tile.height <= view.height;
            if (!inView) return;
            const place = placeInspector(layout, { layer, unit }, { view, ...size });
            expect(overlap(place, tile)).toBe(0);
            expect(place.x).toBeGreaterThanOrEqual(0);
            expect(place.y).toBeGreaterThanOrEqual(0);
            expect(place.x + place.width).toBeLessThanOrEqual(view.width);
            expect(place.y + place.height).toBeLessThanOrEqual(view.height);
          });
        });
      }
    }
  });
  it('hides no unit at all in the first view', () => {
    const layout = desktop([2, 8, 6, 1]);
    const view = { x: 0, y: 0, width: 792, height: 640 };
    layout.columns.slice(1).forEach((column, layer) => {
      column.units.forEach((_, unit) => {
        expect(placeInspector(layout, { layer, unit }, { view, ...size }).covers).toBe(false);
      });
    });
  });
});
