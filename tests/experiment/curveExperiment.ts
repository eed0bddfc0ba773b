import { setDataset, type Change } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import type { Experiment } from '../../src/experiment/experiment';

/** The experiment that the page opens with the curve, changed one after another. */
export function curveExperiment(...changes: readonly Change[]): Experiment {
  return changes.reduce((each, change) => change(each), setDataset('curve')(DEFAULT_EXPERIMENT));
}
