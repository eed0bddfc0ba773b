import { uniform } from '../random';
import type { Generator } from './generator';

/** Class 1 where x1 and x2 have the same sign; noise moves both coordinates by up to ±5 · noise. */
export const xor: Generator = (token, { data, noise }, amount) => {
  const target = token % 2;
  const side = data() < 0.5 ? -1 : 1;
  const x1 = side * uniform(data, 0.3, 5.3);
  const x2 = (target === 1 ? side : -side) * uniform(data, 0.3, 5.3);
  return { x1: x1 + uniform(noise, -5, 5) * amount, x2: x2 + uniform(noise, -5, 5) * amount, target };
};
