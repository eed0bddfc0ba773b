import type { Experiment, Optimizer } from '../../experiment/experiment';
import type { Activation, Feature } from '../../experiment/names';
import type { Stage } from '../../figures/backprop/story';
import { isResidual, type Layers } from './matrixForms';
import { isOutput } from './symbols';

/**
 * A stage as lines of NumPy that run on from stage to stage: e1, h1, … y_hat, L, epsilon, dh1, delta1, dW1. One token is a
 * vector; in a minibatch x1, x2, … and y hold a token a column, and so does every array after them.
 */
export function numpyLines({ kind, layer }: Stage, layers: Layers): string {
  const { notation, experiment, minibatch } = layers;
  switch (kind) {
    case 'input':
      return `x = np.array([${notation.features.map(featureNumpy).join(', ')}])`;
    case 'forward':
      return forwardNumpy(layer, layers);
    case 'loss':
      return lossNumpy(layers);
    case 'epsilon':
      return epsilonNumpy(layer, layers);
    case 'delta':
      return deltaNumpy(layer, layers);
    case 'gradient':
      return gradientNumpy(layer, layers);
    case 'update':
      return updateNumpy(layer + 1, experiment);
    case 'loss-after':
      return `# x forward again with the new weights${minibatch ? ', the same tokens' : ''}\n${lossNumpy(layers)}`;
  }
}

/** sin(x1) → np.sin(x1), x1^2 → x1 ** 2, x1*x2 → x1 * x2 */
function featureNumpy(feature: Feature): string {
  return feature.replace('sin', 'np.sin').replace('^', ' ** ').replace('*x', ' * x');
}

const receivedBy = (layer: number) => (layer === 0 ? 'x' : `h${layer}`);
const activationAt = ({ network }: Experiment, layer: number): Activation =>
  network.hidden[layer]?.activation ?? network.output;
const errorAt = ({ notation }: Layers, layer: number) =>
  isOutput(notation, layer) ? 'epsilon' : `delta${layer + 1}`;

function forwardNumpy(layer: number, layers: Layers): string {
  const { notation, experiment, minibatch } = layers;
  const n = layer + 1;
  const x = receivedBy(layer);
  const response = isOutput(notation, layer) ? 'y_hat' : `h${n}`;
  const around = isResidual(experiment, layer) ? ` + ${x}` : '';
  return [
    `e${n} = W${n} @ ${x} + b${n}${minibatch ? '[:, None]' : ''}`,
    `${response} = ${responseNumpy(activationAt(experiment, layer), `e${n}`)}${around}`,
  ].join('\n');
}

/** σ of the excitations, softmax over a token's own. */
function responseNumpy(activation: Activation, e: string): string {
  switch (activation) {
    case 'linear':
      return e;
    case 'sigmoid':
      return `1 / (1 + np.exp(-${e}))`;
    case 'tanh':
      return `np.tanh(${e})`;
    case 'relu':
      return `np.maximum(0, ${e})`;
    case 'leaky-relu':
      return `np.where(${e} > 0, ${e}, 0.01 * ${e})`;
    case 'elu':
      return `np.where(${e} > 0, ${e}, np.expm1(${e}))`;
    case 'softplus':
      return `np.logaddexp(0, ${e})`;
    case 'sin':
      return `np.sin(${e})`;
    case 'gelu':
      return `${e} * scipy.stats.norm.cdf(${e})`;
    case 'swish':
      return `${e} / (1 + np.exp(-${e}))`;
    case 'step':
      return `(${e} > 0).astype(float)`;
    case 'sign':
      return `np.where(${e} > 0, 1.0, -1.0)`;
    case 'softmax':
      return `np.exp(${e} - ${e}.max(axis=0)) / np.exp(${e} - ${e}.max(axis=0)).sum(axis=0)`;
  }
}

/** σ′ of a layer's excitations, which its next line uses as `sigma_prime1`; none for softmax. */
function slopeNumpy(activation: Activation, n: number): string {
  const e = `e${n}`;
  const sigmoid = `s${n} = 1 / (1 + np.exp(-${e}))\n`;
  const is = `sigma_prime${n} =`;
  switch (activation) {
    case 'linear':
      return `${is} np.ones_like(${e})`;
    case 'sigmoid':
      return `${sigmoid}${is} s${n} * (1 - s${n})`;
    case 'tanh':
      return `${is} 1 - np.tanh(${e}) ** 2`;
    case 'relu':
      return `${is} (${e} > 0).astype(float)`;
    case 'leaky-relu':
      return `${is} np.where(${e} > 0, 1, 0.01)`;
    case 'elu':
      return `${is} np.exp(np.minimum(0, ${e}))`;
    case 'softplus':
      return `${is} 1 / (1 + np.exp(-${e}))`;
    case 'sin':
      return `${is} np.cos(${e})`;
    case 'gelu':
      return `${is} scipy.stats.norm.cdf(${e}) + ${e} * scipy.stats.norm.pdf(${e})`;
    case 'swish':
      return `${sigmoid}${is} s${n} + ${e} * s${n} * (1 - s${n})`;
    case 'step':
    case 'sign':
      return `${is} np.zeros_like(${e})`;
    case 'softmax':
      return '';
  }
}

