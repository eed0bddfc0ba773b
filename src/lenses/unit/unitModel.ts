import { featureInputs, featurePrecision } from '../../data/features';
import { ELEMENTWISE_ACTIVATIONS } from '../../engine/activations/activations';
import type { Experiment, Problem } from '../../experiment/experiment';
import type { Activation, Feature } from '../../experiment/names';
import { coordinateCount, extentOf, layerSizes } from '../../experiment/shape';
import type { ActivationCurve } from '../../figures/activations/census';
import { linearRun, type LinearRun } from '../../figures/unit/affine';
import { residualLayers, wiringOf, type Wiring } from '../../figures/unit/excitation';
import type { LensUnit } from '../../figures/unit/formula';
import type { UnitRef } from '../../protocol/snapshot';

/** What the unit lens shows, as far as the experiment alone decides it. */
export interface UnitModel {
  readonly experiment: Experiment;
  readonly sizes: readonly number[];
  readonly ref: UnitRef;
  readonly unit: LensUnit;
  readonly wiring: Wiring;
  readonly activation: Activation;
  /** null for softmax, whose units depend on one another */
  readonly curve: ActivationCurve | null;
  /** the receiving unit; null for an output */
  readonly receiver: UnitRef | null;
  /** the receiving unit's wiring; null for an output */
  readonly receiving: Wiring | null;
  /** the third map adds up the bias and the contributions of units 1 … k */
  readonly running: boolean;
  readonly run: LinearRun | null;
  readonly residual: readonly boolean[];
  /** maps over a plane, functions of one input, or rows of tokens */
  readonly kind: 'plane' | 'line' | 'table';
  readonly extent: number;
}

export function createUnitModel(
  experiment: Experiment,
  ref: UnitRef,
  receiver: number,
  running: boolean,
): UnitModel {
  const sizes = layerSizes(experiment);
  const hiddenLayers = experiment.network.hidden.length;
  const activation = experiment.network.hidden[ref.layer]?.activation ?? experiment.network.output;
  const isOutput = ref.layer === hiddenLayers;
  const residual = residualLayers(experiment, sizes);
  const to = isOutput ? null : { layer: ref.layer + 1, unit: receiver };
  const coordinates = coordinateCount(experiment.problem);
  return {
    ...{ experiment, sizes, ref, activation, residual, receiver: to, running },
    unit: {
      ...{ ...ref, hiddenLayers, sizes, activation, features: experiment.features },
      residual: residual[ref.layer] === true,
    },
    wiring: wiringOf(sizes, ref),
    curve: activation === 'softmax' ? null : ELEMENTWISE_ACTIVATIONS[activation],
    receiving: to === null ? null : wiringOf(sizes, to),
    run: linearRun(experiment.network.hidden, ref.layer),
    kind: coordinates === 2 ? 'plane' : coordinates === 1 ? 'line' : 'table',
    extent: extentOf(experiment.problem),
  };
}

/** Cells a side of the maps. */
export const MAP_SIZE = 60;
const LINE_POINTS = 161;

/** Points at which the figures want values, [point][coordinate]; null for problems without plane or line. */
export function figurePoints(kind: UnitModel['kind'], extent: number): Float64Array | null {
  if (kind === 'table') return null;
  if (kind === 'line')
    return Float64Array.from({ length: LINE_POINTS }, (_, p) => extent * ((2 * p) / (LINE_POINTS - 1) - 1));
  const points = new Float64Array(2 * MAP_SIZE * MAP_SIZE);
  for (let row = 0; row < MAP_SIZE; row++) {
    for (let column = 0; column < MAP_SIZE; column++) {
      const at = 2 * (row * MAP_SIZE + column);
      points[at] = extent * ((2 * (column + 0.5)) / MAP_SIZE - 1);
      points[at + 1] = extent * (1 - (2 * (row + 0.5)) / MAP_SIZE);
    }
  }
  return points;
}

/** The features at points [point][coordinate], [feature][point]; null when the points are of another problem. */
export function featuresAt(
  features: readonly Feature[],
  problem: Problem,
  points: Float64Array,
): Float32Array | null {
  const coordinates = coordinateCount(problem);
  if (points.length % coordinates !== 0) return null;
  return Float32Array.from(featureInputs(features, points, coordinates, featurePrecision({ problem })));
}
