import { describe, expect, it } from 'vitest';
import { createLayout } from '../../../src/engine/layout';
import { networkSpec } from '../../../src/engine/network';
import { traceToken } from '../../../src/engine/trace/trace';
import { createStartingParameters } from './startingParameters';
import { layerValues, type LayerValues } from '../../../src/figures/hiddenSpace/layerValues';
import { covariance, principalComponents, unitMeans } from '../../../src/figures/hiddenSpace/principal';
import { projectionOf, projectPoints } from '../../../src/figures/hiddenSpace/projection';

const PRINCIPAL = { kind: 'principal' } as const;

/** Four units of which only two directions vary: 3 along (1, 1, 0, 0)/√2, 1 along (0, 0, 1, 0). */
function flatLayer(): LayerValues {
  const points = [
    [3, 0],
    [-3, 0],
    [0, 1],
    [0, -1],
  ] as const;
  const rows = [
    points.map(([a]) => 5 + a / Math.SQRT2),
    points.map(([a]) => a / Math.SQRT2),
    points.map(([, b]) => b - 2),
    points.map(() => 7),
  ];
  return { units: 4, count: 4, values: rows.flat(), first: 0 };
}

const ALL = [0, 1, 2, 3];

describe('principal components', () => {
  it('agree with a covariance worked by hand', () => {
    const layer = flatLayer();
    const mean = unitMeans(layer, ALL);
    [5, 0, -2, 7].forEach((value, k) => expect(mean[k]).toBeCloseTo(value, 12));
    const matrix = covariance(layer, ALL, mean);
    // 2 · 9/2 / 4 = 2.25 between the first two units, 2 · 1 / 4 = 0.5 for the third.
    const expected = [2.25, 2.25, 0, 0, 2.25, 2.25, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0];
    expected.forEach((value, i) => expect(matrix[i]).toBeCloseTo(value, 12));
    const { shares, directions } = principalComponents(layer, ALL, null);
    expect(shares[0]).toBeCloseTo(4.5 / 5, 12);
    expect(shares[1]).toBeCloseTo(0.5 / 5, 12);
    expect(directions[0]?.[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(directions[0]?.[1]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(directions[1]?.[2]).toBeCloseTo(1, 12);
  });

  it('keep the side of the frame before, so that the picture is not mirrored', () => {
    const before = [Float64Array.of(-1, -1, 0, 0), Float64Array.of(0, 0, -1, 0)];
    const { directions } = principalComponents(flatLayer(), ALL, before);
    expect(directions[0]?.[0]).toBeCloseTo(-Math.SQRT1_2, 12);
    expect(directions[1]?.[2]).toBeCloseTo(-1, 12);
  });

  it('say that nothing varies where nothing does', () => {
    const layer = { units: 4, count: 2, values: new Float64Array(8).fill(3), first: 0 };
    expect(principalComponents(layer, [0, 1], null).shares).toEqual([0, 0]);
  });

  it('count the points that they are given alone', () => {
    const { shares } = principalComponents(flatLayer(), [0, 1], null);
    expect(shares[0]).toBeCloseTo(1, 12);
  });
});

describe('projected points', () => {
  it('of two and three units are the network’s own activations', () => {
    const { experiment, parameters } = createStartingParameters([2, 3]);
    const spec = networkSpec(experiment);
    const layout = createLayout(spec);
    const tokens = [
      [1, 2],
      [-3, 0.5],
      [4, -5],
    ] as const;
    const units = layout.unitCount;
    const values = new Float32Array(units * tokens.length);
    const traces = tokens.map((token) => traceToken(spec, layout, parameters, token, [1]));
    traces.forEach(({ layers }, i) =>
      layers.flatMap(({ h }) => [...h]).forEach((h, unit) => (values[unit * tokens.length + i] = h)),
    );
    const sizes = [2, 2, 3, 1];
    for (const layer of [1, 2, 3]) {
      const found = layerValues(sizes, layer, { count: tokens.length, values });
      const projection = projectionOf(found, [0, 1, 2], PRINCIPAL, null);
      expect(projection.kind).toBe((['', 'plane', 'space', 'line'] as const)[layer]);
      const projected = projectPoints(found, projection);
      traces.forEach(({ layers }, i) =>
        layers[layer - 1]?.h.forEach((h, d) => expect(projected[d * tokens.length + i]).toBeCloseTo(h, 6)),
      );
    }
  });

  it('of principal components keep the distances that the plane can show', () => {
    const layer = flatLayer();
    const projection = projectionOf(layer, ALL, PRINCIPAL, null);
    const projected = projectPoints(layer, projection);
    expect(projected[0]).toBeCloseTo(3, 12);
    expect(projected[1]).toBeCloseTo(-3, 12);
    expect(projected[4 + 2]).toBeCloseTo(1, 12);
  });

  it('of two chosen units are their activations, whatever the others are', () => {
    const layer = flatLayer();
    const projection = projectionOf(layer, ALL, { kind: 'pair', units: [2, 0] }, null);
    const projected = projectPoints(layer, projection);
    expect(projected[2]).toBeCloseTo(-1, 12);
    expect(projected[4]).toBeCloseTo(5 + 3 / Math.SQRT2, 12);
    [0, 0, 0, 7].forEach((value, k) => expect(projection.base[k]).toBeCloseTo(value, 12));
  });
});
