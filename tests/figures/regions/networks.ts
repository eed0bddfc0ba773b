import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Connectivity, HiddenActivation } from '../../../src/experiment/names';
import type { Experiment } from '../../../src/experiment/experiment';
import { traceRegions, type Region, type RegionCount } from '../../../src/figures/regions/trace';
import type { Cell } from '../../../src/figures/regions/cells';
import type { PiecewiseNetwork } from '../../../src/figures/regions/piecewise';

/** A network on x1 and x2 with one linear output. */
export function networkOf(
  units: readonly number[],
  activation: HiddenActivation,
  connectivity: Connectivity = 'sequential',
): Experiment {
  const { problem } = DEFAULT_EXPERIMENT;
  return {
    ...DEFAULT_EXPERIMENT,
    problem: { ...problem, dataset: 'plane', generator: 'perceptarium', seed: 1, samples: 100, noise: 0 },
    features: ['x1', 'x2'],
    network: { hidden: units.map((n) => ({ units: n, activation })), output: 'linear', connectivity },
    loss: 'mse',
  };
}

/** Layers of rows [weights …, bias] in the flat order of the parameters. */
export function flat(...layers: readonly (readonly (readonly number[])[])[]): Float32Array {
  return Float32Array.from(
    layers.flatMap((rows) => [
      ...rows.flatMap((row) => row.slice(0, -1)),
      ...rows.map((row) => row[row.length - 1] ?? 0),
    ]),
  );
}

export function trace(
  network: PiecewiseNetwork,
  parameters: Float32Array,
  start: Cell,
  most = 1e5,
): RegionCount & { readonly regions: readonly Region[] } {
  const regions: Region[] = [];
  const job = traceRegions(network, parameters, start, most, (region) => regions.push(region));
  for (;;) {
    const step = job.next();
    if (step.done === true) return { ...step.value, regions };
  }
}
