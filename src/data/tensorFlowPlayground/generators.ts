import type { DatasetName } from '../../experiment/names';
import { bumpsHeight } from '../generators/bumps';
import type { Random } from '../random';

/**
 * The generators of the TensorFlow Playground, draw for draw: which uniform number goes where decides every number
 * that follows, the starting weights included. Double precision, Math's own functions, as that program has them.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
  /** ±1, or the value in regression */
  readonly label: number;
}

type PlaygroundGenerator = (random: Random, count: number, noise: number) => Point[];

const between = (random: Random, low: number, high: number) => random() * (high - low) + low;

function repeat(count: number, draw: (index: number) => Point): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < count; i++) points.push(draw(i));
  return points;
}

const circle: PlaygroundGenerator = (random, count, noise) => {
  const ring = (low: number, high: number) => () => {
    const radius = between(random, low, high);
    const angle = between(random, 0, 2 * Math.PI);
    const x = radius * Math.sin(angle);
    const y = radius * Math.cos(angle);
    const noisyX = x + between(random, -5, 5) * noise;
    const noisyY = y + between(random, -5, 5) * noise;
    return { x, y, label: Math.sqrt(noisyX * noisyX + noisyY * noisyY) < 2.5 ? 1 : -1 };
  };
  return [...repeat(count / 2, ring(0, 2.5)), ...repeat(count / 2, ring(3.5, 5))];
};

const exclusiveOr: PlaygroundGenerator = (random, count, noise) => {
  const pushedOut = () => {
    const value = between(random, -5, 5);
    return value + (value > 0 ? 0.3 : -0.3);
  };
  return repeat(count, () => {
    const x = pushedOut();
    const y = pushedOut();
    const noisyX = x + between(random, -5, 5) * noise;
    const noisyY = y + between(random, -5, 5) * noise;
    return { x, y, label: noisyX * noisyY >= 0 ? 1 : -1 };
  });
};

/** Polar Box–Muller, one number of the pair. */
function normal(random: Random, mean: number, variance: number): number {
  let u = 0;
  let square = 0;
  do {
    u = 2 * random() - 1;
    const v = 2 * random() - 1;
    square = u * u + v * v;
  } while (square > 1);
  return mean + Math.sqrt(variance) * Math.sqrt((-2 * Math.log(square)) / square) * u;
}

const gauss: PlaygroundGenerator = (random, count, noise) => {
  const variance = 0.5 + 7 * noise;
  const cloud = (center: number, label: number) => () => {
    const x = normal(random, center, variance);
    return { x, y: normal(random, center, variance), label };
  };
  return [...repeat(count / 2, cloud(2, 1)), ...repeat(count / 2, cloud(-2, -1))];
};

const spiral: PlaygroundGenerator = (random, count, noise) => {
  const half = count / 2;
  const arm = (shift: number, label: number) => (i: number) => {
    const radius = (i / half) * 5;
    const angle = ((1.75 * i) / half) * 2 * Math.PI + shift;
    const x = radius * Math.sin(angle) + between(random, -1, 1) * noise;
    const y = radius * Math.cos(angle) + between(random, -1, 1) * noise;
    return { x, y, label };
  };
  return [...repeat(half, arm(0, 1)), ...repeat(half, arm(Math.PI, -1))];
};

const surface =
  (height: (x: number, y: number) => number): PlaygroundGenerator =>
  (random, count, noise) =>
    repeat(count, () => {
      const x = between(random, -6, 6);
      const y = between(random, -6, 6);
      const noisyX = x + between(random, -6, 6) * noise;
      const noisyY = y + between(random, -6, 6) * noise;
      return { x, y, label: height(noisyX, noisyY) };
    });

/** By our names of the data sets; those that the TensorFlow Playground lacks are absent. */
export const PLAYGROUND_GENERATORS: Partial<Readonly<Record<DatasetName, PlaygroundGenerator>>> = {
  circles: circle,
  xor: exclusiveOr,
  gaussians: gauss,
  spiral,
  plane: surface((x, y) => (x + y) / 10),
  bumps: surface(bumpsHeight),
};
