import type { Activation, Loss } from '../../experiment/names';
import { ELEMENTWISE_ACTIVATIONS } from '../activations/activations';
import { softplusOf } from '../activations/softplus';
import type { LayerLayout, Layout } from '../engine';
import { exp } from '../math/exponential';
import { log } from '../math/logarithm';
import type { LayerSpec, NetworkSpec } from '../network';

/**
 * Forward and backward for one token in double precision, as the formulas stand in the lecture: M. Hasegawa-Johnson,
 * ECE 417, Lecture 7 (2020), "Back-Propagation", with n = 1. The engines do the same for whole batches in single
 * precision; the explaining views show this, and tests hold the engines against it.
 */
export interface TokenTrace {
  /** hidden layers in order, then the output layer */
  readonly layers: readonly LayerTrace[];
  /** ŷ, [output] */
  readonly output: Float64Array;
  /** L of this token alone, without penalty: ½‖ŷ − y‖², cross-entropy, or the perceptron criterion */
  readonly loss: number;
  /** ε = ∂L/∂e of the output layer, [output]; the last layer's `error` */
  readonly epsilon: Float64Array;
}

/** One layer's values and derivatives for one token. */
export interface LayerTrace {
  /** what the layer receives, [sending]: the features, or the activations of the layer before */
  readonly x: Float64Array;
  /** excitation e = W x + b, [unit] */
  readonly e: Float64Array;
  /** activation h = σ(e), with a residual connection σ(e) + x, [unit]; ŷ in the output layer */
  readonly h: Float64Array;
  /** σ′(e), [unit]; empty for softmax, whose outputs depend on every excitation */
  readonly slope: Float64Array;
  /** dL/dh, [unit]; in a hidden layer Wᵀδ of the layer after it; empty in the output layer, where the loss gives ε */
  readonly received: Float64Array;
  /** dL/de, [unit]: δ in a hidden layer, ε in the output layer */
  readonly error: Float64Array;
  /** ∇W = δ xᵀ, [unit][sending], row by row */
  readonly weightGradient: Float64Array;
  /** ∇b = δ, [unit] */
  readonly biasGradient: Float64Array;
}

type Forward = Pick<LayerTrace, 'x' | 'e' | 'h' | 'slope'>;

/**
 * @param parameters in the layout's order
 * @param input [feature]
 * @param target [output], encoded for the output's activation
 */
export function traceToken(
  network: NetworkSpec,
  layout: Layout,
  parameters: ArrayLike<number>,
  input: ArrayLike<number>,
  target: ArrayLike<number>,
): TokenTrace {
  const forward = forwardPass(network, layout, parameters, input);
  const last = network.layers.length - 1;
  const { activation } = network.layers[last];
  const y = Float64Array.from(target);
  const epsilon = outputError(network.loss, activation, forward[last], y);

  const layers: LayerTrace[] = [withGradients(forward[last], new Float64Array(0), epsilon)];
  for (let l = last - 1; l >= 0; l--) {
    const { residual } = network.layers[l + 1];
    const received = backPropagate(layout.layers[l + 1], parameters, layers[0], residual);
    // δ = σ′(e) ⊙ Wᵀδ
    const delta = received.map((d, k) => forward[l].slope[k] * d);
    layers.unshift(withGradients(forward[l], received, delta));
  }
  return {
    layers,
    output: forward[last].h,
    loss: tokenLoss(network.loss, activation, forward[last], y),
    epsilon,
  };
}

/** L of one token alone, without penalty: the forward pass and nothing else. Arguments as in `traceToken`. */
export function tokenLossOf(
  network: NetworkSpec,
  layout: Layout,
  parameters: ArrayLike<number>,
  input: ArrayLike<number>,
  target: ArrayLike<number>,
): number {
  const forward = forwardPass(network, layout, parameters, input);
  const last = network.layers.length - 1;
  return tokenLoss(network.loss, network.layers[last].activation, forward[last], Float64Array.from(target));
}

function forwardPass(
  network: NetworkSpec,
  layout: Layout,
  parameters: ArrayLike<number>,
  input: ArrayLike<number>,
): Forward[] {
  let x = Float64Array.from(input);
  return network.layers.map((spec, l) => {
    const layer = layerForward(spec, layout.layers[l], parameters, x);
    x = layer.h;
    return layer;
  });
}

