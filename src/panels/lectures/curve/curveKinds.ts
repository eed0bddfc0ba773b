import type { GeneratedProblem } from '../../../experiment/experiment';
import { VARIANTS, type Curve } from '../../../experiment/names';
import type { State } from '../../../store/state';

const CURVE_LABELS: Readonly<Record<Curve, string>> = {
  sine: 'Sine',
  step: 'Step',
  bump: 'Bump',
  abs: '|x|',
  wiggle: 'sin(1/x)',
  bishop: 'Bishop’s sine',
  polynomial: 'Polynomial',
  formula: 'Formula',
};

export const CURVE_KINDS = VARIANTS.curve.map((value) => ({ value, label: CURVE_LABELS[value] }));

/** The problem where it is a curve, as it is while this figure is on show. */
export function selectCurve({ experiment }: State): GeneratedProblem | null {
  const { problem } = experiment;
  return problem.dataset === 'curve' ? problem : null;
}

export function kindOf(problem: GeneratedProblem): Curve {
  return VARIANTS.curve.find((kind) => kind === problem.variant) ?? 'sine';
}

export function labelOf(kind: Curve): string {
  return CURVE_LABELS[kind];
}
