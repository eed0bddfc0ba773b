import { sigmoid } from '../../engine/activations/sigmoid';
import type { Layout } from '../../engine/engine';
import { createLayout } from '../../engine/layout';
import { networkSpec } from '../../engine/network';
import type { Reals } from '../../engine/reals';
import { addPenaltyGradient } from '../../engine/trainer/penalty';
import { traceToken, type LayerTrace, type TokenTrace } from '../../engine/trace/trace';
import type { Experiment } from '../../experiment/experiment';
import { gradientCheck, type GradientCheck } from './gradientCheck';
import { createStepUpdate } from './stepUpdate';

/** What the network takes of a token. */
export interface Token {
  /** [feature] */
  readonly input: Float64Array;
  /** [output] */
  readonly target: Float64Array;
}

/**
 * Every number of one training step, in double precision, under a key: `e:1:2` is e of layer 1 (the second), unit 2 (the
 * third), `w:1:2:0` its weight from unit 0, `G:1:2:b` the whole gradient of its bias. See `valueOf` for the letters, and
 * `StepUpdate` for those of the optimizer.
 */
export interface StepValues {
  /**
   * Takes the present parameters and the optimizer's state, in the precision in which they are trained, and the tokens of
   * the step, of which `shown` is the one that is told.
   */
  follow(parameters: Reals, state: Reals | null, tokens: readonly Token[], shown: number): void;
  /** NaN where there is no such number. */
  valueOf(key: string): number;
  /** A finite difference of the tokens' mean loss beside the mean gradient, both without penalty. */
  check(key: string): GradientCheck;
  /** of the token shown; null before the first `follow` */
  readonly trace: TokenTrace | null;
}

interface Key {
  readonly letter: string;
  readonly layer: number;
  readonly unit: number;
  /** sending unit, or the bias */
  readonly from: number | 'bias';
}

function parseKey(key: string): Key {
  const [letter = '', layer = '0', unit = '0', from = 'b'] = key.split(':');
  return { letter, layer: Number(layer), unit: Number(unit), from: from === 'b' ? 'bias' : Number(from) };
}

function indexOf({ layers }: Layout, { layer, unit, from }: Key): number {
  const place = layers[layer];
  if (place === undefined) return -1;
  return from === 'bias' ? place.bias + unit : place.weights + unit * place.inputs + from;
}

export function createStepValues(experiment: Experiment): StepValues {
  const network = networkSpec(experiment);
  const layout = createLayout(network);
  const present = new Float64Array(layout.parameterCount);
  const penalty = new Float64Array(layout.parameterCount);
  /** of the tokens' gradients, without penalty */
  const mean = new Float64Array(layout.parameterCount);
  const updated = createStepUpdate(experiment, present);
  let tokens: readonly Token[] = [];
  let token: Token = { input: new Float64Array(0), target: new Float64Array(0) };
  let trace: TokenTrace | null = null;

  function valueOf(text: string): number {
    const key = parseKey(text);
    const { letter, layer: l, unit: k, from } = key;
    if (trace === null) return NaN;
    const layer = trace.layers[l];
    const at = indexOf(layout, key);
    const sending = from === 'bias' ? 1 : layer?.x[from];
    switch (letter) {
      // input, target, loss before and after the update
      case 'x':
        return token.input[l] ?? NaN;
      case 'y':
        return token.target[l] ?? NaN;
      case 'L':
        return trace.loss;
      case 'l':
        return updated.loss();
      // weight or bias; gradient of the token, mean over the tokens, the penalty's part, the whole
      case 'w':
        return present[at] ?? NaN;
      case 'g':
        return (layer?.error[k] ?? NaN) * (sending ?? NaN);
      case 'm':
        return mean[at] ?? NaN;
      case 'p':
        return penalty[at] ?? NaN;
      case 'G':
        return (mean[at] ?? NaN) + (penalty[at] ?? NaN);
      // the message along the link, forward w·h and backward w·δ
      case 'F':
        return (present[at] ?? NaN) * (sending ?? NaN);
      case 'B':
        return (present[at] ?? NaN) * (layer?.error[k] ?? NaN);
      // change by the update, and the weight after it
      case 'c':
        return (updated.parameters()[at] ?? NaN) - (present[at] ?? NaN);
      case 'n':
        return updated.parameters()[at] ?? NaN;
      default:
        if (OUTPUT_LETTERS.includes(letter)) return outputValue(trace, token.target, letter, l);
        if (layer !== undefined && letter in UNIT_LETTERS) return unitValue(layer, letter, k);
        return updated.valueOf(letter, at);
    }
  }

  return {
    follow(parameters, state, next, shown) {
      tokens = next;
      token = next[shown] ?? token;
      present.set(parameters.subarray(0, present.length));
      penalty.fill(0);
      addPenaltyGradient(penalty, present, layout, experiment.training.regularization);
      mean.fill(0);
      next.forEach(({ input, target }, i) => {
        const each = traceToken(network, layout, present, input, target);
        if (i === shown) trace = each;
        addGradients(mean, layout, each, 1 / next.length);
      });
      updated.follow(state, next);
    },
    valueOf,
    check(text) {
      const key = parseKey(text);
      const index = indexOf(layout, key);
      const { weights = 0, bias = 0, units = 0 } = layout.layers[key.layer] ?? {};
      const largest = largestMagnitude(mean.subarray(weights, bias + units));
      const gradient = mean[index] ?? NaN;
      return gradientCheck({ network, layout, parameters: present, tokens, index, gradient, largest });
    },
    get trace() {
      return trace;
    },
  };
}

/** What the layer receives; excitation, activation, slope; dL/dh and dL/de. */
function unitValue(layer: LayerTrace, letter: string, unit: number): number {
  const letters: Readonly<Record<string, keyof LayerTrace>> = UNIT_LETTERS;
  const name = letters[letter];
  return name === undefined ? NaN : (layer[name][unit] ?? NaN);
}

const UNIT_LETTERS = { i: 'x', e: 'e', h: 'h', s: 'slope', r: 'received', d: 'error' } as const;

const OUTPUT_LETTERS = 'DSuv';

/**
 * Pieces of the loss and of ε for output `k`: `D` ŷ − y, `S` the sum of (ŷ − y)·ŷ over the outputs; for a sigmoid `u`
 * 1 − ŷ, from e, which loses nothing where ŷ is nearly 1; `v` 1 − y.
 */
function outputValue(trace: TokenTrace, target: Float64Array, letter: string, k: number): number {
  const y = target[k] ?? NaN;
  switch (letter) {
    case 'D':
      return (trace.output[k] ?? NaN) - y;
    case 'S':
      return trace.output.reduce((sum, h, j) => sum + (h - (target[j] ?? NaN)) * h, 0);
    case 'u':
      return sigmoid.value(-(trace.layers.at(-1)?.e[k] ?? NaN));
    default:
      return 1 - y;
  }
}

function addGradients(sum: Float64Array, { layers }: Layout, trace: TokenTrace, share: number): void {
  layers.forEach(({ weights, bias }, l) => {
    const layer = trace.layers[l];
    layer?.weightGradient.forEach((value, i) => (sum[weights + i] = (sum[weights + i] ?? 0) + share * value));
    layer?.biasGradient.forEach((value, i) => (sum[bias + i] = (sum[bias + i] ?? 0) + share * value));
  });
}

function largestMagnitude(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
