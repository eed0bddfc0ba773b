import { beforeAll, describe, expect, it } from 'vitest';
import { setDataset, setUnits } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { parameterIndex } from '../../src/experiment/shape';
import { createDataset } from '../../src/data/createDataset';
import type { Snapshot, UnitMaps } from '../../src/protocol/snapshot';
import { loadEverything } from '../data/loadEverything';
import { createHarness, WATCH } from './harness';
import { loadPictures } from '../../src/worker/problemPictures';

beforeAll(loadEverything);

/** red counts the steps below 0, green those above */
const ramp = Uint8ClampedArray.from({ length: 511 * 3 }, (_, i) => {
  const step = Math.floor(i / 3) - 255;
  return [Math.max(0, -step), Math.max(0, step), 7][i % 3] ?? 0;
});
const watch = { ...WATCH, palette: { ...WATCH.palette, ramp } };

const experiment = setUnits(0, 12)(setDataset('digits')(DEFAULT_EXPERIMENT));

/** −255 … 255 of a pixel of a unit's picture */
function step({ columns, size, rgba }: UnitMaps, picture: number, x: number, y: number): number {
  const column = (picture % columns) * size + x;
  const row = Math.floor(picture / columns) * size + y;
  const at = 4 * (row * columns * size + column);
  return (rgba[at + 1] ?? 0) - (rgba[at] ?? 0);
}

function start(): { maps: UnitMaps; snapshot: Snapshot; harness: ReturnType<typeof createHarness> } {
  const harness = createHarness(experiment);
  harness.send({ kind: 'watch', watch });
  harness.run(5);
  const snapshot = harness.snapshot();
  if (snapshot.maps === null) throw new Error('Expected pictures, found none.');
  return { maps: snapshot.maps, snapshot, harness };
}

await loadPictures(experiment.problem);

describe('pictures of a network that reads digits', () => {
  it('are computed without a grid over two of its inputs', () => {
    const { snapshot, maps } = start();
    expect(snapshot.field).toBeNull();
    expect(maps.columns * maps.rows).toBeGreaterThanOrEqual(64 + 12 + 6 + 10);
  });

  it('show the chosen token as inputs, and another one when it is chosen', () => {
    const { maps, harness } = start();
    const { inputs } = createDataset(experiment);
    const shades = (of: UnitMaps) => Array.from({ length: 64 }, (_, pixel) => step(of, pixel, 24, 24));
    const expected = (token: number) =>
      Array.from(inputs.subarray(64 * token, 64 * token + 64), (x) => Math.floor(255 * x + 0.5));
    expect(shades(maps)).toEqual(expected(0));
    harness.send({ kind: 'watch', watch: { ...watch, token: 5 } });
    harness.run(5);
    const after = harness.snapshot().maps;
    expect(after && shades(after)).toEqual(expected(5));
  });

  it('show a first-layer unit’s weights pixel by pixel, on one scale for the layer', () => {
    const { maps, snapshot } = start();
    const { parameters, sizes } = snapshot;
    const weights = Array.from(parameters.subarray(0, 64 * 12));
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    expect(maps.scales[0]).toBe(largest);
    for (const [unit, pixel] of [
      [0, 0],
      [3, 17],
      [11, 63],
    ] as const) {
      const weight = parameters[parameterIndex(sizes, { layer: 0, unit, from: pixel })] ?? NaN;
      const cell = maps.size / 8;
      const x = (pixel % 8) * cell + 1;
      const y = Math.floor(pixel / 8) * cell + 1;
      expect(Math.abs(step(maps, 64 + unit, x, y) - (255 * weight) / largest)).toBeLessThanOrEqual(1);
    }
  });

  it('show what an output says to the chosen token, in one color', () => {
    const { maps, snapshot } = start();
    for (let k = 0; k < 10; k++) {
      const said = snapshot.outputs.values[k] ?? NaN;
      const shown = step(maps, 64 + 12 + 6 + k, 5, 40);
      expect(Math.abs(shown - 255 * (2 * said - 1))).toBeLessThanOrEqual(1);
      expect(step(maps, 64 + 12 + 6 + k, 40, 5)).toBe(shown);
    }
  });
});
