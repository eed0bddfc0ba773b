import { networkSpec } from '../../engine/network';
import type { Experiment } from '../../experiment/experiment';
import type { Link } from '../../figures/backprop/links';
import type { Stage } from '../../figures/backprop/story';
import { isOutput, lossTex, type Notation } from './symbols';

/** A matrix or vector of a stage, and where its numbers are. */
export interface Matrix {
  /** in words, for those who hear it */
  readonly name: string;
  readonly tex: string;
  readonly rows: number;
  readonly columns: number;
  /** of the number in `values.ts` */
  readonly key: (row: number, column: number) => string;
  /** ε or δ, or what is made of them alone */
  readonly error?: boolean;
  /** The weight in this place, as a link of the network. */
  readonly link?: (row: number, column: number) => Link;
  /** Its rows are the units of which the unit form tells one. */
  readonly byUnit?: boolean;
}

/** Matrices and, as TeX, the signs between them. */
export type Equation = readonly (Matrix | string)[];

export interface Layers {
  readonly notation: Notation;
  readonly experiment: Experiment;
  /** The gradient is the mean over several tokens. */
  readonly minibatch: boolean;
}

/** A stage for a whole layer, as equations of matrices. Every sign and every shape is that of the numbers told. */
export function matrixEquations(stage: Stage, layers: Layers): readonly Equation[] {
  const { kind, layer } = stage;
  switch (kind) {
    case 'input':
      return [[{ ...inputOf(layers, 0), byUnit: true }]];
    case 'forward':
      return forward(layer, layers);
    case 'loss':
      return [lossEquation(layers)];
    case 'epsilon':
      return [epsilonEquation(layer, layers)];
    case 'delta':
      return [deltaEquation(layer, layers)];
    case 'gradient':
      return gradients(layer, layers);
    case 'update':
      return updates(layer, layers);
    case 'loss-after':
      return [lossAfter(layers)];
  }
}

/** The equation in symbols, each with its shape. */
export function equationTex(equation: Equation): string {
  return equation
    .map((part) =>
      typeof part === 'string' ? part : `\\underset{${part.rows} \\times ${part.columns}}{${part.tex}}`,
    )
    .join(' \\; ');
}

/** Whether the layer adds what it receives to its activation. */
export function isResidual(experiment: Experiment, layer: number): boolean {
  return networkSpec(experiment).layers[layer]?.residual ?? false;
}

const upper = (layer: number) => `^{(${layer + 1})}`;
const unitsOf = ({ notation }: Layers, layer: number) => notation.units[layer] ?? 1;
const inputsOf = ({ notation }: Layers, layer: number) =>
  layer === 0 ? notation.features.length : (notation.units[layer - 1] ?? 1);
const placeOf = ({ notation }: Layers, layer: number) =>
  isOutput(notation, layer) ? 'the output' : `layer ${layer + 1}`;

function vector(letter: string, name: string, tex: string, layer: number, layers: Layers): Matrix {
  return {
    ...{ name: `${name} of ${placeOf(layers, layer)}`, tex, rows: unitsOf(layers, layer), columns: 1 },
    ...{ key: (row) => `${letter}:${layer}:${row}`, byUnit: true },
  };
}

const excitations = (layer: number, layers: Layers) => vector('e', 'e', `e${upper(layer)}`, layer, layers);
const slopes = (layer: number, layers: Layers) =>
  vector('s', 'σ′(e)', `\\sigma'\\bigl(e${upper(layer)}\\bigr)`, layer, layers);

function activations(layer: number, layers: Layers): Matrix {
  return isOutput(layers.notation, layer)
    ? { ...vector('h', 'ŷ', '\\hat y', layer, layers), name: 'ŷ' }
    : vector('h', 'h', `h${upper(layer)}`, layer, layers);
}

function errors(layer: number, layers: Layers): Matrix {
  return isOutput(layers.notation, layer)
    ? { ...vector('d', 'ε', '\\varepsilon', layer, layers), name: 'ε', error: true }
    : { ...vector('d', 'δ', `\\delta${upper(layer)}`, layer, layers), error: true };
}

