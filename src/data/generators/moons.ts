import { createRandom, uniform } from '../random';
import { cosine, sine } from '../sine';
import { alongCurve, type Generator } from './generator';

const RADIUS = 3.2;

/** Two half circles that reach into each other; noise moves both coordinates by up to ±3 · noise. */
export const moons: Generator = (token, { noise }, amount, seed) => {
  const target = token % 2;
  const angle = Math.PI * alongCurve((token - target) / 2, createRandom(seed, 'data', -1)());
  // The upper moon opens downwards; the lower is the upper turned by half a turn about the origin.
  const side = target === 1 ? 1 : -1;
  const x1 = side * RADIUS * (cosine(angle) - 0.5);
  const x2 = side * RADIUS * (sine(angle) - 0.25);
  return { x1: x1 + uniform(noise, -3, 3) * amount, x2: x2 + uniform(noise, -3, 3) * amount, target };
};
