import { useMemo } from 'react';
import type { Dataset } from '../../../data/dataset';
import { featureInputs, featurePrecision } from '../../../data/features';
import type { Experiment, ParameterRef } from '../../../experiment/experiment';
import { layerSizes } from '../../../experiment/shape';
import type { CoordinateColumns } from '../../../figures/planes/thresholds';
import type { ProbeValues } from '../../../protocol/snapshot';
import { useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';

/** What the figure is about, apart from the numbers of a frame. */
export interface ParabolaModel {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly sizes: readonly number[];
  /** the chosen token, one that there is */
  readonly token: number;
  /** [token] 1 for those that test */
  readonly tests: Uint8Array;
  readonly linear: boolean;
  /** Standard deviation of the targets' noise. */
  readonly noise: number;
  /** null where a unit's threshold is no line, or where there is no hidden unit */
  readonly columns: CoordinateColumns | null;
  /** the chosen token's features */
  readonly features: Float64Array;
}

export function useParabolaModel(): ParabolaModel {
  const experiment = useSelect((state) => state.experiment);
  const wanted = useSelect((state) => state.view.token);
  const dataset = useDataset();
  return useMemo(() => createModel(experiment, dataset, wanted), [experiment, dataset, wanted]);
}

function createModel(experiment: Experiment, dataset: Dataset, wanted: number): ParabolaModel {
  const { problem, network } = experiment;
  const token = Math.max(0, Math.min(dataset.count - 1, wanted));
  const tests = new Uint8Array(dataset.count);
  for (const each of dataset.test) tests[each] = 1;
  const point = dataset.inputs.subarray(2 * token, 2 * token + 2);
  return {
    experiment,
    dataset,
    sizes: layerSizes(experiment),
    token,
    tests,
    linear: network.output === 'linear',
    noise: problem.dataset === 'custom' ? 0 : problem.noise,
    columns: noLinesReason(experiment) === null ? coordinateColumns(experiment) : null,
    features: featureInputs(experiment.features, point, 2, featurePrecision(experiment)),
  };
}

function coordinateColumns({ features }: Experiment): CoordinateColumns {
  return [features.indexOf('x1'), features.indexOf('x2')];
}

/** Why the input plane has no threshold lines; null where it has. */
export function noLinesReason({ features, network }: Experiment): string | null {
  if (network.hidden.length === 0) return 'Without a hidden layer no unit decides anything on this plane.';
  return features.every((feature) => feature === 'x1' || feature === 'x2')
    ? null
    : 'No straight lines: the units take more than x1 and x2, so their thresholds are bent.';
}

/** The last hidden layer's activations among a probe's values at one point, or the features where there is none. */
export function lastActivations(
  { sizes, features }: ParabolaModel,
  probe: ProbeValues,
): Float32Array | Float64Array {
  const hidden = sizes.slice(1, -1);
  if (hidden.length === 0) return features;
  const end = hidden.reduce((sum, units) => sum + units, 0);
  return probe.values.subarray(end - (hidden[hidden.length - 1] ?? 0), end);
}

/** ŷ at a probe's points, [point][output]. */
export function probedOutputs({ count, values }: ProbeValues): Float64Array {
  const units = values.length / count;
  const outputs = new Float64Array(2 * count);
  for (let point = 0; point < count; point++) {
    outputs[2 * point] = values[(units - 2) * count + point] ?? NaN;
    outputs[2 * point + 1] = values[(units - 1) * count + point] ?? NaN;
  }
  return outputs;
}

/** A first-layer unit's weights and bias as the actions know them. */
export function firstLayerRef(unit: number, from: ParameterRef['from']): ParameterRef {
  return { layer: 0, unit, from };
}
