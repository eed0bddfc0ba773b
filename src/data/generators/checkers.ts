import { uniform } from '../random';
import type { Generator } from './generator';

const FIELDS = 4;
const SIDE = 2.5;
/** Points keep this distance from the edge of their field. */
const MARGIN = 0.15;

/** A board of 4 × 4 fields from −5 to 5; noise moves both coordinates by up to ±2.5 · noise. */
export const checkers: Generator = (token, { data, noise }, amount) => {
  const target = token % 2;
  // The eight fields of a class take turns: row by row, two a row.
  const field = ((token - target) / 2) % 8;
  const row = Math.floor(field / 2);
  const column = 2 * (field % 2) + ((row + target) % 2);
  const within = (index: number) => (index - FIELDS / 2) * SIDE + uniform(data, MARGIN, SIDE - MARGIN);
  const x1 = within(column) + uniform(noise, -2.5, 2.5) * amount;
  const x2 = within(row) + uniform(noise, -2.5, 2.5) * amount;
  return { x1, x2, target };
};
