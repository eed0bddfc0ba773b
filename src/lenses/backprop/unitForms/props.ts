import type { Experiment } from '../../../experiment/experiment';
import type { Activation } from '../../../experiment/names';
import type { Lighting } from '../lighting';
import { isOutput, type Notation } from '../symbols';
import type { StepValues } from '../values';

export interface UnitFormProps extends Lighting {
  readonly notation: Notation;
  readonly experiment: Experiment;
  readonly values: StepValues;
  /** The step is that of a minibatch. */
  readonly minibatch: boolean;
}

export function activationOf(experiment: Experiment, layer: number): Activation {
  return experiment.network.hidden[layer]?.activation ?? experiment.network.output;
}

/** How many units the layer receives from. */
export function sendingOf({ features, units }: Notation, layer: number): number {
  return layer === 0 ? features.length : (units[layer - 1] ?? 0);
}

export function hasResidual(experiment: Experiment, notation: Notation, layer: number): boolean {
  return (
    experiment.network.connectivity === 'residual' &&
    !isOutput(notation, layer) &&
    sendingOf(notation, layer) === notation.units[layer]
  );
}

/** The sending unit of the weight that is told in numbers: the one pointed at, else the first. */
export function toldSender({ story, lit }: Lighting, sending: number): number {
  const { layer } = story.stage;
  const isInto = lit?.from !== undefined && lit.layer === layer && lit.unit === story.place.item;
  const isBefore = lit?.from === undefined && lit?.layer === layer - 1;
  const from = isInto ? lit.from : isBefore ? lit.unit : 0;
  return from !== undefined && from < sending ? from : 0;
}