/** What a layer receives: x, or h of the layer before. */
function inputOf(layers: Layers, layer: number): Matrix {
  const shape = { rows: inputsOf(layers, layer), columns: 1 };
  return layer === 0
    ? { name: 'x', tex: 'x', ...shape, key: (row) => `x:${row}` }
    : { ...activations(layer - 1, layers), ...shape, key: (row) => `i:${layer}:${row}`, byUnit: false };
}

function targets(layers: Layers): Matrix {
  const last = layers.notation.units.length - 1;
  return { ...vector('y', 'y', 'y', last, layers), name: 'y', key: (row) => `y:${row}` };
}

/** [unit][sending] */
function weightMatrix(letter: string, name: string, tex: string, layer: number, layers: Layers): Matrix {
  return {
    ...{ name: `${name} of ${placeOf(layers, layer)}`, tex, byUnit: true },
    ...{ rows: unitsOf(layers, layer), columns: inputsOf(layers, layer) },
    key: (row, column) => `${letter}:${layer}:${row}:${column}`,
    link: (row, column) => ({ layer, unit: row, from: column }),
  };
}

const biases = (letter: string, name: string, tex: string, layer: number, layers: Layers): Matrix => ({
  ...vector(letter, name, tex, layer, layers),
  key: (row) => `${letter}:${layer}:${row}:b`,
});

function transposed(matrix: Matrix): Matrix {
  const { name, tex, rows, columns, key, link } = matrix;
  return {
    ...{ ...matrix, name: `${name}, transposed`, tex: `${tex}{}^{\\mathsf T}`, byUnit: false },
    ...{ rows: columns, columns: rows, key: (row, column) => key(column, row) },
    ...(link !== undefined && { link: (row: number, column: number) => link(column, row) }),
  };
}

const scalar = (name: string, tex: string, key: string): Matrix => ({
  ...{ name, tex, rows: 1, columns: 1, key: () => key },
});

/** e = W x + b; h = σ(e), or σ(e) + x */
function forward(layer: number, layers: Layers): Equation[] {
  const e = excitations(layer, layers);
  const x = inputOf(layers, layer);
  const W = weightMatrix('w', 'W', `W${upper(layer)}`, layer, layers);
  const b = biases('w', 'b', `b${upper(layer)}`, layer, layers);
  const around = isResidual(layers.experiment, layer) ? ['+', { ...x, byUnit: true }] : [];
  return [
    [e, '=', W, x, '+', b],
    [activations(layer, layers), '= \\sigma\\bigl(', e, '\\bigr)', ...around],
  ];
}

function lossEquation(layers: Layers): Equation {
  const { experiment, notation } = layers;
  const last = notation.units.length - 1;
  const L = scalar('L', 'L', 'L');
  const y = targets(layers);
  const output = activations(last, layers);
  switch (experiment.loss) {
    case 'mse':
      return [L, '= \\tfrac12 \\bigl\\lVert', output, '-', y, '\\bigr\\rVert^2'];
    case 'perceptron':
      return [L, '= \\bigl(', output, '-', y, '\\bigr)^{\\mathsf T}', excitations(last, layers)];
    case 'cross-entropy': {
      const row = transposed(y);
      if (experiment.network.output === 'softmax') return [L, '= -', row, '\\ln', output];
      return [
        L,
        '= -',
        row,
        '\\ln',
        output,
        '- \\bigl(1 -',
        row,
        '\\bigr) \\ln \\bigl(1 -',
        output,
        '\\bigr)',
      ];
    }
  }
}

/** ε = ŷ − y where the loss cancels the output's derivative; else that derivative stands before or beside it. */
function epsilonEquation(layer: number, layers: Layers): Equation {
  const { loss, network } = layers.experiment;
  const epsilon = errors(layer, layers);
  const output = activations(layer, layers);
  const y = targets(layers);
  if (loss !== 'mse' || network.output === 'linear') return [epsilon, '=', output, '-', y];
  if (network.output !== 'softmax')
    return [epsilon, '= \\bigl(', output, '-', y, '\\bigr) \\odot', slopes(layer, layers)];
  const product = [output, transposed(output)];
  return [
    ...[epsilon, '= \\bigl( \\operatorname{diag}', output, '-', ...product],
    ...['\\bigr) \\bigl(', output, '-', y, '\\bigr)'],
  ];
}

