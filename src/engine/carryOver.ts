import type { Experiment } from '../experiment/experiment';
import type { LayerLayout } from './engine';
import { createLayout } from './layout';
import { networkSpec } from './network';

/**
 * Parameters for a changed shape: those that survive keep their values, the others come from `fresh`. Hidden layers
 * match by index, the output layer with the output layer, units by index; inputs of the first layer by feature.
 */
export function carryParameters(
  before: Experiment,
  beforeParameters: ArrayLike<number>,
  after: Experiment,
  fresh: ArrayLike<number>,
): Float64Array {
  const old = createLayout(networkSpec(before)).layers;
  const layers = createLayout(networkSpec(after)).layers;
  const carried = Float64Array.from(fresh);
  layers.forEach((layer, l) => {
    const isOutput = l === layers.length - 1;
    const oldIndex = isOutput ? old.length - 1 : l;
    if (!isOutput && l >= old.length - 1) return;
    const senders = matchSenders(before, oldIndex, old[oldIndex].inputs, after, l, layer.inputs);
    carryLayer(carried, layer, beforeParameters, old[oldIndex], senders);
  });
  return carried;
}

/** [sending unit or feature] the same one's index before; −1 when there was none */
function matchSenders(
  before: Experiment,
  oldLayer: number,
  oldInputs: number,
  after: Experiment,
  layer: number,
  inputs: number,
): number[] {
  if (layer === 0 && oldLayer === 0) return after.features.map((feature) => before.features.indexOf(feature));
  const both = layer > 0 && oldLayer > 0;
  return Array.from({ length: inputs }, (_, from) => (both && from < oldInputs ? from : -1));
}

function carryLayer(
  carried: Float64Array,
  layer: LayerLayout,
  beforeParameters: ArrayLike<number>,
  old: LayerLayout,
  senders: readonly number[],
): void {
  for (let unit = 0; unit < Math.min(layer.units, old.units); unit++) {
    carried[layer.bias + unit] = beforeParameters[old.bias + unit];
    senders.forEach((sender, from) => {
      if (sender < 0) return;
      carried[layer.weights + unit * layer.inputs + from] =
        beforeParameters[old.weights + unit * old.inputs + sender];
    });
  }
}
