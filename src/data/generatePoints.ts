import type { GeneratedProblem } from '../experiment/experiment';
import { isLecture, type DatasetName, type LectureName } from '../experiment/names';
import { arms } from './generators/arms';
import { blobs } from './generators/blobs';
import { bumps } from './generators/bumps';
import { checkers } from './generators/checkers';
import { circles } from './generators/circles';
import { gaussians } from './generators/gaussians';
import { foldIntoPlane, type Generator } from './generators/generator';
import { moons } from './generators/moons';
import { plane } from './generators/plane';
import { spiral } from './generators/spiral';
import { xor } from './generators/xor';
import { irisPoints } from './iris';
import type { Points } from './points';
import { createRandom } from './random';

type DrawnName = Exclude<DatasetName, LectureName | 'iris'>;

const GENERATORS: Readonly<Record<DrawnName, Generator>> = {
  xor,
  spiral,
  circles,
  gaussians,
  moons,
  checkers,
  arms,
  blobs,
  plane,
  bumps,
};

/** The points of one of our own problems, in the order of their numbers; all in single precision. */
export function generatePoints(problem: GeneratedProblem): Points {
  const { dataset, samples, noise } = problem;
  const seed = Number(problem.seed);
  if (dataset === 'iris') return irisPoints(seed, samples, problem.columns ?? [2, 3]);
  if (isLecture(dataset)) throw new Error(`Expected a problem of the plane, got ${dataset}.`);
  const generator = GENERATORS[dataset];
  const inputs = new Float64Array(samples * 2);
  const targets = new Float64Array(samples);
  for (let token = 0; token < samples; token++) {
    const draws = { data: createRandom(seed, 'data', token), noise: createRandom(seed, 'noise', token) };
    const { x1, x2, target } = generator(token, draws, noise, seed);
    inputs[2 * token] = Math.fround(foldIntoPlane(x1));
    inputs[2 * token + 1] = Math.fround(foldIntoPlane(x2));
    targets[token] = Math.fround(target);
  }
  return { count: samples, coordinates: 2, outputs: 1, inputs, targets };
}
