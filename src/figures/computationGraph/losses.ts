import type { Operation } from './operations';

/** Nodes at the end of a network: they take outputs, or excitations, and after these as many targets. */

const half = <T>(inputs: readonly T[]): readonly [readonly T[], readonly T[]] => [
  inputs.slice(0, inputs.length / 2),
  inputs.slice(inputs.length / 2),
];

/** Σ of terms of an output and its target */
function sumOver(inputs: readonly number[], term: (output: number, target: number) => number): number {
  const [outputs, targets] = half(inputs);
  return outputs.reduce((total, output, k) => total + term(output, targets[k] ?? NaN), 0);
}

function eachOf<T, Made>(
  inputs: readonly T[],
  make: (output: T, target: T) => readonly [Made, Made],
): readonly Made[] {
  const [outputs, targets] = half(inputs);
  const pairs = outputs.flatMap((output, k) => {
    const target = targets[k];
    return target === undefined ? [] : [make(output, target)];
  });
  return [...pairs.map(([byOutput]) => byOutput), ...pairs.map(([, byTarget]) => byTarget)];
}

const joined = (inputs: readonly string[], term: (output: string, target: string) => string): string =>
  eachOf(inputs, (output, target) => [term(output, target), ''])
    .filter((text) => text !== '')
    .join(' + ');

/** ½Σ(y − t)² */
export const SQUARED_ERROR: Operation = {
  glyph: '½²',
  rule: 'The squared error sends the difference: output minus target, times its signal.',
  value: (inputs) => sumOver(inputs, (y, t) => 0.5 * (y - t) * (y - t)),
  partials: (inputs) => eachOf(inputs, (y, t) => [y - t, t - y]),
  tex: (inputs) => joined(inputs, (y, t) => `\\tfrac12 (${y} - ${t})^2`),
  partialTex: (inputs) => eachOf(inputs, (y, t) => [`(${y} - ${t})`, `(${t} - ${y})`]),
};

/** −Σ t ln y */
export const CROSS_ENTROPY: Operation = {
  glyph: '−ln',
  rule: 'The cross-entropy sends −t / y: nothing to a class whose target is 0, much to one that was held unlikely.',
  value: (inputs) => sumOver(inputs, (y, t) => (t === 0 ? 0 : -t * Math.log(y))),
  partials: (inputs) => eachOf(inputs, (y, t) => [t === 0 ? 0 : -t / y, -Math.log(y)]),
  tex: (inputs) => `-(${joined(inputs, (y, t) => `${t} \\ln ${y}`)})`,
  partialTex: (inputs) => eachOf(inputs, (y, t) => [`\\bigl(-\\tfrac{${t}}{${y}}\\bigr)`, `(-\\ln ${y})`]),
};

/** exp z less the largest, which alone could overflow, divided by their sum */
function softmaxOf(inputs: readonly number[]): readonly number[] {
  const largest = Math.max(...inputs);
  const powers = inputs.map((z) => Math.exp(z - largest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function logSum(inputs: readonly number[]): number {
  const largest = Math.max(...inputs);
  return largest + Math.log(inputs.reduce((total, z) => total + Math.exp(z - largest), 0));
}

/** yₖ = exp zₖ / Σ exp zₗ; every z reaches every y. */
export function softmaxNode(k: number): Operation {
  return {
    glyph: 'S',
    rule: 'Softmax sends to every input: y(1 − y) times its signal to its own z, −y times the other’s y to another z.',
    value: (inputs) => softmaxOf(inputs)[k] ?? NaN,
    partials: (inputs, y) => softmaxOf(inputs).map((each, l) => y * ((l === k ? 1 : 0) - each)),
    tex: (inputs) => `\\frac{e^{${inputs[k] ?? ''}}}{${inputs.map((z) => `e^{${z}}`).join(' + ')}}`,
    partialTex: (inputs, self) =>
      inputs.map((z, l) =>
        l === k ? `${self}(1 - ${self})` : `\\bigl(-${self}\\, \\operatorname{softmax}({${z}})\\bigr)`,
      ),
  };
}

const sigmoid = (e: number): number => 1 / (1 + Math.exp(-e));
const softplus = (e: number): number => Math.max(e, 0) + Math.log1p(Math.exp(-Math.abs(e)));

/** Sigmoid output and cross-entropy as one node of the excitations, as the engines take them: nothing overflows. */
export const SIGMOID_CROSS_ENTROPY: Operation = {
  glyph: 'σ,H',
  rule: 'Sigmoid and cross-entropy together send the output error ε = ŷ − y, with ŷ = σ(e).',
  value: (inputs) => sumOver(inputs, (e, y) => y * softplus(-e) + (1 - y) * softplus(e)),
  partials: (inputs) => eachOf(inputs, (e, y) => [sigmoid(e) - y, -e]),
  tex: (inputs) => joined(inputs, (e, y) => `-${y} \\ln \\sigma(${e}) - (1 - ${y}) \\ln(1 - \\sigma(${e}))`),
  partialTex: (inputs) => eachOf(inputs, (e, y) => [`(\\sigma(${e}) - ${y})`, `(-${e})`]),
};

/** Softmax output and cross-entropy as one node of the excitations. */
export const SOFTMAX_CROSS_ENTROPY: Operation = {
  glyph: 'S,H',
  rule: 'Softmax and cross-entropy together send the output error ε = ŷ − y, with ŷ = softmax(e).',
  value: (inputs) => sumOver(inputs, (e, y) => y * (logSum(half(inputs)[0]) - e)),
  partials(inputs) {
    const [e, y] = half(inputs);
    const total = y.reduce((a, b) => a + b, 0);
    const outputs = softmaxOf(e);
    return [...outputs.map((p, k) => total * p - (y[k] ?? NaN)), ...e.map((each) => logSum(e) - each)];
  },
  tex: (inputs) => `-(${joined(inputs, (e, y) => `${y} \\ln \\operatorname{softmax}(${e})`)})`,
  partialTex: (inputs) =>
    eachOf(inputs, (e, y) => [
      `(\\operatorname{softmax}(${e}) - ${y})`,
      `(-\\ln \\operatorname{softmax}(${e}))`,
    ]),
};

/** Rosenblatt's criterion (ŷ − y)e of a step output; ŷ is held, as the perceptron rule holds it. */
export const PERCEPTRON: Operation = {
  glyph: 'step',
  rule: 'The perceptron criterion sends ŷ − y, with ŷ the step of e, which is held.',
  value: (inputs) => sumOver(inputs, (e, y) => ((e > 0 ? 1 : 0) - y) * e),
  partials: (inputs) => eachOf(inputs, (e, y) => [(e > 0 ? 1 : 0) - y, -e]),
  tex: (inputs) => joined(inputs, (e, y) => `(\\operatorname{step}(${e}) - ${y})\\, ${e}`),
  partialTex: (inputs) => eachOf(inputs, (e, y) => [`(\\operatorname{step}(${e}) - ${y})`, `(-${e})`]),
};
