import { createRandom, uniform } from '../random';
import { cosine, sine } from '../sine';
import { alongCurve, type Generator } from './generator';

/** Two arms of 1¾ turns, half a turn apart; noise moves both coordinates by up to ±noise. */
export const spiral: Generator = (token, { noise }, amount, seed) => {
  const target = token % 2;
  const position = alongCurve((token - target) / 2, createRandom(seed, 'data', -1)());
  const angle = 2 * Math.PI * 1.75 * position + (target === 1 ? 0 : Math.PI);
  const x1 = 5 * position * sine(angle) + uniform(noise, -1, 1) * amount;
  const x2 = 5 * position * cosine(angle) + uniform(noise, -1, 1) * amount;
  return { x1, x2, target };
};