/** e = W x + b, h = σ(e), or σ(e) + x */
function layerForward(
  { activation, residual }: LayerSpec,
  { inputs, units, weights, bias }: LayerLayout,
  parameters: ArrayLike<number>,
  x: Float64Array<ArrayBuffer>,
): Forward & { readonly h: Float64Array<ArrayBuffer> } {
  const e = new Float64Array(units);
  for (let k = 0; k < units; k++) {
    e[k] = parameters[bias + k];
    for (let j = 0; j < inputs; j++) e[k] += parameters[weights + k * inputs + j] * x[j];
  }
  const response = respond(activation, e);
  const h = residual ? response.map((value, k) => value + x[k]) : response;
  return { x, e, h, slope: slopes(activation, e) };
}

function respond(activation: Activation, e: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  return activation === 'softmax' ? softmaxOf(e) : e.map(ELEMENTWISE_ACTIVATIONS[activation].value);
}

function slopes(activation: Activation, e: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  if (activation === 'softmax') return new Float64Array(0);
  return e.map(ELEMENTWISE_ACTIVATIONS[activation].derivative);
}

/** ŷₖ = exp(eₖ) / Σⱼ exp(eⱼ); the largest eⱼ is taken out first. */
function softmaxOf(e: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const largest = Math.max(...e);
  const powers = e.map((value) => exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** L of one token. Excitations rather than outputs where logarithms would overflow. */
function tokenLoss(loss: Loss, output: Activation, { e, h }: Forward, y: Float64Array): number {
  const sum = (term: (k: number) => number) => y.reduce((total, _, k) => total + term(k), 0);
  switch (loss) {
    case 'mse':
      return 0.5 * sum((k) => (h[k] - y[k]) * (h[k] - y[k]));
    case 'perceptron':
      return sum((k) => (h[k] - y[k]) * e[k]);
    case 'cross-entropy': {
      // −Σ y ln ŷ + (1 − y) ln(1 − ŷ), where −ln ŷ = softplus(−e) and −ln(1 − ŷ) = softplus(e)
      if (output !== 'softmax') return sum((k) => y[k] * softplusOf(-e[k]) + (1 - y[k]) * softplusOf(e[k]));
      // −Σ y ln ŷ, where ln ŷₖ = eₖ − ln Σⱼ exp(eⱼ)
      const largest = Math.max(...e);
      const logSum = largest + log(sum((k) => exp(e[k] - largest)));
      return sum((k) => y[k] * (logSum - e[k]));
    }
  }
}

/** ε = ∂L/∂e. Cross-entropy cancels its output's own derivative, and the perceptron criterion holds ŷ: ε = ŷ − y. */
function outputError(loss: Loss, output: Activation, { h, slope }: Forward, y: Float64Array): Float64Array {
  const difference = y.map((target, k) => h[k] - target);
  if (loss !== 'mse') return difference;
  if (output !== 'softmax') return difference.map((d, k) => d * slope[k]);
  // ∂ŷₖ/∂eⱼ = ŷₖ([k = j] − ŷⱼ)
  const dot = difference.reduce((sum, d, k) => sum + d * h[k], 0);
  return difference.map((d, k) => h[k] * (d - dot));
}

/** dL/dx of a layer: Wᵀδ, and through a residual connection dL/dh itself. [sending] */
function backPropagate(
  { inputs, units, weights }: LayerLayout,
  parameters: ArrayLike<number>,
  { error, received }: LayerTrace,
  residual: boolean,
): Float64Array {
  const sent = new Float64Array(inputs);
  for (let j = 0; j < inputs; j++) {
    for (let k = 0; k < units; k++) sent[j] += parameters[weights + k * inputs + j] * error[k];
    if (residual) sent[j] += received[j];
  }
  return sent;
}

/** ∇W = δ xᵀ, ∇b = δ */
function withGradients(forward: Forward, received: Float64Array, error: Float64Array): LayerTrace {
  const inputs = forward.x.length;
  const weightGradient = new Float64Array(error.length * inputs);
  for (let k = 0; k < error.length; k++)
    for (let j = 0; j < inputs; j++) weightGradient[k * inputs + j] = error[k] * forward.x[j];
  return { ...forward, received, error, weightGradient, biasGradient: error };
}
