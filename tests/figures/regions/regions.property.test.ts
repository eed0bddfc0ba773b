import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionAt, rowAt } from '../../../src/figures/regions/affine';
import { regionBounds } from '../../../src/figures/regions/bounds';
import { isInCell, PLANE, squareCell, type Cell } from '../../../src/figures/regions/cells';
import { piecewiseNetwork, type PiecewiseNetwork } from '../../../src/figures/regions/piecewise';
import { networkOf, trace } from './networks';

/** Forward pass in double precision as the formulas read, with each hidden unit's excitation. */
function forward({ layers }: PiecewiseNetwork, parameters: Float32Array, x: readonly number[]) {
  const excitations: number[] = [];
  let h = [...x];
  layers.forEach(({ units, inputs, offset, pieces, residual }, l) => {
    const e = Array.from({ length: units }, (_, k) =>
      h.reduce(
        (sum, value, j) => sum + (parameters[offset + k * inputs + j] ?? 0) * value,
        parameters[offset + units * inputs + k] ?? 0,
      ),
    );
    if (l < layers.length - 1) excitations.push(...e);
    const before = h;
    h = e.map((value, k) => {
      const { slope, constant } = value > 0 ? pieces.on : pieces.off;
      return slope * value + constant + (residual ? (before[k] ?? 0) : 0);
    });
  });
  return { excitations, output: h[0] ?? NaN };
}

const networks = fc
  .record({
    units: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 0, maxLength: 3 }),
    activation: fc.constantFrom('relu' as const, 'leaky-relu' as const),
    connectivity: fc.constantFrom('sequential' as const, 'residual' as const),
    // Any decimals, and halves, of which many lines meet in one point or are parallel.
    weights: fc.oneof(
      fc.infiniteStream(fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000)),
      fc.infiniteStream(fc.integer({ min: -4, max: 4 }).map((n) => n / 2)),
    ),
  })
  .map(({ units, activation, connectivity, weights }) => {
    const network = piecewiseNetwork(networkOf(units, activation, connectivity));
    const last = network.layers[network.layers.length - 1];
    const count = last === undefined ? 0 : last.offset + (last.inputs + 1) * last.units;
    return { network, parameters: Float32Array.from(weights.take(count)) };
  });
const places = fc.array(fc.tuple(coordinate(), coordinate()), { minLength: 20, maxLength: 20 });

function coordinate() {
  return fc.double({ min: -6, max: 6, noNaN: true });
}

function area(cell: Cell): number {
  let twice = 0;
  for (let i = 0; i < cell.length; i += 3) {
    const n = (i + 3) % cell.length;
    twice += (cell[i] ?? 0) * (cell[n + 1] ?? 0) - (cell[n] ?? 0) * (cell[i + 1] ?? 0);
  }
  return twice / 2;
}

describe('the regions of any network', () => {
  test('hold the pattern and the affine value of every point in them', () => {
    fc.assert(
      fc.property(networks, places, ({ network, parameters }, points) => {
        const { regions } = trace(network, parameters, PLANE);
        for (const [x1, x2] of points) {
          const { excitations, output } = forward(network, parameters, [x1, x2]);
          // On a line, as far as single precision tells, a point belongs to either side.
          if (excitations.some((e) => Math.abs(e) < 1e-4)) continue;
          const holding = regions.filter(({ cell }) => isInCell(cell, x1, x2));
          expect(holding.length).toBe(1);
          expect(Array.from(holding[0]?.pattern ?? [])).toEqual(excitations.map((e) => (e > 0 ? 1 : 0)));
          const here = regionAt(network, parameters, x1, x2);
          expect(here.pattern).toEqual(holding[0]?.pattern);
          const value = rowAt(here.output, 0, x1, x2);
          expect(Math.abs(value - output)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(output)));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('fill the window without overlap, are as many patterns, and no more than the bound', () => {
    fc.assert(
      fc.property(networks, ({ network, parameters }) => {
        const window = trace(network, parameters, squareCell(6)).regions;
        const plane = trace(network, parameters, PLANE).regions;
        const areas = window.map(({ cell }) => area(cell));
        expect(areas.every((each) => each > -1e-9)).toBe(true);
        expect(areas.reduce((a, b) => a + b, 0)).toBeCloseTo(144, 6);
        const patterns = new Set(plane.map(({ pattern }) => pattern.join('')));
        expect(patterns.size).toBe(plane.length);
        for (const { pattern } of window) expect(patterns.has(pattern.join(''))).toBe(true);
        expect(plane.length).toBeLessThanOrEqual(regionBounds(network).most);
      }),
      { numRuns: 150 },
    );
  });

  test('are no slivers where lines meet in one point on an axis', () => {
    const network = piecewiseNetwork(networkOf([7], 'relu', 'sequential'));
    const lines = [1, -1.5, -1.5, -1.5, -0.5, 1, 1.5, 1, -1, 0, -0.5, 1, 1, -1];
    const parameters = Float32Array.from([...lines, 0, 2, -1, -1, 0, 0, 2, 2, 2, 0, 2, -1, 0.5, -1.5, -0.5]);
    const { regions } = trace(network, parameters, squareCell(6));
    expect(Math.min(...regions.map(({ cell }) => area(cell)))).toBeGreaterThan(1e-3);
    expect(regions.length).toBe(24);
  });
});
