import type { Experiment } from '../../experiment/experiment';
import type { Activation, Feature } from '../../experiment/names';
import { exponentOf } from '../../experiment/polynomial';
import { layerSizes, parameterIndex } from '../../experiment/shape';
import { activationValue } from '../activationValue';

/**
 * What a quantity of a network of one input comes to as x → ∞ or x → −∞: a polynomial in x, ascending coefficients, from
 * which it differs by less and less. null where there is none, as for a sine.
 */
export type Limit = readonly number[] | null;

export type Side = -1 | 1;

/** The output's limit on one side, computed layer by layer from the present parameters. */
export function outputLimit(experiment: Experiment, parameters: ArrayLike<number>, side: Side): Limit {
  const { hidden, output, connectivity } = experiment.network;
  const sizes = layerSizes(experiment);
  let below: readonly Limit[] = experiment.features.map(featureLimit);
  for (let layer = 0; layer <= hidden.length; layer++) {
    const activation: Activation = hidden[layer]?.activation ?? output;
    const residual =
      layer < hidden.length && connectivity === 'residual' && sizes[layer] === sizes[layer + 1];
    const inputs = below;
    below = Array.from({ length: sizes[layer + 1] ?? 0 }, (_, unit): Limit => {
      const first = parameterIndex(sizes, { layer, unit, from: 0 });
      const bias = parameters[parameterIndex(sizes, { layer, unit, from: 'bias' })] ?? 0;
      const excitation = weightedSum(inputs, (j) => parameters[first + j] ?? 0, bias);
      const response = activate(activation, excitation, side);
      return residual ? weightedSum([response, inputs[unit] ?? null], () => 1, 0) : response;
    });
  }
  return below[0] ?? null;
}

function featureLimit(feature: Feature): Limit {
  const exponent = exponentOf(feature);
  return exponent === null ? null : [...new Array<number>(exponent).fill(0), 1];
}

/** Inputs with weight 0 do not matter, whatever they do. */
function weightedSum(inputs: readonly Limit[], weight: (j: number) => number, bias: number): Limit {
  const sum = [bias];
  for (const [j, input] of inputs.entries()) {
    const w = weight(j);
    if (w === 0) continue;
    if (input === null) return null;
    input.forEach((coefficient, k) => (sum[k] = (sum[k] ?? 0) + w * coefficient));
  }
  while (sum.length > 1 && sum[sum.length - 1] === 0) sum.pop();
  return sum;
}

/** Where the excitation grows beyond all bounds, saturated activations have their ends, the others go on with it. */
function activate(activation: Activation, excitation: Limit, side: Side): Limit {
  if (excitation === null || activation === 'softmax') return null;
  const [constant = 0, ...higher] = excitation;
  if (higher.length === 0) return [activationValue(activation, constant)];
  const odd = higher.length % 2 === 1;
  const up = (higher[higher.length - 1] ?? 0) * (odd ? side : 1) > 0;
  switch (activation) {
    case 'linear':
      return excitation;
    case 'sin':
      return null;
    case 'sigmoid':
    case 'step':
      return [up ? 1 : 0];
    case 'tanh':
    case 'sign':
      return [up ? 1 : -1];
    case 'relu':
    case 'softplus':
    case 'gelu':
    case 'swish':
      return up ? excitation : [0];
    case 'leaky-relu':
      return up ? excitation : excitation.map((c) => 0.01 * c);
    case 'elu':
      return up ? excitation : [-1];
  }
}

/** Asymptotes are lines: a constant, or b + a·x. A network that is a polynomial itself has none to show. */
export function asymptoteOf(limit: Limit): { readonly level: number; readonly slope: number } | null {
  if (limit === null || limit.length > 2) return null;
  return { level: limit[0] ?? 0, slope: limit[1] ?? 0 };
}

/** The limit in words, as "0.42", "−0.1 + 2 x" or "no limit". */
export function limitText(limit: Limit, format: (value: number) => string): string {
  if (limit === null) return 'no limit';
  const [constant = 0, slope = 0] = limit;
  if (limit.length === 1) return format(constant);
  if (limit.length === 2) return `${format(constant)} ${slope < 0 ? '−' : '+'} ${format(Math.abs(slope))} x`;
  const power = limit.length - 1;
  return `as ${format(limit[power] ?? 0)} x${'⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(power) || `^${power}`}`;
}
