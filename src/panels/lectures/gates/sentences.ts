import type { Dataset } from '../../../data/dataset';
import type { Experiment } from '../../../experiment/experiment';
import { coordinateCount, coordinateNames } from '../../../experiment/shape';
import { isPerceptronRule } from '../../../figures/gates/perceptronRule';
import { isSeparable } from '../../../figures/gates/separability';
import { rowFeatures } from './ruleWatch';

const BOUNDARIES = ['point', 'line', 'plane', 'hyperplane'] as const;

/** Whether a single unit can compute the table, in words; exact. */
export function separabilitySentence(experiment: Experiment, dataset: Dataset): string {
  const targets = Array.from(dataset.labels);
  const boundary = boundaryName(experiment);
  const isRule = isPerceptronRule(experiment);
  const rows = rowFeatures(experiment, dataset);
  if (isSeparable(rows, targets)) {
    if (new Set(targets).size < 2) return 'All rows have the same target; a bias alone gives it.';
    const some = `A ${boundary} separates 1s from 0s`;
    return isRule ? `${some}, so the rule will end.` : `${some}, so one unit can compute this table.`;
  }
  const none = `No ${boundary} separates 1s from 0s`;
  return isRule
    ? `${none}, so the rule never ends.`
    : isComputable(rows, targets)
      ? `${none}: it takes a hidden layer to compute this table.`
      : `${none}, and no network can: rows with the same inputs on have different targets.`;
}

/** Whether rows that the network cannot tell apart have the same target. */
function isComputable(rows: readonly ArrayLike<number>[], targets: readonly number[]): boolean {
  const known = new Map<string, number>();
  return rows.every((row, i) => {
    const key = Array.from(row).join();
    const target = targets[i] ?? NaN;
    return (known.get(key) ?? known.set(key, target).get(key)) === target;
  });
}

/** Of the space of the inputs; with other features it has no plain name. */
function boundaryName({ problem, features }: Experiment): string {
  const coordinates = coordinateCount(problem);
  return features.join() === coordinateNames(coordinates).join()
    ? (BOUNDARIES[coordinates - 1] ?? 'hyperplane')
    : 'weighting of the chosen inputs';
}
