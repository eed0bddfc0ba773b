import { createRandom, uniform } from '../random';
import { cosine, sine } from '../sine';
import { alongCurve, type Generator } from './generator';

const ARMS = 3;

/** Three spiral arms of one turn, a third of a turn apart; noise moves both coordinates by up to ±noise. */
export const arms: Generator = (token, { noise }, amount, seed) => {
  const target = token % ARMS;
  const position = alongCurve((token - target) / ARMS, createRandom(seed, 'data', -1)());
  const radius = 0.5 + 4.5 * position;
  const angle = 2 * Math.PI * (position + target / ARMS);
  const x1 = radius * sine(angle) + uniform(noise, -1, 1) * amount;
  const x2 = radius * cosine(angle) + uniform(noise, -1, 1) * amount;
  return { x1, x2, target };
};
