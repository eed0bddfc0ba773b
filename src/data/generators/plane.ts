import { uniform } from '../random';
import type { Generator } from './generator';

/** Value (x1 + x2) / 10, read off at a place that noise moves by up to ±6 · noise along each axis. */
export const plane: Generator = (_token, { data, noise }, amount) => {
  const x1 = uniform(data, -6, 6);
  const x2 = uniform(data, -6, 6);
  const target = (x1 + uniform(noise, -6, 6) * amount + x2 + uniform(noise, -6, 6) * amount) / 10;
  return { x1, x2, target };
};
