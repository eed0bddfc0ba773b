import type { HiddenActivation, OutputActivation } from '../../experiment/names';

type Curve = (e: number) => number;

const sigmoid: Curve = (e) => 1 / (1 + Math.exp(-e));

/** Abramowitz and Stegun 7.1.26, good to a ten-thousandth of the glyph's height. */
const normalShare: Curve = (e) => {
  const x = Math.abs(e) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - series * Math.exp(-x * x);
  return 0.5 * (1 + (e < 0 ? -erf : erf));
};

/** For the glyphs; the engine's own formulas are in `engine/activations/`. Softmax of two is a sigmoid. */
const CURVES: Readonly<Record<HiddenActivation | OutputActivation, Curve>> = {
  linear: (e) => e,
  sigmoid,
  tanh: Math.tanh,
  relu: (e) => Math.max(0, e),
  // Drawn steeper below 0 than it is, or no eye would see the difference to ReLU.
  'leaky-relu': (e) => (e > 0 ? e : 0.15 * e),
  elu: (e) => (e > 0 ? e : Math.expm1(e)),
  softplus: (e) => Math.log1p(Math.exp(e)),
  sin: Math.sin,
  gelu: (e) => e * normalShare(e),
  swish: (e) => e * sigmoid(e),
  step: (e) => (e > 0 ? 1 : 0),
  sign: (e) => (e > 0 ? 1 : -1),
  softmax: sigmoid,
};

const POINTS = 24;
/** excitations −3 … 3 across the glyph, a full turn for the sine */
const REACH = 3;

/** Path of an activation's curve in a box, its least value at the bottom, its largest at the top. */
export function activationPath(
  activation: HiddenActivation | OutputActivation,
  width: number,
  height: number,
): string {
  const reach = activation === 'sin' ? Math.PI : REACH;
  const values = Array.from({ length: POINTS + 1 }, (_, i) =>
    CURVES[activation](reach * ((2 * i) / POINTS - 1)),
  );
  // A step stands on the middle, where a sign goes below it.
  const least = activation === 'step' ? -1 : Math.min(...values);
  const span = Math.max(...values) - least;
  const point = (value: number, i: number) =>
    `${((i / POINTS) * width).toFixed(1)},${(height - ((value - least) / span) * height).toFixed(1)}`;
  return `M${values.map(point).join('L')}`;
}
