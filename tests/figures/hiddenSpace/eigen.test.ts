import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/figures/hiddenSpace/eigen';

describe('symmetricEigen', () => {
  it('finds the values and directions of a matrix worked by hand', () => {
    // Eigenvalues 4, 2, 1 along (1, 1, 0)/√2, (1, −1, 0)/√2 and (0, 0, 1).
    const { values, vectors } = symmetricEigen([3, 1, 0, 1, 3, 0, 0, 0, 1], 3);
    expect([...values].map((value) => Number(value.toFixed(12)))).toEqual([4, 2, 1]);
    expect(Math.abs((vectors[0] ?? 0) + (vectors[1] ?? 0))).toBeCloseTo(Math.SQRT2, 12);
    expect(Math.abs((vectors[3] ?? 0) - (vectors[4] ?? 0))).toBeCloseTo(Math.SQRT2, 12);
    expect(Math.abs(vectors[8] ?? 0)).toBeCloseTo(1, 12);
  });

  it('leaves a diagonal matrix as it is, the largest value first', () => {
    expect([...symmetricEigen([1, 0, 0, 5], 2).values]).toEqual([5, 1]);
    expect([...symmetricEigen(new Float64Array(16), 4).values]).toEqual([0, 0, 0, 0]);
  });

  it('gives orthonormal directions that the matrix only stretches, up to 64 units', () => {
    const sizes = fc.integer({ min: 1, max: 64 });
    const property = fc.property(sizes, fc.integer(), (size, seed) => {
      const matrix = symmetric(size, seed);
      const { values, vectors } = symmetricEigen(matrix, size);
      for (let k = 0; k < size; k++) {
        const vector = vectors.subarray(k * size, (k + 1) * size);
        expect(dot(vector, vector)).toBeCloseTo(1, 10);
        if (k > 0) {
          expect(values[k]).toBeLessThanOrEqual(values[k - 1] ?? 0);
          expect(dot(vector, vectors.subarray(0, size))).toBeCloseTo(0, 10);
        }
        for (let i = 0; i < size; i++)
          expect(dot(matrix.subarray(i * size, (i + 1) * size), vector)).toBeCloseTo(
            (values[k] ?? 0) * (vector[i] ?? 0),
            8,
          );
      }
    });
    fc.assert(property, { numRuns: 12 });
  });
});

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Entries −1 … 1 that depend on the seed alone. */
function symmetric(size: number, seed: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const value = Math.sin(seed + 12.9898 * i + 78.233 * j);
      matrix[i * size + j] = matrix[j * size + i] = value;
    }
  return matrix;
}
