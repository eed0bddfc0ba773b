import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IRIS_SPECIES, irisAxes, irisPoints } from '../../src/data/iris';
import { IRIS_EXTENT } from '../../src/experiment/limits';

/** The rows of the published file: four lengths and the species. */
const flowers = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'iris.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const PAIRS = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b !== a).map((b) => [a, b] as const));

describe('iris', () => {
  it('holds the flowers of the published file, for any two columns', () => {
    for (const columns of PAIRS) {
      const [first, second] = irisAxes(columns);
      const points = irisPoints(1, 150, columns);
      const own = Array.from(points.targets, (species, i) => {
        const a = first.mean + first.deviation * (points.inputs[2 * i] ?? NaN);
        const b = second.mean + second.deviation * (points.inputs[2 * i + 1] ?? NaN);
        return `${a.toFixed(1)} ${b.toFixed(1)} ${IRIS_SPECIES[species] ?? ''}`;
      });
      const published = flowers.map(
        (row) => `${row[columns[0]] ?? ''} ${row[columns[1]] ?? ''} ${row[4] ?? ''}`,
      );
      expect(own.sort()).toEqual(published.sort());
    }
  });

  it('is standardised, and its square holds every flower', () => {
    for (const columns of PAIRS) {
      const { inputs } = irisPoints(1, 150, columns);
      const values = Array.from(inputs);
      for (const axis of [0, 1]) {
        const own = values.filter((_, i) => i % 2 === axis);
        const mean = own.reduce((sum, value) => sum + value, 0) / 150;
        const variance = own.reduce((sum, value) => sum + value * value, 0) / 150;
        expect(Math.abs(mean)).toBeLessThan(1e-6);
        expect(Math.abs(variance - 1)).toBeLessThan(1e-6);
      }
      for (const value of values) expect(Math.abs(value)).toBeLessThan(IRIS_EXTENT);
    }
  });

  it('names its axes in centimeters', () => {
    const [length, width] = irisAxes([2, 3]);
    expect([length.name, width.name]).toEqual(['petal length (cm)', 'petal width (cm)']);
    expect(length.mean).toBeCloseTo(3.758, 6);
    expect(length.deviation).toBeCloseTo(1.7594, 3);
  });

  it('has 150 flowers at most', () => {
    expect(irisPoints(1, 2000, [2, 3]).count).toBe(150);
    expect(irisPoints(1, 60, [2, 3]).count).toBe(60);
  });
});
