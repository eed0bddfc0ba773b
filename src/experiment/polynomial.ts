import { removeLayer, setFrozen, setOutput, toggleFeature, type Change } from './changes';
import type { Experiment, ParameterRef } from './experiment';
import { POWER_FEATURES, type Feature } from './names';
import { availableFeatures } from './shape';

/** Polynomial regression: no hidden layer, a linear output, and the powers of x1 as features. */

export const MOST_ORDER = 9;

const POWERS: readonly Feature[] = ['x1', 'x1^2', ...POWER_FEATURES];
const SLOPE: ParameterRef = { layer: 0, unit: 0, from: 0 };

/** x1 … x1^order */
export function powersUpTo(order: number): readonly Feature[] {
  return POWERS.slice(0, order);
}

/** The exponent of a feature that is a power of x1, else null. */
export function exponentOf(feature: Feature): number | null {
  const at = POWERS.indexOf(feature);
  return at < 0 ? null : at + 1;
}

/** The order M of the polynomial that the network is; null where it is none. */
export function orderOf(experiment: Experiment): number | null {
  const { features, network } = experiment;
  if (network.hidden.length > 0 || network.output !== 'linear') return null;
  const wanted = powersUpTo(features.length);
  if (wanted.join() !== features.join()) return null;
  return isConstant(experiment) ? 0 : features.length;
}

/** A network needs an input: order 0 is a line whose slope is frozen at 0. */
function isConstant({ features, frozen, parameters }: Experiment): boolean {
  const held = (frozen ?? []).some(({ layer, unit, from }) => layer === 0 && unit === 0 && from === 0);
  return features.length === 1 && held && parameters?.[0]?.weights[0]?.[0] === 0;
}

/** Polynomial regression of order 0 … 9; order 0 wants to begin anew, since its slope has to be 0. */
export function setOrder(order: number): Change {
  return (experiment) => {
    let next = setOutput('linear')(isConstant(experiment) ? setFrozen(SLOPE, false)(experiment) : experiment);
    while (next.network.hidden.length > 0) next = removeLayer()(next);
    const wanted = powersUpTo(Math.max(1, order));
    for (const feature of wanted) next = toggleFeature(feature, true)(next);
    for (const feature of availableFeatures(next.problem))
      if (!wanted.includes(feature)) next = toggleFeature(feature, false)(next);
    if (order > 0) return next;
    return { ...setFrozen(SLOPE, true)(next), parameters: [{ weights: [[0]], bias: [0] }] };
  };
}
