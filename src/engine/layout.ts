import type { LayerLayout, Layout } from './engine';
import type { NetworkSpec } from './network';

/** Where every layer's parameters lie: layer by layer the weights row by row, then the biases. */
export function createLayout(network: Pick<NetworkSpec, 'inputs' | 'layers'>): Layout {
  const layers: LayerLayout[] = [];
  let inputs = network.inputs;
  let offset = 0;
  let firstUnit = 0;
  for (const { units } of network.layers) {
    const bias = offset + inputs * units;
    layers.push({ inputs, units, weights: offset, bias, firstUnit });
    offset = bias + units;
    firstUnit += units;
    inputs = units;
  }
  return { layers, parameterCount: offset, unitCount: firstUnit };
}

/** Whether two layouts lay the same parameters at the same places. */
export function isSameLayout(a: Layout, b: Layout): boolean {
  const same = (l: number) =>
    a.layers[l].inputs === b.layers[l].inputs && a.layers[l].units === b.layers[l].units;
  return a.layers.length === b.layers.length && a.layers.every((_, l) => same(l));
}
