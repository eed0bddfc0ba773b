import { normal } from '../random';
import type { Generator } from './generator';

/** Class 1 around (2, 2), class 0 around (−2, −2), each coordinate with variance 0.5 + 7 · noise. */
export const gaussians: Generator = (token, { noise }, amount) => {
  const target = token % 2;
  const center = target === 1 ? 2 : -2;
  const deviation = Math.sqrt(0.5 + 7 * amount);
  return { x1: center + deviation * normal(noise), x2: center + deviation * normal(noise), target };
};
