import { addPoint, customProblemOf, movePoint, removePoint } from '../../data/customProblem';
import { setCustomProblem, type Change } from '../../experiment/changes';
import type { CustomProblem, Experiment } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { isGate } from '../../experiment/names';
import { classCount, coordinateCount, extentOf } from '../../experiment/shape';
import { encodeClass } from '../../experiment/targets';
import type { Place } from '../../figures/decisionMap/layout';
import { datasetOf } from '../useDataset';

/** Editing of single points: each a change of the experiment, whose problem then is one of its own. */

/** What an added point is to be. */
export interface NewPoint {
  readonly label: number;
  /** regression */
  readonly value: number;
}

/** Why points cannot be edited here, in one sentence; null when they can. */
export function editingFault(experiment: Experiment): string | null {
  const { problem } = experiment;
  const coordinates = coordinateCount(problem);
  if (isGate(problem.dataset)) return 'The points are the rows of a truth table; they stay where they are.';
  if (coordinates === 2) return null;
  return coordinates === 1
    ? 'These points have a single coordinate, so they cannot be edited on the plane.'
    : `These points have ${coordinates} coordinates, so they cannot be edited on the plane.`;
}

/** The points on show as points of one's own. The square on show stays the same while they move. */
function ownProblem(experiment: Experiment): CustomProblem {
  const { problem } = experiment;
  if (problem.dataset !== 'custom') return customProblemOf(experiment, datasetOf(experiment));
  return { ...problem, extent: extentOf(problem) };
}

const within = (value: number, extent: number) => Math.max(-extent, Math.min(extent, value));

export function movePointTo(token: number, { x1, x2 }: Place): Change {
  return (experiment) => {
    const extent = extentOf(experiment.problem);
    const moved = movePoint(ownProblem(experiment), token, within(x1, extent), within(x2, extent));
    return setCustomProblem(moved)(experiment);
  };
}

/** A new point that trains, as the last one. */
export function addPointAt({ x1, x2 }: Place, point: NewPoint): Change {
  return (experiment) => {
    if (datasetOf(experiment).count >= LIMITS.customPoints) return experiment;
    const extent = extentOf(experiment.problem);
    const target = targetOf(experiment, point);
    const added = addPoint(ownProblem(experiment), within(x1, extent), within(x2, extent), target, true);
    return setCustomProblem(added)(experiment);
  };
}

export function removePointAt(token: number): Change {
  return (experiment) => {
    const before = ownProblem(experiment);
    const after = removePoint(before, token);
    return after === before ? experiment : setCustomProblem(after)(experiment);
  };
}

/** Written as the class's other points have it. */
function targetOf(experiment: Experiment, { label, value }: NewPoint): readonly number[] {
  const { outputs, targets, labels } = datasetOf(experiment);
  const classes = classCount(experiment.problem);
  if (classes === 0) return Array.from({ length: outputs }, (_, o) => (o === 0 ? value : 0));
  const like = labels.indexOf(label);
  if (like >= 0) return Array.from(targets.subarray(like * outputs, (like + 1) * outputs));
  return encodeClass(label, classes, experiment.network.output);
}