function lossNumpy({ notation, experiment, minibatch }: Layers): string {
  const mean = minibatch ? ' / x.shape[1]' : '';
  switch (experiment.loss) {
    case 'mse':
      return `L = 0.5 * ((y_hat - y) ** 2).sum()${mean}`;
    case 'perceptron':
      return `L = ((y_hat - y) * e${notation.units.length}).sum()${mean}`;
    case 'cross-entropy':
      return experiment.network.output === 'softmax'
        ? `L = -(y * np.log(y_hat)).sum()${mean}`
        : `L = -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)).sum()${mean}`;
  }
}

function epsilonNumpy(layer: number, { experiment }: Layers): string {
  const { loss, network } = experiment;
  if (loss !== 'mse' || network.output === 'linear') return 'epsilon = y_hat - y';
  if (network.output === 'softmax') return 'd = y_hat - y\nepsilon = y_hat * (d - (d * y_hat).sum(axis=0))';
  return `${slopeNumpy(network.output, layer + 1)}\nepsilon = (y_hat - y) * sigma_prime${layer + 1}`;
}

function deltaNumpy(layer: number, layers: Layers): string {
  const n = layer + 1;
  const around = isResidual(layers.experiment, layer + 1) ? ` + dh${n + 1}` : '';
  return [
    `dh${n} = W${n + 1}.T @ ${errorAt(layers, layer + 1)}${around}`,
    slopeNumpy(activationAt(layers.experiment, layer), n),
    `delta${n} = sigma_prime${n} * dh${n}`,
  ].join('\n');
}

function gradientNumpy(layer: number, layers: Layers): string {
  const n = layer + 1;
  const { kind, rate, clip } = layers.experiment.training.regularization;
  const error = errorAt(layers, layer);
  const x = receivedBy(layer);
  const data = layers.minibatch ? `${error} @ ${x}.T / x.shape[1]` : `np.outer(${error}, ${x})`;
  const isAdded = kind !== 'none' && clip !== true;
  const penalty = kind === 'l2' ? `lam * W${n}` : `lam * np.sign(W${n})`;
  return [
    ...(isAdded ? [`lam = ${rate}`] : []),
    `dW${n} = ${data}${isAdded ? ` + ${penalty}` : ''}`,
    `db${n} = ${error}${layers.minibatch ? '.mean(axis=1)' : ''}`,
  ].join('\n');
}

/** The moments v and s are arrays of 0 before the first step, and Adam's t counts from 1. */
function updateNumpy(n: number, { training }: Experiment): string {
  const { kind, rate, clip } = training.regularization;
  const isClipped = kind === 'l1' && clip === true;
  return [
    settingsNumpy(training.optimizer),
    ...(isClipped ? [`before = W${n}.copy()`] : []),
    stepNumpy(`W${n}`, training.optimizer),
    // The penalty's step comes by itself and stops a weight at 0.
    ...(isClipped
      ? [`moved = W${n} - eta * ${rate} * np.sign(before)`, `W${n} = np.where(W${n} * moved < 0, 0, moved)`]
      : []),
    stepNumpy(`b${n}`, training.optimizer),
  ].join('\n');
}

function settingsNumpy(optimizer: Optimizer): string {
  const eta = `eta = ${optimizer.learningRate}`;
  switch (optimizer.kind) {
    case 'sgd':
    case 'adagrad':
      return eta;
    case 'momentum':
    case 'nesterov':
      return `${eta}; mu = ${optimizer.momentum}`;
    case 'rmsprop':
      return `${eta}; rho = ${optimizer.decay}`;
    case 'adam':
      return `${eta}; beta1 = ${optimizer.beta1}; beta2 = ${optimizer.beta2}`;
  }
}

/** One array's step, as `src/engine/optimizers` has it. */
function stepNumpy(w: string, { kind }: Optimizer): string {
  const g = `d${w}`;
  const v = `v_${w}`;
  const s = `s_${w}`;
  switch (kind) {
    case 'sgd':
      return `${w} -= eta * ${g}`;
    case 'momentum':
      return `${v} = mu * ${v} + ${g}\n${w} -= eta * ${v}`;
    case 'nesterov':
      return `${v} = mu * ${v} + ${g}\n${w} -= eta * (${g} + mu * ${v})`;
    case 'adagrad':
      return `${s} += ${g} ** 2\n${w} -= eta * ${g} / (np.sqrt(${s}) + 1e-8)`;
    case 'rmsprop':
      return `${s} = rho * ${s} + (1 - rho) * ${g} ** 2\n${w} -= eta * ${g} / (np.sqrt(${s}) + 1e-8)`;
    case 'adam':
      return [
        `${v} = beta1 * ${v} + (1 - beta1) * ${g}`,
        `${s} = beta2 * ${s} + (1 - beta2) * ${g} ** 2`,
        `v_hat, s_hat = ${v} / (1 - beta1 ** t), ${s} / (1 - beta2 ** t)`,
        `${w} -= eta * v_hat / (np.sqrt(s_hat) + 1e-8)`,
      ].join('\n');
  }
}
