import seedrandom from 'seedrandom/seedrandom.js';
import type { GeneratedProblem } from '../../experiment/experiment';
import { DATASET_CLASSES } from '../../experiment/names';
import type { Points } from '../points';
import type { Random } from '../random';
import { PLAYGROUND_GENERATORS, type Point } from './generators';

export interface TensorFlowPlaygroundData {
  /** in the order in which they train */
  readonly points: Points;
  readonly trainCount: number;
  /** The stream that drew the points, standing where that program draws its first weight. */
  readonly random: Random;
}

/** The points that the TensorFlow Playground draws for this seed, number for number. */
export function createTensorFlowPlaygroundData(problem: GeneratedProblem): TensorFlowPlaygroundData {
  const random = seedrandom(String(problem.seed));
  const generate = PLAYGROUND_GENERATORS[problem.dataset];
  const drawn = generate ? generate(random, problem.samples, problem.noise) : [];
  shuffle(drawn, random);
  const points = toPoints(drawn, DATASET_CLASSES[problem.dataset] > 0);
  const trainCount = Math.floor((drawn.length * percentage(problem.trainFraction)) / 100);
  return { points, trainCount: Math.max(1, trainCount), random };
}

/** Fisher–Yates from the end. */
function shuffle(points: Point[], random: Random): void {
  for (let counter = points.length; counter > 0; counter--) {
    const index = Math.floor(random() * counter);
    const last = points[counter - 1];
    const other = points[index];
    if (!last || !other) continue;
    points[counter - 1] = other;
    points[index] = last;
  }
}

/** The share came from a percentage; × 100 may miss it by a rounding, which the floor would turn into a point. */
function percentage(fraction: number): number {
  return Math.round(fraction * 1e8) / 1e6;
}

function toPoints(drawn: readonly Point[], classes: boolean): Points {
  const inputs = new Float64Array(drawn.length * 2);
  const targets = new Float64Array(drawn.length);
  drawn.forEach(({ x, y, label }, i) => {
    inputs[2 * i] = x;
    inputs[2 * i + 1] = y;
    targets[i] = classes ? Number(label > 0) : label;
  });
  return { count: drawn.length, coordinates: 2, outputs: 1, inputs, targets };
}
