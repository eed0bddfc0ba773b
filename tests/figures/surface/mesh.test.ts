import { describe, expect, test } from 'vitest';
import {
  createSurfaceMesh,
  FULL_HEIGHT,
  heightOf,
  netOf,
  pointsOf,
  raiseMesh,
  triangleCorners,
} from '../../../src/figures/surface/mesh';

const SIZE = 20;

/** 0.3 x − 0.2 (x2 upwards) at the cell centers, in shares of the half side. */
function slopingField(): Float32Array {
  return Float32Array.from({ length: SIZE * SIZE }, (_, i) => {
    const u = (2 * ((i % SIZE) + 0.5)) / SIZE - 1;
    const v = (2 * (Math.floor(i / SIZE) + 0.5)) / SIZE - 1;
    return 0.3 * u + 0.2 * v;
  });
}

describe('the surface as a mesh', () => {
  test('stands over the cell centers with heights in proportion to the values', () => {
    const mesh = createSurfaceMesh(SIZE);
    raiseMesh(mesh, slopingField(), 0.5);
    for (const corner of [0, 7, 133, 399]) {
      const [x = 0, y, z = 0] = mesh.positions.subarray(3 * corner, 3 * corner + 3);
      expect(y).toBeCloseTo((FULL_HEIGHT * (0.3 * x + 0.2 * z)) / 0.5, 6);
    }
    expect(mesh.positions[0]).toBeCloseTo(-0.95, 6);
    expect(mesh.positions[2]).toBeCloseTo(-0.95, 6);
  });

  test('has normals at right angles to it, of length 1 and upwards', () => {
    const mesh = createSurfaceMesh(SIZE);
    raiseMesh(mesh, slopingField(), 1);
    const [a, b] = [0.3 * FULL_HEIGHT, 0.2 * FULL_HEIGHT];
    const length = Math.hypot(a, b, 1);
    for (const corner of [0, 19, 210, 399]) {
      const [nx = 0, ny = 0, nz = 0] = mesh.normals.subarray(3 * corner, 3 * corner + 3);
      expect(nx).toBeCloseTo(-a / length, 5);
      expect(ny).toBeCloseTo(1 / length, 5);
      expect(nz).toBeCloseTo(-b / length, 5);
    }
  });

  test('turns every triangle its upper side to the sky', () => {
    const { positions } = createSurfaceMesh(5);
    const triangles = triangleCorners(5, 1);
    expect(triangles.length).toBe(6 * 16);
    for (let t = 0; t < triangles.length; t += 3) {
      const [p, q, r] = [0, 1, 2].map((k) => 3 * (triangles[t + k] ?? 0));
      const at = (i = 0) => [positions[i] ?? 0, positions[i + 2] ?? 0] as const;
      const [[px, pz], [qx, qz], [rx, rz]] = [at(p), at(q), at(r)];
      // The vertical part of the cross product of two sides.
      expect((qz - pz) * (rx - px) - (qx - px) * (rz - pz)).toBeGreaterThan(0);
    }
  });

  test('reaches its edges with every stride, of which 1 takes all corners', () => {
    for (const size of [5, 20, 100]) {
      expect(new Set(triangleCorners(size, 1)).size).toBe(size * size);
      for (const stride of [2, 4]) {
        const corners = new Set(triangleCorners(size, stride));
        const aside = Math.ceil((size - 1) / stride) + 1;
        expect(corners.size).toBe(aside * aside);
        for (const edge of [0, size - 1, size * (size - 1), size * size - 1])
          expect(corners.has(edge)).toBe(true);
      }
    }
  });

  test('keeps what a diverging network says within the picture', () => {
    expect(heightOf(2, 2)).toBeCloseTo(FULL_HEIGHT, 12);
    expect(heightOf(1e9, 1)).toBeLessThan(1);
    expect(heightOf(-1e9, 1)).toBe(-heightOf(1e9, 1));
  });
});

describe('target and points', () => {
  test('a net of lines lies on the target, x2 to the back', () => {
    const target = (x1: number, x2: number) => 0.1 * x1 - 0.05 * x2;
    const ends = netOf(target, 6, 1, 4, 3);
    expect(ends.length).toBe(5 * 3 * 4 * 3);
    for (let i = 0; i < ends.length; i += 3) {
      const [x = 0, y = 0, z = 0] = ends.subarray(i, i + 3);
      expect(y).toBeCloseTo(FULL_HEIGHT * target(6 * x, -6 * z), 5);
    }
  });

  test('a point stands at its inputs and as high as its target', () => {
    const points = pointsOf(Uint32Array.of(1), Float64Array.of(0, 0, 3, -6), Float64Array.of(0, 0.5), 6, 1);
    expect(Array.from(points)).toEqual([0.5, Math.fround(0.5 * FULL_HEIGHT), 1]);
  });
});
