import type { Layout } from '../../engine/engine';
import type { NetworkSpec } from '../../engine/network';
import { traceToken, type TokenTrace } from '../../engine/trace/trace';

/** What a finite difference says of one gradient. */
export interface GradientCheck {
  /** the difference quotient of the tokens' mean loss, without penalty */
  readonly difference: number;
  /** |difference − gradient| / max(|gradient|, a ten-thousandth of the layer's largest) */
  readonly relativeError: number;
  readonly verdict: 'agrees' | 'kink' | 'too-small' | 'differs';
}

export interface GradientCheckOptions {
  readonly network: NetworkSpec;
  readonly layout: Layout;
  readonly parameters: Float64Array;
  readonly tokens: readonly { readonly input: Float64Array; readonly target: Float64Array }[];
  /** of the parameter in the layout's order */
  readonly index: number;
  /** the gradient by back-propagation, without penalty */
  readonly gradient: number;
  /** the layer's largest gradient */
  readonly largest: number;
}

/** Step of the difference, as a share of the parameter or of 1. Its error grows with the fourth power of it. */
const STEP = 1e-3;
/** Where a kink lies near, a step this many times smaller may fall short of it. */
const SMALLER = 1000;
const RELATIVE = 1e-6;
const ABSOLUTE = 1e-10;

const KINKED: ReadonlySet<string> = new Set(['relu', 'leaky-relu', 'elu', 'step', 'sign']);

/**
 * Central difference of the loss with four evaluations,
 * (8 (L(w+s) − L(w−s)) − (L(w+2s) − L(w−2s))) / 12s: exact for polynomials of up to the fourth degree.
 */
export function gradientCheck(options: GradientCheckOptions): GradientCheck {
  const { parameters, index, gradient, largest } = options;
  const unit = Math.max(1, Math.abs(parameters[index] ?? 0));
  const wide = difference(options, STEP * unit);
  const quotient = wide.crossesKink ? difference(options, (STEP * unit) / SMALLER) : wide;
  const scale = Math.max(Math.abs(gradient), 1e-4 * largest);
  const error = Math.abs(quotient.value - gradient);
  return {
    difference: quotient.value,
    relativeError: scale > 0 ? error / scale : error,
    verdict: verdictOf(error, scale, quotient.crossesKink),
  };
}

function verdictOf(error: number, scale: number, crossesKink: boolean): GradientCheck['verdict'] {
  if (error <= RELATIVE * scale + ABSOLUTE) return 'agrees';
  if (crossesKink) return 'kink';
  // Below this a difference of losses near 1 drowns in rounding.
  return scale < 1e-9 ? 'too-small' : 'differs';
}

function difference(options: GradientCheckOptions, step: number): { value: number; crossesKink: boolean } {
  const { network, layout, parameters, tokens, index } = options;
  const moved = Float64Array.from(parameters);
  const at = (by: number): { readonly loss: number; readonly signs: string } => {
    moved[index] = (parameters[index] ?? 0) + by;
    const traces = tokens.map(({ input, target }) => traceToken(network, layout, moved, input, target));
    const loss = traces.reduce((sum, trace) => sum + trace.loss, 0) / traces.length;
    return { loss, signs: traces.map((trace) => signsOf(network, trace)).join() };
  };
  const [twoBelow, below, above, twoAbove] = [at(-2 * step), at(-step), at(step), at(2 * step)];
  const value = (8 * (above.loss - below.loss) - (twoAbove.loss - twoBelow.loss)) / (12 * step);
  return { value, crossesKink: twoBelow.signs !== twoAbove.signs };
}

/** On which side of 0 each excitation lies whose activation has a kink there. */
function signsOf(network: NetworkSpec, trace: TokenTrace): string {
  return network.layers
    .map(({ activation }, l) =>
      KINKED.has(activation) ? Array.from(trace.layers[l]?.e ?? [], (e) => (e > 0 ? '+' : '-')).join('') : '',
    )
    .join('|');
}
