import { expect, test } from 'vitest';
import { surfaceTarget } from '../../../src/data/lectures/surface';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { GeneratedProblem } from '../../../src/experiment/experiment';

function targetOf(variant: string) {
  const { problem } = DEFAULT_EXPERIMENT;
  if (problem.dataset === 'custom') throw new Error('Expected a generated problem.');
  const surface: GeneratedProblem = { ...problem, dataset: 'surface', variant };
  return surfaceTarget(surface);
}

const step = (e: number) => (e > 0 ? 1 : 0);
const PLACES = Array.from(
  { length: 400 },
  (_, i) => [(i % 20) * 0.61 - 5.9, Math.floor(i / 20) * 0.61 - 5.9] as const,
);

test('a network of two tanh units makes the first surface', () => {
  const target = targetOf('two-tanh');
  for (const [x1, x2] of PLACES) {
    const h = [Math.tanh(x1 + 0.5 * x2), Math.tanh(-0.5 * x1 + x2)] as const;
    expect(target(x1, x2)).toBeCloseTo(0.5 * h[0] + 0.5 * h[1], 6);
  }
});

test('four steps and a fifth that adds them make the tower', () => {
  const target = targetOf('tower');
  let inside = 0;
  for (const [x1, x2] of PLACES) {
    const sides = [step(x1 + 2.5), step(2.5 - x1), step(x2 + 2.5), step(2.5 - x2)];
    const tower = step(sides.reduce((sum, side) => sum + side, -3.5));
    expect(target(x1, x2)).toBe(tower);
    inside += tower;
  }
  expect(inside).toBeGreaterThan(40);
});