/** δ = σ′(e) ⊙ Wᵀδ, and where the layer after is residual, σ′(e) ⊙ (Wᵀδ + dL/dh) with its dL/dh */
function deltaEquation(layer: number, layers: Layers): Equation {
  const W = weightMatrix('w', 'W', `W${upper(layer + 1)}`, layer + 1, layers);
  const gathered = [
    { ...transposed(W), byUnit: true },
    { ...errors(layer + 1, layers), byUnit: false },
  ];
  const start = [errors(layer, layers), '=', slopes(layer, layers), '\\odot'];
  if (!isResidual(layers.experiment, layer + 1)) return [...start, ...gathered];
  const after = `h${upper(layer + 1)}`;
  const received = vector('r', 'dL/dh', `\\tfrac{dL}{d${after}}`, layer + 1, layers);
  return [...start, '\\Bigl(', ...gathered, '+', received, '\\Bigr)'];
}

/** ∇W = δ hᵀ, of several tokens the mean, with a penalty + λW or + λ sign W; ∇b = δ, or its mean */
function gradients(layer: number, layers: Layers): Equation[] {
  const { experiment, minibatch } = layers;
  const at = upper(layer);
  const { kind } = experiment.training.regularization;
  const of = (letter: string, matrixTex: string, name: string) =>
    weightMatrix(letter, name, matrixTex, layer, layers);
  const delta = errors(layer, layers);
  const product = [delta, transposed(inputOf(layers, layer))];
  const penalty = kind === 'l2' ? `\\lambda W${at}` : `\\lambda \\operatorname{sign} W${at}`;
  const added = kind === 'none' ? [] : ['+', of('p', penalty, kind === 'l2' ? 'λW' : 'λ sign W')];
  const whole = of('G', `\\nabla W${at}`, '∇W');
  const bias = biases('m', '∇b', `\\nabla b${at}`, layer, layers);
  if (!minibatch)
    return [
      [whole, '=', ...product, ...added],
      [bias, '=', delta],
    ];
  const tex = `${delta.tex}\\, ${inputOf(layers, layer).tex}{}^{\\mathsf T}`;
  const mean = `\\overline{${tex}}`;
  return [
    [{ ...of('g', tex, 'Gradient for the token'), error: true }, '=', ...product],
    [whole, '=', { ...of('m', mean, 'Mean gradient of the tokens'), error: true }, ...added],
    [bias, `= \\overline{${delta.tex}}`],
  ];
}

/** W ← W + ΔW, and so b */
function updates(layer: number, layers: Layers): Equation[] {
  const at = upper(layer);
  const of = (letter: string, name: string, tex: string) => weightMatrix(letter, name, tex, layer, layers);
  const ofBias = (letter: string, name: string, tex: string) => biases(letter, name, tex, layer, layers);
  return [
    [
      ...[of('n', 'W after the update', `W${at}`), '\\leftarrow', of('w', 'W', `W${at}`)],
      ...['+', of('c', 'ΔW', `\\Delta W${at}`)],
    ],
    [
      ...[ofBias('n', 'b after the update', `b${at}`), '\\leftarrow', ofBias('w', 'b', `b${at}`)],
      ...['+', ofBias('c', 'Δb', `\\Delta b${at}`)],
    ],
  ];
}

function lossAfter({ minibatch, experiment }: Layers): Equation {
  const after = scalar('L after the update', 'L', 'l');
  if (minibatch) return [{ ...after, name: 'Mean L after the update', tex: '\\overline L' }];
  const law = lossTex(experiment.loss, experiment.network.output).replace(/^L/, '');
  return [scalar('L', 'L', 'L'), '\\rightarrow', after, law];
}
