import type { Experiment } from '../experiment/experiment';
import type { Dataset } from './dataset';
import { featureInputs, featurePrecision } from './features';

/** Tokens as the engine takes them, unit-major: the values of one feature for all tokens are contiguous. */
export interface TokenSet {
  readonly count: number;
  /** [feature][token], features × count */
  readonly inputs: Float64Array;
  /** [output][token], outputs × count */
  readonly targets: Float64Array;
}

/** The tokens that train and those that test, features computed. */
export function tokenSets(dataset: Dataset, experiment: Experiment): { train: TokenSet; test: TokenSet } {
  return {
    train: tokenSet(dataset, experiment, dataset.train),
    test: tokenSet(dataset, experiment, dataset.test),
  };
}

function tokenSet(dataset: Dataset, experiment: Experiment, tokens: Uint32Array): TokenSet {
  const { coordinates, outputs } = dataset;
  const points = new Float64Array(tokens.length * coordinates);
  const targets = new Float64Array(tokens.length * outputs);
  tokens.forEach((token, i) => {
    points.set(dataset.inputs.subarray(token * coordinates, (token + 1) * coordinates), i * coordinates);
    for (let o = 0; o < outputs; o++)
      targets[o * tokens.length + i] = dataset.targets[token * outputs + o] ?? 0;
  });
  const inputs = featureInputs(experiment.features, points, coordinates, featurePrecision(experiment));
  return { count: tokens.length, inputs, targets };
}
