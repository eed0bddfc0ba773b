import type { Dataset } from '../../data/dataset';
import { featureInputs, featurePrecision } from '../../data/features';
import { EpochOrder } from '../../engine/trainer/epochOrder';
import type { Experiment } from '../../experiment/experiment';
import type { TrainerState } from '../../protocol/snapshot';
import type { Token } from './values';

/** A token of the data set as the network takes it. */
export function tokenOf(experiment: Experiment, dataset: Dataset, place: number): Token {
  const { inputs, targets, coordinates, outputs } = dataset;
  const point = inputs.slice(place * coordinates, (place + 1) * coordinates);
  const { features, problem } = experiment;
  return {
    input: featureInputs(features, point, coordinates, featurePrecision(problem)),
    target: targets.slice(place * outputs, (place + 1) * outputs),
  };
}

/** Places in the data set of the tokens that the next update takes. */
export function nextBatch({ training, seed }: Experiment, dataset: Dataset, state: TrainerState): number[] {
  const count = dataset.train.length;
  const size = training.batchSize === 'all' ? count : training.batchSize;
  const order = new EpochOrder();
  order.configure(training.order, seed, count);
  order.begin(state.epoch);
  const batch = order.indices.slice(state.position, Math.min(count, state.position + size));
  return Array.from(batch, (index) => dataset.train[index] ?? 0);
}
