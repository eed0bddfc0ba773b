import type { GeneratedProblem } from '../../experiment/experiment';
import { VARIANTS, type Curve } from '../../experiment/names';
import type { Points } from '../points';
import { createRandom, normal } from '../random';
import { formulaOf } from '../resources';
import { cosine, sine } from '../sine';

/** Functions of one x from −1 to 1; noise, as a standard deviation, is added to the target. */

const BUMP_WIDTH = 0.5;
/** Keeps the wiggle's frequency at 0 finite. */
const WIGGLE_FLOOR = 0.05;

const CURVES: Readonly<Record<Exclude<Curve, 'formula'>, (x: number) => number>> = {
  sine: (x) => sine(Math.PI * x),
  step: (x) => (x > 0 ? 1 : 0),
  bump: (x) => (Math.abs(x) < BUMP_WIDTH ? (1 + cosine((Math.PI * x) / BUMP_WIDTH)) / 2 : 0),
  abs: (x) => Math.abs(x),
  wiggle: (x) => sine(1 / (Math.abs(x) + WIGGLE_FLOOR)),
  // Bishop, Pattern Recognition and Machine Learning, section 1.1: sin 2πt for t from 0 to 1.
  bishop: (x) => sine(Math.PI * (x + 1)),
  polynomial: (x) => 4 * x * x * x - 3 * x,
};

export function isCurve(variant: string | undefined): variant is Curve {
  return VARIANTS.curve.some((each) => each === variant);
}

/** The target without noise, E[y|x]. A formula counts as 0 where it has no value. */
export function curveTarget(problem: GeneratedProblem): (x: number) => number {
  const { variant } = problem;
  if (!isCurve(variant)) return CURVES.sine;
  if (variant !== 'formula') return CURVES[variant];
  const formula = formulaOf(problem.formula ?? '');
  return (x) => {
    const value = formula(x);
    return Number.isFinite(value) ? value : 0;
  };
}

/** Evenly spaced from −1 to 1. */
export function curvePoints(problem: GeneratedProblem): Points {
  const { samples, noise } = problem;
  const target = curveTarget(problem);
  const inputs = new Float64Array(samples);
  const targets = new Float64Array(samples);
  for (let token = 0; token < samples; token++) {
    const x = Math.fround((2 * token) / Math.max(1, samples - 1) - 1);
    inputs[token] = x;
    targets[token] = Math.fround(
      target(x) + noise * normal(createRandom(Number(problem.seed), 'noise', token)),
    );
  }
  return { count: samples, coordinates: 1, outputs: 1, inputs, targets };
}
