import type { Activation } from '../experiment/names';

/** Abramowitz and Stegun 7.1.26: the normal distribution function to 1e-7. */
function normalShare(e: number): number {
  const x = Math.abs(e) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - series * Math.exp(-x * x);
  return 0.5 * (1 + (e < 0 ? -erf : erf));
}

const sigmoid = (e: number) => 1 / (1 + Math.exp(-e));

/** σ(e) as figures need it for glyphs, limits and handles; training has the engine's own formulas. */
const VALUES: Readonly<Record<Exclude<Activation, 'softmax'>, (e: number) => number>> = {
  linear: (e) => e,
  sigmoid,
  tanh: Math.tanh,
  relu: (e) => Math.max(0, e),
  'leaky-relu': (e) => (e > 0 ? e : 0.01 * e),
  elu: (e) => (e > 0 ? e : Math.expm1(e)),
  softplus: (e) => Math.max(0, e) + Math.log1p(Math.exp(-Math.abs(e))),
  sin: Math.sin,
  gelu: (e) => e * normalShare(e),
  swish: (e) => e * sigmoid(e),
  step: (e) => (e > 0 ? 1 : 0),
  sign: (e) => (e > 0 ? 1 : -1),
};

export function activationValue(activation: Exclude<Activation, 'softmax'>, e: number): number {
  return VALUES[activation](e);
}
