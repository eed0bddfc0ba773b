import type { Activation, Feature } from '../../experiment/names';
import { ACTIVATION_TEX, featureTex, unitTex } from '../network/formula';

/** The unit lens' formulas in TeX: the bias is the weight of an input x₀ that is always 1. */

export interface LensUnit {
  /** 0 = first hidden layer */
  readonly layer: number;
  readonly unit: number;
  readonly hiddenLayers: number;
  readonly sizes: readonly number[];
  readonly features: readonly Feature[];
  readonly activation: Activation;
  /** the layer's input is added to its activation */
  readonly residual: boolean;
}

/** Beyond this many inputs the sum is written with Σ. */
export const WRITTEN_INPUTS = 4;

export const signClass = (term: number): string => `unit-sign-${term}`;
export const valueClass = (term: number): string => `unit-value-${term}`;

/** e₂⁽¹⁾ */
export function excitationTex({ layer, unit, sizes }: LensUnit): string {
  const index = (sizes[layer + 1] ?? 1) > 1 || layer === 0 ? `_{${unit + 1}}` : '';
  return `e${index}^{(${layer + 1})}`;
}

/** h₂⁽¹⁾, h₂ with one hidden layer, ŷ */
export function activationTex({ layer, unit, hiddenLayers, sizes }: LensUnit): string {
  return unitTex(layer, unit, hiddenLayers, sizes[layer + 1] ?? 1);
}

function inputTex({ layer, hiddenLayers, features, sizes }: LensUnit, j: number): string {
  const feature = features[j];
  if (layer > 0) return unitTex(layer - 1, j, hiddenLayers, sizes[layer] ?? 1);
  return feature === undefined ? '' : featureTex(feature);
}

/** e = w₁₀x₀ + w₁₁x₁ + …, x₀ = 1: the numbers stand in places that `signClass` and `valueClass` find; term 0 is the bias. */
export function excitationFormula(unit: LensUnit): string {
  const inputs = unit.sizes[unit.layer] ?? 0;
  const term = (i: number, symbol: string) => {
    const sign = `\\htmlClass{${signClass(i)}}{${i === 0 ? '' : '+'}}`;
    return `${i === 0 ? sign : `\\mathbin{${sign}}`}\\htmlClass{${valueClass(i)}}{0.00}\\,${symbol}`;
  };
  const clamped = ',\\quad x_0 = 1';
  if (inputs > WRITTEN_INPUTS) {
    const k = unit.unit + 1;
    const sender = unit.layer === 0 ? 'x_j' : unit.hiddenLayers === 1 ? 'h_j' : `h_j^{(${unit.layer})}`;
    return `${excitationTex(unit)} = ${term(0, 'x_0')} + \\sum_{j=1}^{${inputs}} w_{${k}j}^{(${unit.layer + 1})}${sender}${clamped}`;
  }
  const terms = Array.from({ length: inputs }, (_, j) => term(j + 1, inputTex(unit, j)));
  return `${excitationTex(unit)} = ${term(0, 'x_0')} ${terms.join(' ')}${clamped}`;
}

/** The lens has room for the word. */
const FUNCTIONS = { ...ACTIVATION_TEX, sigmoid: '\\operatorname{sigmoid}' };

/** h = σ(e), and what a residual layer adds */
export function activationFormula(unit: LensUnit): string {
  const name = FUNCTIONS[unit.activation];
  const applied = name === '' ? excitationTex(unit) : `${name}\\,${excitationTex(unit)}`;
  const added = unit.residual ? ` + ${inputTex(unit, unit.unit)}` : '';
  return `${activationTex(unit)} = ${applied}${added}`;
}

/** w₁₂⁽²⁾h₂, or the bias with the contributions of units 1 … k */
export function contributionFormula(unit: LensUnit, receiver: number, running: boolean): string {
  const layer = `^{(${unit.layer + 2})}`;
  const row = receiver + 1;
  if (!running) return `w_{${row}${unit.unit + 1}}${layer}\\,${activationTex(unit)}`;
  return `b_{${row}}${layer} + \\sum_{j=1}^{${unit.unit + 1}} w_{${row}j}${layer}${unit.hiddenLayers === 1 ? 'h_j' : `h_j^{(${unit.layer + 1})}`}`;
}
