import type { Activation, Feature, Loss } from '../../experiment/names';
import { ACTIVATION_TEX, featureTex } from '../../figures/network/formula';

/** The lecture's symbols in TeX. Layers count from 0 here and from 1 on the page. */
export interface Notation {
  readonly features: readonly Feature[];
  /** units per layer without the features, the last the output's */
  readonly units: readonly number[];
}

export const isOutput = ({ units }: Notation, layer: number): boolean => layer === units.length - 1;

/** A unit in words; layer −1 are the features. */
export function nameOf(notation: Notation, layer: number, unit: number): string {
  if (layer < 0) return `input ${notation.features[unit] ?? unit + 1}`;
  return isOutput(notation, layer) ? `output ${unit + 1}` : `layer ${layer + 1}, unit ${unit + 1}`;
}

const upper = (layer: number) => `^{(${layer + 1})}`;

export function excitation(layer: number, unit: string): string {
  return `e_{${unit}}${upper(layer)}`;
}

/** h, or ŷ in the output layer; layer −1 are the features. */
export function activation(notation: Notation, layer: number, unit: number | string): string {
  if (layer < 0) {
    const feature = typeof unit === 'number' ? notation.features[unit] : undefined;
    return feature === undefined ? `x_{${unit}}` : featureTex(feature);
  }
  const index = typeof unit === 'number' ? unit + 1 : unit;
  if (!isOutput(notation, layer)) return `h_{${index}}${upper(layer)}`;
  return notation.units[layer] === 1 ? '\\hat y' : `\\hat y_{${index}}`;
}

/** δ of a hidden layer, ε of the output. */
export function errorSymbol(notation: Notation, layer: number, unit: number | string): string {
  const index = typeof unit === 'number' ? unit + 1 : unit;
  if (!isOutput(notation, layer)) return `\\delta_{${index}}${upper(layer)}`;
  return notation.units[layer] === 1 ? '\\varepsilon' : `\\varepsilon_{${index}}`;
}

export function weight(layer: number, receiving: number | string, sending: number | string): string {
  const index = (i: number | string) => (typeof i === 'number' ? i + 1 : i);
  return `w_{${index(receiving)}${index(sending)}}${upper(layer)}`;
}

export function bias(layer: number, unit: number | string): string {
  return `b_{${typeof unit === 'number' ? unit + 1 : unit}}${upper(layer)}`;
}

/** Where every layer has a function, linear has one too. */
const FUNCTIONS = { ...ACTIVATION_TEX, linear: '\\operatorname{id}' };

export function functionTex(name: Activation): string {
  return FUNCTIONS[name];
}

/** L of one token. */
export function lossTex(loss: Loss, output: Activation, outputs = 1): string {
  const [sum, k] = outputs > 1 ? ['\\sum_k ', '_k'] : ['', ''];
  switch (loss) {
    case 'mse':
      return 'L = \\tfrac12 \\lVert \\hat y - y \\rVert^2';
    case 'perceptron':
      return `L = ${sum}(\\hat y${k} - y${k})\\, e${k}`;
    case 'cross-entropy':
      return output === 'softmax'
        ? 'L = -\\sum_k y_k \\ln \\hat y_k'
        : `L = -${sum}\\bigl(y${k} \\ln \\hat y${k} + (1 - y${k}) \\ln (1 - \\hat y${k})\\bigr)`;
  }
}

/** ε = ∂L/∂e of the output. */
export function epsilonTex(loss: Loss, output: Activation): string {
  if (loss !== 'mse' || output === 'linear') return '\\varepsilon_k = \\hat y_k - y_k';
  if (output === 'softmax')
    return '\\varepsilon_k = \\hat y_k \\bigl[(\\hat y_k - y_k) - \\sum_j (\\hat y_j - y_j)\\, \\hat y_j\\bigr]';
  return "\\varepsilon_k = (\\hat y_k - y_k)\\, \\sigma'(e_k)";
}
