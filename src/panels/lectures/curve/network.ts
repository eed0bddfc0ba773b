import type { Experiment } from '../../../experiment/experiment';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import type { CurveLayers, CurveNetwork } from '../../../figures/curve/draw';
import type { Domain } from '../../../figures/curve/layout';
import type { Snapshot } from '../../../protocol/snapshot';
import { probeOf } from '../../../store/context';

/**
 * The network along x, from a frame's probe: ŷ and what the last hidden layer, or without one the features, send to it.
 * null in a frame that was made for other units or other places.
 *
 * @param places x of the probe
 * @param features [feature][place]
 */
export function networkOf(
  snapshot: Snapshot,
  probe: string,
  experiment: Experiment,
  places: Float64Array,
  features: readonly Float64Array[],
): CurveNetwork | null {
  const values = probeOf(snapshot, probe);
  const sizes = layerSizes(experiment);
  const count = places.length;
  const units = sizes.slice(1).reduce((sum, size) => sum + size, 0);
  if (values === null || values.count !== count || values.values.length < units * count) return null;
  const row = (unit: number) => values.values.subarray(unit * count, (unit + 1) * count);
  const depth = experiment.network.hidden.length;
  const senders = sizes[depth] ?? 0;
  const first = units - 1 - senders;
  const weights = parameterIndex(sizes, { layer: depth, unit: 0, from: 0 });
  const bias = parameterIndex(sizes, { layer: depth, unit: 0, from: 'bias' });
  return {
    x: places,
    output: row(units - 1),
    sent: depth === 0 ? features : Array.from({ length: senders }, (_, j) => row(first + j)),
    weights: snapshot.parameters.subarray(weights, weights + senders),
    bias: snapshot.parameters[bias] ?? 0,
  };
}

/**
 * From the least to the largest value that has to be seen over the data. A polynomial's own terms, which cancel each
 * other by hundreds, and its swings between the points may leave the frame.
 */
export function shownRange(
  network: CurveNetwork | null,
  { network: { hidden } }: Experiment,
  { terms }: CurveLayers,
): Domain {
  let low = Infinity;
  let high = -Infinity;
  if (network === null || hidden.length === 0) return { low, high };
  const { x } = network;
  const take = (values: ArrayLike<number>, factor: number) => {
    for (let i = 0; i < x.length; i++) {
      if (Math.abs(x[i] ?? 2) > 1) continue;
      const y = factor * (values[i] ?? 0);
      if (y < low) low = y;
      if (y > high) high = y;
    }
  };
  take(network.output, 1);
  if (terms) network.sent.forEach((sent, j) => take(sent, network.weights[j] ?? 0));
  return { low, high };
}
