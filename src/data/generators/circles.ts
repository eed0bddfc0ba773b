import { uniform } from '../random';
import { cosine, sine } from '../sine';
import type { Generator } from './generator';

/** Class 1 within radius 2.5, class 0 from 3.5 to 5; noise moves both coordinates by up to ±5 · noise. */
export const circles: Generator = (token, { data, noise }, amount) => {
  const target = token % 2;
  const radius = target === 1 ? uniform(data, 0, 2.5) : uniform(data, 3.5, 5);
  const angle = uniform(data, 0, 2 * Math.PI);
  const x1 = radius * sine(angle) + uniform(noise, -5, 5) * amount;
  const x2 = radius * cosine(angle) + uniform(noise, -5, 5) * amount;
  return { x1, x2, target };
};
