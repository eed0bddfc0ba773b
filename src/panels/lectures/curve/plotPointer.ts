import type { Dataset } from '../../../data/dataset';
import { nearestToken } from '../../../figures/curve/layout';

/** Half the distance in x at which a press still means a token. */
const REACH = 0.05;

export function tokenNear({ inputs }: Dataset, x: number): number {
  return nearestToken(inputs, x, REACH);
}
