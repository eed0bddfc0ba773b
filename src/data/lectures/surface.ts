import type { GeneratedProblem } from '../../experiment/experiment';
import { VARIANTS, type Surface } from '../../experiment/names';
import type { Points } from '../points';
import { createRandom, normal, uniform } from '../random';
import { sine } from '../sine';
import { tanh } from '../tanh';

/** Functions of x1 and x2 over the plane; noise, as a standard deviation, is added to the target. */

const SURFACES: Readonly<Record<Surface, (x1: number, x2: number) => number>> = {
  // Two tanh units and a linear output make it exactly: e = x1 + x2 / 2 and e = x2 − x1 / 2, each with weight 1/2.
  'two-tanh': (x1, x2) => 0.5 * tanh(x1 + 0.5 * x2) + 0.5 * tanh(x2 - 0.5 * x1),
  // Four steps, each with an edge of the square, and a fifth that is on where all four are.
  tower: (x1, x2) => (Math.abs(x1) < 2.5 && Math.abs(x2) < 2.5 ? 1 : 0),
  saddle: (x1, x2) => (x1 * x1 - x2 * x2) / 36,
  ripple: (x1, x2) => {
    const radius = Math.sqrt(x1 * x1 + x2 * x2) * 1.5;
    return radius < 1e-6 ? 1 : sine(radius) / radius;
  },
};

export function isSurface(variant: string | undefined): variant is Surface {
  return VARIANTS.surface.some((each) => each === variant);
}

/** The target without noise, E[y|x]. */
export function surfaceTarget({ variant }: GeneratedProblem): (x1: number, x2: number) => number {
  return SURFACES[isSurface(variant) ? variant : 'two-tanh'];
}

export function surfacePoints(problem: GeneratedProblem): Points {
  const { samples, noise } = problem;
  const seed = Number(problem.seed);
  const target = surfaceTarget(problem);
  const inputs = new Float64Array(2 * samples);
  const targets = new Float64Array(samples);
  for (let token = 0; token < samples; token++) {
    const data = createRandom(seed, 'data', token);
    const x1 = Math.fround(uniform(data, -6, 6));
    const x2 = Math.fround(uniform(data, -6, 6));
    inputs[2 * token] = x1;
    inputs[2 * token + 1] = x2;
    targets[token] = Math.fround(target(x1, x2) + noise * normal(createRandom(seed, 'noise', token)));
  }
  return { count: samples, coordinates: 2, outputs: 1, inputs, targets };
}
