import { featureInputs, featurePrecision } from '../data/features';
import type { Experiment } from '../experiment/experiment';
import { coordinateCount, extentOf } from '../experiment/shape';

/**
 * The features at the cell centers of a size × size grid over the plane of x1 and x2, row 0 at the largest x2; further
 * coordinates are 0. [feature][token]
 */
export function gridInputs(experiment: Experiment, size: number): Float64Array {
  const { problem, features } = experiment;
  const coordinates = coordinateCount(problem);
  const extent = extentOf(problem);
  const points = new Float64Array(size * size * coordinates);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = (row * size + column) * coordinates;
      points[at] = extent * ((2 * (column + 0.5)) / size - 1);
      if (coordinates > 1) points[at + 1] = extent * (1 - (2 * (row + 0.5)) / size);
    }
  }
  return featureInputs(features, points, coordinates, featurePrecision(experiment));
}
