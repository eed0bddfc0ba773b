import type { Experiment, LayerParameters } from '../experiment/experiment';
import type { InitialWeights } from '../experiment/names';
import type { Layout } from './engine';
import { hashText, mixHash, unitInterval } from './hash';
import { createLayout } from './layout';
import { networkSpec } from './network';

/** Tells these draws from others made of the same seed. */
const WEIGHTS_KEY = 0x77656967;
/** Stands for the output layer, whose draws must not move when hidden layers are added. */
const OUTPUT_KEY = 0x6f757470;

/**
 * Starting parameters in the layout's order. Every weight is a hash of the seed and its own place: layer (the output by
 * a key of its own), receiving unit, and sending unit or, in the first layer, the feature's name; so adding a unit, a
 * layer or a feature changes no other draw. Biases start at 0. All are rounded to single precision.
 *
 * `random` is the TensorFlow Playground's stream, for experiments that replay it.
 */
export function initialParameters(experiment: Experiment, random?: () => number): Float64Array {
  const { parameters, network, seed } = experiment;
  if (parameters) return flattenParameters(parameters);
  const layout = createLayout(networkSpec(experiment));
  const initial = network.initial ?? 'xavier';
  if (initial === 'tensorflow-playground') {
    if (!random)
      throw new Error('The weights of the TensorFlow Playground need its stream of random numbers.');
    return tensorFlowPlaygroundParameters(layout, random, false);
  }
  const flat = new Float64Array(layout.parameterCount);
  layout.layers.forEach(({ inputs, units, weights }, l) => {
    const limit = weightLimit(initial, inputs, units);
    const layerKey = mixHash(mixHash(WEIGHTS_KEY, seed), l === layout.layers.length - 1 ? OUTPUT_KEY : l);
    for (let unit = 0; unit < units; unit++) {
      const unitKey = mixHash(layerKey, unit);
      for (let from = 0; from < inputs; from++) {
        const feature = l === 0 ? experiment.features[from] : undefined;
        const key = feature === undefined ? mixHash(unitKey, from) : hashText(unitKey, feature);
        flat[weights + unit * inputs + from] = Math.fround(limit * (2 * unitInterval(key) - 1));
      }
    }
  });
  return flat;
}

/** Weights are drawn from U(−limit, limit). Glorot and Bengio 2010; He et al. 2015 */
function weightLimit(
  initial: Exclude<InitialWeights, 'tensorflow-playground'>,
  inputs: number,
  units: number,
): number {
  switch (initial) {
    case 'xavier':
      return Math.sqrt(6 / (inputs + units));
    case 'he':
      return Math.sqrt(6 / inputs);
    case 'uniform':
      return 0.5;
    case 'zeros':
      return 0;
  }
}

/**
 * The TensorFlow Playground's start: weights U(−½, ½) drawn layer by layer, unit by unit, input by input, biases 0.1;
 * or all 0. Not rounded, so that its runs can be repeated in double precision.
 */
export function tensorFlowPlaygroundParameters(
  layout: Layout,
  random: () => number,
  zero: boolean,
): Float64Array {
  const flat = new Float64Array(layout.parameterCount);
  if (zero) return flat;
  for (const { weights, bias, units } of layout.layers) {
    for (let i = weights; i < bias; i++) flat[i] = random() - 0.5;
    flat.fill(0.1, bias, bias + units);
  }
  return flat;
}

/** Layer by layer the weights row by row, then the biases. */
export function flattenParameters(layers: readonly LayerParameters[]): Float64Array {
  return Float64Array.from(layers.flatMap(({ weights, bias }) => [...weights.flat(), ...bias]));
}
