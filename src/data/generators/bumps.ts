import { uniform } from '../random';
import type { Generator } from './generator';

/** Center and sign of each bump: where the TensorFlow Playground has them. */
const BUMPS: readonly (readonly [number, number, number])[] = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
];

/** Square of a bump's radius: neighbors 4 apart overlap a little. */
const RADIUS_2 = 8;

/** Sum of the bumps (1 − d²/r²)², which meet the plane smoothly at distance r. */
export function bumpsHeight(x1: number, x2: number): number {
  let height = 0;
  for (const [c1, c2, sign] of BUMPS) {
    const rest = 1 - ((x1 - c1) * (x1 - c1) + (x2 - c2) * (x2 - c2)) / RADIUS_2;
    if (rest > 0) height += sign * rest * rest;
  }
  return height;
}

/** Six bumps; noise moves the target by up to ±noise. */
export const bumps: Generator = (_token, { data, noise }, amount) => {
  const x1 = uniform(data, -6, 6);
  const x2 = uniform(data, -6, 6);
  return { x1, x2, target: bumpsHeight(x1, x2) + uniform(noise, -1, 1) * amount };
};
