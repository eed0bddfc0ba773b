import type { Experiment } from './experiment';
import { isStep } from './names';
import { layerSizes } from './shape';

/**
 * Layers whose weights and biases get no gradient, because all ways from them to the loss lead through step or sign units;
 * 0 is the first hidden layer, the last the output. The perceptron loss hands its error to a step output's weights itself.
 */
export function layersWithoutGradient(experiment: Experiment): readonly number[] {
  const { hidden, output, connectivity } = experiment.network;
  const sizes = layerSizes(experiment);
  const still: number[] = [];
  let reachesSum = !isStep(output) || experiment.loss === 'perceptron';
  if (!reachesSum) still.push(hidden.length);
  /** Whether a gradient goes around the layer after by its residual connection. */
  let around = false;
  for (let l = hidden.length - 1; l >= 0; l--) {
    const layer = hidden[l];
    if (layer === undefined) break;
    const reachesUnits: boolean = reachesSum || around;
    reachesSum = reachesUnits && !isStep(layer.activation);
    if (!reachesSum) still.push(l);
    around = reachesUnits && connectivity === 'residual' && sizes[l] === layer.units;
  }
  return still.reverse();
}
