import type { Experiment, ParameterRef } from '../../experiment/experiment';
import { unitName } from './names';

/** The names by which tests, guides and screen readers find weights and biases. */

/** Weight from x1 to hidden layer 1, unit 3; Bias of output 1 */
export function parameterName(experiment: Experiment, ref: ParameterRef): string {
  const hidden = experiment.network.hidden.length;
  const to = unitName(ref, hidden);
  if (ref.from === 'bias') return `Bias of ${to}`;
  const from =
    ref.layer === 0
      ? (experiment.features[ref.from] ?? '')
      : unitName({ layer: ref.layer - 1, unit: ref.from }, hidden);
  return `Weight from ${from} to ${to}`;
}

/**
 * Freeze weight from unit 3, within the numbers of one unit. Neither a unit's nor a field's name is part of it, so that
 * each can be found by its own.
 */
export function freezeName(experiment: Experiment, ref: ParameterRef, outgoing: boolean): string {
  if (ref.from === 'bias') return 'Freeze bias';
  const isOutput = ref.layer === experiment.network.hidden.length;
  if (outgoing) return `Freeze weight to ${isOutput ? 'output ' : ''}unit ${ref.unit + 1}`;
  const feature = ref.layer === 0 ? experiment.features[ref.from] : undefined;
  return `Freeze weight from ${feature ?? `unit ${ref.from + 1}`}`;
}
