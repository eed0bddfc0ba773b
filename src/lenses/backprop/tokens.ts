import type { Dataset } from '../../data/dataset';
import { featureInputs, featurePrecision } from '../../data/features';
import { updateSpec } from '../../engine/network';
import { EpochOrder } from '../../engine/trainer/epochOrder';
import { readHeader } from '../../engine/trainer/stateLayout';
import { updateTokens } from '../../engine/trainer/updateTokens';
import type { Experiment } from '../../experiment/experiment';
import { parameterCount } from '../../experiment/shape';
import type { TrainerState } from '../../protocol/snapshot';
import type { Token } from './values';

/** A token of the data set as the network takes it. */
export function tokenOf(experiment: Experiment, dataset: Dataset, place: number): Token {
  const { inputs, targets, coordinates, outputs } = dataset;
  const point = inputs.slice(place * coordinates, (place + 1) * coordinates);
  return tokenAt(experiment, point, targets.slice(place * outputs, (place + 1) * outputs));
}

/** @param point [coordinate] @param target [output] */
export function tokenAt(experiment: Experiment, point: Float64Array, target: Float64Array): Token {
  const precision = featurePrecision(experiment);
  return { input: featureInputs(experiment.features, point, point.length, precision), target };
}

/** How many tokens of the epochs before wait for the next update, whose gradients are carried into it. */
export function waitingTokens(experiment: Experiment, { values }: Pick<TrainerState, 'values'>): number {
  if (experiment.training.remainder !== 'carry') return 0;
  return readHeader(values, parameterCount(experiment)).carried;
}

/**
 * Places in the data set of the tokens that the next update takes: those that wait for it, then those of the next batch.
 * None where no epoch ever fills a batch.
 */
export function nextBatch(experiment: Experiment, dataset: Dataset, state: TrainerState): number[] {
  const { train } = dataset;
  const count = train.length;
  const update = updateSpec(experiment, count);
  const ofFullEpoch = updateTokens(update, count);
  if (ofFullEpoch === 0) return [];
  const left = Math.max(0, count - state.position);
  const tokens = updateTokens(update, left);
  // Counted from the first token of the first epoch. A rest that fills no batch waits for the epoch after.
  const from = state.epoch * count + state.position - waitingTokens(experiment, state);
  const to = state.epoch * count + state.position + (tokens > 0 ? tokens : left + ofFullEpoch);
  const order = new EpochOrder();
  order.configure(update.order, update.orderSeed, count);
  return Array.from({ length: to - from }, (_, i) => {
    order.begin(Math.floor((from + i) / count));
    return train[order.indices[(from + i) % count] ?? 0] ?? 0;
  });
}
