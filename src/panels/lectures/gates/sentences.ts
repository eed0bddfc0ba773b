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
  if (isSeparable(rowFeatures(experiment, dataset), targets)) {
    if (new Set(targets).size < 2) return 'All rows have the same target; a bias alone gives it.';
    const some = `A ${boundary} separates 1s from 0s`;
    return isRule ? `${some}, so the rule will end.` : `${some}, so one unit can compute this table.`;
  }
  const none = `No ${boundary} separates 1s from 0s`;
  return isRule
    ? `${none}, so the rule never ends.`
    : `${none}: it takes a hidden layer to compute this table.`;
}

/** Of the space of the inputs; with other features it has no plain name. */
function boundaryName({ problem, features }: Experiment): string {
  const coordinates = coordinateCount(problem);
  return features.join() === coordinateNames(coordinates).join()
    ? (BOUNDARIES[coordinates - 1] ?? 'hyperplane')
    : 'weighting of the chosen inputs';
}
