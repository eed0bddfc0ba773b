import { createLayout } from '../../../src/engine/layout';
import { networkSpec } from '../../../src/engine/network';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';

/** An experiment with tanh layers of these widths, and parameters that are all different. */
export function createStartingParameters(units: readonly number[]): {
  readonly experiment: Experiment;
  readonly parameters: Float32Array;
} {
  const hidden = units.map((count) => ({ units: count, activation: 'tanh' }) as const);
  const experiment = { ...DEFAULT_EXPERIMENT, network: { ...DEFAULT_EXPERIMENT.network, hidden } };
  const { parameterCount } = createLayout(networkSpec(experiment));
  return {
    experiment,
    parameters: Float32Array.from({ length: parameterCount }, (_, i) => Math.sin(1 + 3 * i)),
  };
}
