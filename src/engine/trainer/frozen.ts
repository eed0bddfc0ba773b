import { parameterIndex } from '../../experiment/shape';
import type { Layout } from '../engine';
import type { UpdateSpec } from '../network';

/** Where the frozen parameters stand in the layout's order; those that the network does not have are left out. */
export function frozenIndices(update: UpdateSpec, layout: Layout): Int32Array {
  const sizes = [layout.layers[0].inputs, ...layout.layers.map((layer) => layer.units)];
  const indices = update.frozen.map((ref) => parameterIndex(sizes, ref));
  return Int32Array.from(indices.filter((index) => index >= 0));
}
