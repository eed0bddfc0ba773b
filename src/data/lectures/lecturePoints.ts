import type { GeneratedProblem } from '../../experiment/experiment';
import { isGate } from '../../experiment/names';
import type { Points } from '../points';
import { digitPoints } from '../digits/digitPoints';
import { curvePoints } from './curve';
import { gatePoints } from './gates';
import { parabolaPoints } from './parabola';
import { surfacePoints } from './surface';

/** The points of the problems that have figures of their own; loaded with the first of them. */
export function lecturePoints(problem: GeneratedProblem): Points {
  const { dataset, samples, noise } = problem;
  if (isGate(dataset)) return gatePoints(problem);
  if (dataset === 'digits') return digitPoints(problem);
  if (dataset === 'curve') return curvePoints(problem);
  if (dataset === 'surface') return surfacePoints(problem);
  return parabolaPoints(Number(problem.seed), samples, noise);
}
