import type { Dataset } from '../../data/dataset';
import { featureInputs, featurePrecision } from '../../data/features';
import type { Experiment } from '../../experiment/experiment';
import { isProbability, type Activation } from '../../experiment/names';
import { coordinateCount, layerSizes, parameterIndex, taskOf } from '../../experiment/shape';
import type { GridLines } from '../../figures/hiddenSpace/grid';
import { layerValues, type LayerValues } from '../../figures/hiddenSpace/layerValues';
import type { NextLayer } from '../../figures/hiddenSpace/thresholds';
import type { Snapshot } from '../../protocol/snapshot';
import { probeOf } from '../../store/context';

/** What is known of the layers before any frame. Layer 0 is the input, the last one the output. */
export interface HiddenSpaceModel {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly sizes: readonly number[];
  readonly grid: GridLines | null;
  /** the input layer's values at the tokens, and along the grid */
  readonly tokenFeatures: LayerValues;
  readonly gridFeatures: LayerValues | null;
}

export const TOKEN_PROBE = 'hidden-space-tokens';
export const GRID_PROBE = 'hidden-space-grid';

export function hiddenSpaceModel(
  experiment: Experiment,
  dataset: Dataset,
  grid: GridLines | null,
): HiddenSpaceModel {
  const { problem, features } = experiment;
  const coordinates = coordinateCount(problem);
  const inputs = (points: Float64Array): LayerValues => ({
    units: features.length,
    count: points.length / coordinates,
    values: featureInputs(features, points, coordinates, featurePrecision(experiment)),
    first: 0,
  });
  return {
    experiment,
    dataset,
    sizes: layerSizes(experiment),
    grid,
    tokenFeatures: inputs(dataset.inputs),
    gridFeatures: grid === null ? null : inputs(grid.points),
  };
}

/** A layer's values at the tokens, or along the grid; null in a frame that does not bring them yet. */
export function valuesOf(
  model: HiddenSpaceModel,
  snapshot: Snapshot,
  layer: number,
  of: 'tokens' | 'grid',
): LayerValues | null {
  const features = of === 'tokens' ? model.tokenFeatures : model.gridFeatures;
  if (layer === 0 || features === null) return features;
  const probe = probeOf(snapshot, of === 'tokens' ? TOKEN_PROBE : GRID_PROBE);
  const units = model.sizes.slice(1).reduce((sum, size) => sum + size, 0);
  if (probe === null || probe.count !== features.count || probe.values.length !== units * probe.count)
    return null;
  return layerValues(model.sizes, layer, probe);
}

/** null after the output. */
export function nextLayer({ sizes, experiment }: HiddenSpaceModel, layer: number): NextLayer | null {
  const units = sizes[layer + 1];
  if (units === undefined) return null;
  return {
    inputs: sizes[layer] ?? 0,
    units,
    weights: parameterIndex(sizes, { layer, unit: 0, from: 0 }),
    bias: parameterIndex(sizes, { layer, unit: 0, from: 'bias' }),
    softmax: layer + 2 === sizes.length && experiment.network.output === 'softmax' && units > 1,
  };
}

/** null for the input */
export function activationOf({ experiment, sizes }: HiddenSpaceModel, layer: number): Activation | null {
  if (layer === 0) return null;
  const { hidden, output } = experiment.network;
  return layer === sizes.length - 1 ? output : (hidden[layer - 1]?.activation ?? null);
}

/** The value of a single output that lies between its two classes; null where there is none. */
export function boundaryOf({ experiment, sizes }: HiddenSpaceModel, layer: number): number | null {
  const single = layer === sizes.length - 1 && sizes[layer] === 1;
  if (!single || taskOf(experiment.problem) === 'regression') return null;
  return isProbability(experiment.network.output) ? 0.5 : 0;
}

/** Why there is no grid over the inputs; null where there is one. */
export function gridReason({ grid, dataset }: HiddenSpaceModel): string | null {
  if (grid !== null) return null;
  return `${dataset.coordinates} inputs have no plane to draw a grid of.`;
}
