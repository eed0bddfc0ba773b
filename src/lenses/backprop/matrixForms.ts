import type { Experiment } from '../../experiment/experiment';
import type { Stage } from '../../figures/backprop/story';
import { isOutput, type Notation } from './symbols';

/** A stage for a whole layer: in matrices with their shapes, and as a line of NumPy. */

function sizeBefore(notation: Notation, layer: number): number {
  return layer === 0 ? notation.features.length : (notation.units[layer - 1] ?? 0);
}

const upper = (layer: number) => `^{(${layer + 1})}`;

function vector(notation: Notation, layer: number): string {
  if (layer < 0) return 'x';
  return isOutput(notation, layer) ? '\\hat y' : `h${upper(layer)}`;
}

function errorVector(notation: Notation, layer: number): string {
  return isOutput(notation, layer) ? '\\varepsilon' : `\\delta${upper(layer)}`;
}

const shape = (rows: number, columns: number) => `\\small{${rows} \\times ${columns}}`;
const under = (tex: string, rows: number, columns: number) => `\\underset{${shape(rows, columns)}}{${tex}}`;

export function matrixForm({ kind, layer }: Stage, notation: Notation): string {
  const units = notation.units[layer] ?? 1;
  const inputs = sizeBefore(notation, layer);
  const x = vector(notation, layer - 1);
  switch (kind) {
    case 'input':
      return under('x', notation.features.length, 1);
    case 'forward':
      return `${under(`e${upper(layer)}`, units, 1)} = ${under(`W${upper(layer)}`, units, inputs)}\\, ${under(x, inputs, 1)} + ${under(`b${upper(layer)}`, units, 1)}, \\qquad ${under(vector(notation, layer), units, 1)} = \\sigma\\bigl(e${upper(layer)}\\bigr)`;
    case 'loss':
    case 'loss-after':
      return 'L(\\hat y, y)';
    case 'epsilon':
      return `${under('\\varepsilon', units, 1)} = \\frac{\\partial L}{\\partial e${upper(layer)}}`;
    case 'delta': {
      const after = notation.units[layer + 1] ?? 1;
      return `${under(errorVector(notation, layer), units, 1)} = \\sigma'\\bigl(e${upper(layer)}\\bigr) \\odot ${under(`W${upper(layer + 1)}{}^{\\mathsf T}`, units, after)}\\, ${under(errorVector(notation, layer + 1), after, 1)}`;
    }
    case 'gradient':
      return `${under(`\\nabla W${upper(layer)}`, units, inputs)} = ${under(errorVector(notation, layer), units, 1)}\\, ${under(`${x}{}^{\\mathsf T}`, 1, inputs)}, \\qquad ${under(`\\nabla b${upper(layer)}`, units, 1)} = ${errorVector(notation, layer)}`;
    case 'update':
      return `W${upper(layer)} \\leftarrow W${upper(layer)} + \\Delta W${upper(layer)}, \\qquad b${upper(layer)} \\leftarrow b${upper(layer)} + \\Delta b${upper(layer)}`;
  }
}

const SIGMA: Readonly<Record<string, string>> = {
  linear: 'e',
  sigmoid: '1 / (1 + np.exp(-e))',
  tanh: 'np.tanh(e)',
  relu: 'np.maximum(0, e)',
  'leaky-relu': 'np.where(e > 0, e, 0.01 * e)',
  elu: 'np.where(e > 0, e, np.expm1(e))',
  softplus: 'np.log1p(np.exp(e))',
  sin: 'np.sin(e)',
  gelu: 'e * norm.cdf(e)',
  swish: 'e / (1 + np.exp(-e))',
  step: '(e > 0).astype(float)',
  sign: 'np.where(e > 0, 1.0, -1.0)',
  softmax: 'np.exp(e - e.max()) / np.exp(e - e.max()).sum()',
};

export function numpyLine({ kind, layer }: Stage, notation: Notation, experiment: Experiment): string {
  const n = layer + 1;
  const name = experiment.network.hidden[layer]?.activation ?? experiment.network.output;
  const before = layer === 0 ? 'x' : `h${layer}`;
  const response = isOutput(notation, layer) ? 'y_hat' : `h${n}`;
  const error = isOutput(notation, layer) ? 'epsilon' : `delta${n}`;
  switch (kind) {
    case 'input':
      return `x = np.array([…])  # ${notation.features.join(', ')}`;
    case 'forward':
      return `e = W${n} @ ${before} + b${n}\n${response} = ${SIGMA[name] ?? 'sigma(e)'}`;
    case 'loss':
    case 'loss-after':
      return `L = ${lossNumpy(experiment)}`;
    case 'epsilon':
      return epsilonNumpy(experiment);
    case 'delta': {
      const after = isOutput(notation, layer + 1) ? 'epsilon' : `delta${n + 1}`;
      return `delta${n} = sigma_prime(e${n}) * (W${n + 1}.T @ ${after})`;
    }
    case 'gradient':
      return `dW${n} = np.outer(${error}, ${before})\ndb${n} = ${error}`;
    case 'update':
      return experiment.training.optimizer.kind === 'sgd'
        ? `W${n} -= eta * dW${n}\nb${n} -= eta * db${n}`
        : `W${n} += optimizer.step(dW${n})\nb${n} += optimizer.step(db${n})`;
  }
}

function lossNumpy({ loss, network }: Experiment): string {
  if (loss === 'mse') return '0.5 * ((y_hat - y) ** 2).sum()';
  if (loss === 'perceptron') return '((y_hat - y) * e).sum()';
  return network.output === 'softmax'
    ? '-(y * np.log(y_hat)).sum()'
    : '-(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)).sum()';
}

function epsilonNumpy({ loss, network }: Experiment): string {
  if (loss !== 'mse' || network.output === 'linear') return 'epsilon = y_hat - y';
  if (network.output === 'softmax') return 'd = y_hat - y\nepsilon = y_hat * (d - (d * y_hat).sum())';
  return 'epsilon = (y_hat - y) * sigma_prime(e)';
}
