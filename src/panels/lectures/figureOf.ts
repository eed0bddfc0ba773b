import type { Problem } from '../../experiment/experiment';
import { isGate, isLecture } from '../../experiment/names';

/** The figures that stand in the place of the decision map for problems from the lectures. */
export type LectureFigureName = 'parabola' | 'curve' | 'surface' | 'gate' | 'digits';

/** A problem's own figure; null where it is the decision map. */
export function figureOf({ dataset }: Problem): LectureFigureName | null {
  if (!isLecture(dataset)) return null;
  return isGate(dataset) ? 'gate' : dataset;
}
