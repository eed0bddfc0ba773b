/** What nodes compute, and what each knows of the way back: the derivative by each of its inputs, nothing else. */

export interface Operation {
  /** stands on the node */
  readonly glyph: string;
  /** what the node does with its signal, as one sentence */
  readonly rule: string;
  readonly value: (inputs: readonly number[]) => number;
  /** ∂value/∂input, by input */
  readonly partials: (inputs: readonly number[], value: number) => readonly number[];
  /** the formula, from the inputs' symbols */
  readonly tex: (inputs: readonly string[]) => string;
  /** the partial derivatives, from the symbols of the inputs and of the node itself */
  readonly partialTex: (inputs: readonly string[], self: string) => readonly string[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const ADD: Operation = {
  glyph: '+',
  rule: 'An add node copies its signal to every input.',
  value: sum,
  partials: (inputs) => inputs.map(() => 1),
  tex: (inputs) => inputs.join(' + '),
  partialTex: (inputs) => inputs.map(() => '1'),
};

export const MULTIPLY: Operation = {
  glyph: '×',
  rule: 'A multiply node swaps its inputs: each gets the signal times the other one.',
  value: ([a = NaN, b = NaN]) => a * b,
  partials: ([a = NaN, b = NaN]) => [b, a],
  tex: ([a = '', b = '']) => `${a} \\cdot ${b}`,
  partialTex: ([a = '', b = '']) => [b, a],
};

export const MAX: Operation = {
  glyph: 'max',
  rule: 'A max node routes: the largest input gets the whole signal, the others 0. Of equal inputs the first counts as the largest.',
  value: (inputs) => Math.max(...inputs),
  partials: (inputs, value) => inputs.map((_, i) => (i === inputs.indexOf(value) ? 1 : 0)),
  tex: (inputs) => `\\max(${inputs.join(', ')})`,
  partialTex: (inputs, self) => inputs.map((input) => `[${self} = ${input}]`),
};

/** b + w₁x₁ + w₂x₂ + …, with inputs b, w₁, x₁, w₂, x₂, … */
export const WEIGHTED_SUM: Operation = {
  glyph: 'Σ',
  rule: 'A weighted sum swaps the two factors of each product, and copies its signal to the bias.',
  value: (inputs) =>
    inputs.reduce(
      (total, input, i) => total + (i % 2 === 1 ? input * other(inputs, i) : i === 0 ? input : 0),
      0,
    ),
  partials: (inputs) => inputs.map((_, i) => (i === 0 ? 1 : other(inputs, i))),
  tex: ([bias = '', ...factors]) =>
    [...factors.flatMap((w, i) => (i % 2 === 0 ? [`${w} ${factors[i + 1] ?? ''}`] : [])), bias].join(' + '),
  partialTex: (inputs) => inputs.map((_, i) => (i === 0 ? '1' : (inputs[partner(i)] ?? ''))),
};

/** place of the other factor of a product of the weighted sum */
const partner = (i: number): number => (i % 2 === 1 ? i + 1 : i - 1);
const other = (inputs: readonly number[], i: number): number => inputs[partner(i)] ?? NaN;

/** L + λR, with inputs L, λ, R */
export const PENALIZED: Operation = {
  glyph: '+λ',
  rule: 'The sum copies its signal to the loss and sends λ times it to the penalty.',
  value: ([loss = NaN, rate = NaN, penalty = NaN]) => loss + rate * penalty,
  partials: ([, rate = NaN, penalty = NaN]) => [1, penalty, rate],
  tex: ([loss = '', rate = '', penalty = '']) => `${loss} + ${rate} ${penalty}`,
  partialTex: ([, rate = '', penalty = '']) => ['1', penalty, rate],
};

/** ½w² */
export const HALF_SQUARE: Operation = {
  glyph: '½²',
  rule: 'Half a square multiplies its signal by the input itself.',
  value: ([a = NaN]) => 0.5 * a * a,
  partials: ([a = NaN]) => [a],
  tex: ([a = '']) => `\\tfrac12 ${a}^2`,
  partialTex: ([a = '']) => [a],
};

export interface Slope {
  readonly glyph: string;
  readonly rule: string;
  readonly value: (input: number) => number;
  readonly derivative: (input: number, value: number) => number;
  readonly tex: (input: string) => string;
  readonly derivativeTex: (input: string, self: string) => string;
}

/** A node of one input. */
export function functionNode({ glyph, rule, value, derivative, tex, derivativeTex }: Slope): Operation {
  return {
    glyph,
    rule,
    value: ([a = NaN]) => value(a),
    partials: ([a = NaN], self) => [derivative(a, self)],
    tex: ([a = '']) => tex(a),
    partialTex: ([a = ''], self) => [derivativeTex(a, self)],
  };
}

export const SIGMOID = functionNode({
  glyph: 'σ',
  rule: 'σ multiplies its signal by its own slope, σ(1 − σ).',
  value: (a) => 1 / (1 + Math.exp(-a)),
  derivative: (_, self) => self * (1 - self),
  tex: (a) => `\\sigma(${a})`,
  derivativeTex: (_, self) => `${self}(1 - ${self})`,
});

export const TANH = functionNode({
  glyph: 'tanh',
  rule: 'tanh multiplies its signal by its own slope, 1 − tanh².',
  value: Math.tanh,
  derivative: (_, self) => 1 - self * self,
  tex: (a) => `\\tanh ${a}`,
  derivativeTex: (_, self) => `(1 - ${self}^2)`,
});

export const SQUARE = functionNode({
  glyph: 'a²',
  rule: 'A square multiplies its signal by twice the input.',
  value: (a) => a * a,
  derivative: (a) => 2 * a,
  tex: (a) => `${a}^2`,
  derivativeTex: (a) => `2${a}`,
});

export const EXP = functionNode({
  glyph: 'exp',
  rule: 'exp multiplies its signal by its own value.',
  value: Math.exp,
  derivative: (_, self) => self,
  tex: (a) => `\\exp ${a}`,
  derivativeTex: (_, self) => self,
});

export const LOG = functionNode({
  glyph: 'ln',
  rule: 'The logarithm divides its signal by the input.',
  value: Math.log,
  derivative: (a) => 1 / a,
  tex: (a) => `\\ln ${a}`,
  derivativeTex: (a) => `\\tfrac{1}{${a}}`,
});
