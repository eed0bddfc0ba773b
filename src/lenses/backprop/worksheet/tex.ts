import { ACTIVATION_FORMULAS } from '../../../figures/activations/formulas';
import { isOutput, type Quantity } from '../../../figures/worksheet/quantities';
import type { PaperUpdate } from '../../../figures/worksheet/rules';
import * as symbols from '../symbols';
import type { SheetModel } from './sheetModel';

/** A quantity's symbol in TeX. */
export function symbolTex(model: SheetModel, quantity: Quantity): string {
  const notation = notationOf(model);
  switch (quantity.kind) {
    case 'L':
      return 'L';
    case 'eta':
      return '\\eta';
    case 'lambda':
      return '\\lambda';
    case 'x':
      return symbols.activation(notation, -1, quantity.unit);
    case 'y':
      return model.sizes.at(-1) === 1 ? 'y' : `y_{${quantity.unit + 1}}`;
    case 'e':
      return symbols.excitation(quantity.layer, String(quantity.unit + 1));
    case 'h':
      return symbols.activation(notation, quantity.layer, quantity.unit);
    case 'd':
      return symbols.errorSymbol(notation, quantity.layer, quantity.unit);
    case 'w':
    case 'n':
      return parameterTex(quantity);
    case 'g':
      return `\\frac{\\partial L}{\\partial ${parameterTex(quantity)}}`;
  }
}

function parameterTex({ layer, unit, from }: Extract<Quantity, { kind: 'w' | 'g' | 'n' }>): string {
  return from === 'bias' ? symbols.bias(layer, unit) : symbols.weight(layer, unit, from);
}

/** "w ← w − η ∂L/∂w, η = 0.5", with the penalty where there is one, which leaves biases alone */
export function updateTex({ penalty, learningRate, rate }: PaperUpdate): string {
  const step = (of: string, more: string): string => {
    const gradient = `\\frac{\\partial L}{\\partial ${of}}`;
    return `${of} \\leftarrow ${of} - \\eta ${more === '' ? gradient : `\\bigl(${gradient} + ${more}\\bigr)`}`;
  };
  const eta = `\\eta = ${learningRate}`;
  if (penalty === 'none') return `${step('w', '')},\\quad ${eta}`;
  const more = penalty === 'l2' ? '\\lambda w' : '\\lambda \\operatorname{sign} w';
  return `${step('w', more)},\\quad ${step('b', '')},\\quad ${eta},\\quad \\lambda = ${rate}`;
}

function notationOf({ features, sizes }: SheetModel): symbols.Notation {
  return { features, units: sizes.slice(1) };
}

/** L of the token, as the sheet differentiates it. */
export function lossTex({ network }: SheetModel): string {
  return symbols.lossTex(network.loss, network.layers.at(-1)?.activation ?? 'linear');
}

/** "h⁽¹⁾ = σ(e), σ(e) = 1/(1+exp(−e))" of each layer */
export function layerTex({ network }: SheetModel, layer: number): string {
  const { activation = 'linear', residual = false } = network.layers[layer] ?? {};
  const h = isOutput(network, layer) ? '\\hat y' : `h^{(${layer + 1})}`;
  return `${h} = ${ACTIVATION_FORMULAS[activation].value}${residual ? ' + x' : ''}`;
}

/** W and b of a layer, with the sheet's numbers. */
export function matrixTex({ sizes, parameters }: SheetModel, layer: number): string {
  const units = sizes[layer + 1] ?? 0;
  const inputs = sizes[layer] ?? 0;
  const before = sizes
    .slice(1, layer + 1)
    .reduce((count, each, l) => count + each * ((sizes[l] ?? 0) + 1), 0);
  const rows = Array.from({ length: units }, (_, k) =>
    parameters.slice(before + k * inputs, before + (k + 1) * inputs),
  );
  const bias = parameters.slice(before + units * inputs, before + units * (inputs + 1));
  const superscript = `^{(${layer + 1})}`;
  return `W${superscript} = ${matrix(rows)},\\quad b${superscript} = ${matrix(bias.map((b) => [b]))}`;
}

/** x and y */
export function tokenTex({ sizes, truth, features }: SheetModel): string {
  const column = (count: number, kind: 'x' | 'y') =>
    matrix(Array.from({ length: count }, (_, unit) => [truth({ kind, unit })]));
  return `x = ${column(features.length, 'x')},\\quad y = ${column(sizes.at(-1) ?? 0, 'y')}`;
}

function matrix(rows: readonly (readonly number[])[]): string {
  return `\\begin{pmatrix}${rows.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{pmatrix}`;
}
