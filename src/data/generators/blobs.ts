import { normal } from '../random';
import type { Generator } from './generator';

const CENTERS: readonly (readonly [number, number])[] = [
  [3, 1.2],
  [-1.2, 3],
  [-3, -1.2],
  [1.2, -3],
];

/** Four round clouds on a turned square, each coordinate with variance 0.4 + 4 · noise. */
export const blobs: Generator = (token, { noise }, amount) => {
  const target = token % CENTERS.length;
  const [c1, c2] = CENTERS[target] ?? [0, 0];
  const deviation = Math.sqrt(0.4 + 4 * amount);
  return { x1: c1 + deviation * normal(noise), x2: c2 + deviation * normal(noise), target };
};
