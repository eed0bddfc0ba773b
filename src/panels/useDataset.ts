import { createDataset } from '../data/createDataset';
import type { Dataset } from '../data/dataset';
import type { Experiment, Problem } from '../experiment/experiment';
import type { OutputActivation } from '../experiment/names';
import { useSelect } from '../store/context';
import type { State } from '../store/state';

const drawn = new WeakMap<Problem, { readonly output: OutputActivation; readonly dataset: Dataset }>();

/** The points of an experiment; drawn once for each problem and output, whoever asks. */
export function datasetOf(experiment: Experiment): Dataset {
  const { problem, network } = experiment;
  const known = drawn.get(problem);
  if (known?.output === network.output) return known.dataset;
  const dataset = createDataset(experiment);
  drawn.set(problem, { output: network.output, dataset });
  return dataset;
}

const selectDataset = ({ experiment }: State) => datasetOf(experiment);

/** The points on show. */
export function useDataset(): Dataset {
  return useSelect(selectDataset);
}
