import type { Layout, Probe } from '../engine';
import type { NetworkSpec } from '../network';
import type { Precision, Reals } from '../reals';
import { copyRange } from './loadTokens';
import { BLOCK, PlainPasses } from './plainPasses';

/** A probe in plain TypeScript, in either precision; what it finds is told in single. */
export function createPlainProbe(
  layout: Layout,
  tokens: Float64Array,
  count: number,
  precision: Precision = 'single',
): Probe {
  let inputs = tokens;
  const activations = new Float32Array(layout.unitCount * count);
  let passes: PlainPasses | null = null;
  return {
    run(network: NetworkSpec, parameters: Reals) {
      passes ??= new PlainPasses(layout, network, precision, BLOCK);
      passes.setNetwork(network);
      for (let start = 0; start < count; start += BLOCK) {
        const block = Math.min(BLOCK, count - start);
        copyRange(passes.inputs, inputs, count, start, block);
        passes.forward(parameters, block);
        for (let l = 0; l < layout.layers.length; l++) {
          const { firstUnit, units } = layout.layers[l];
          storeUnits(activations, passes.activations[l], firstUnit * count + start, count, units, block);
        }
      }
      return activations;
    },
    move(next) {
      inputs = next;
    },
  };
}

/** to [unit][stride] from index `at` on ← from [unit][tokens] */
function storeUnits(
  to: Float32Array,
  from: Reals,
  at: number,
  stride: number,
  units: number,
  tokens: number,
): void {
  for (let unit = 0, i = 0; unit < units; unit++) {
    for (let b = 0; b < tokens; b++) to[at + unit * stride + b] = from[i++];
  }
}
