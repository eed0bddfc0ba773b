import type { Feature, HiddenActivation, OutputActivation } from '../../experiment/names';

/** Formulas in TeX, for KaTeX to set. Numbers that change are marked by classes and written in place. */

export interface FormulaUnit {
  /** 0 = first hidden layer */
  readonly layer: number;
  readonly unit: number;
  readonly hiddenLayers: number;
  /** units of the unit's own layer */
  readonly units: number;
  readonly activation: HiddenActivation | OutputActivation;
  readonly features: readonly Feature[];
  /** units of the layer before */
  readonly inputs: number;
  /** the layer's input is added to its output */
  readonly residual: boolean;
}

/** σ by its name; nothing for linear, whose formula is its argument. */
export const ACTIVATION_TEX: Readonly<Record<HiddenActivation | OutputActivation, string>> = {
  linear: '',
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\operatorname{ReLU}',
  'leaky-relu': '\\operatorname{leakyReLU}',
  elu: '\\operatorname{ELU}',
  softplus: '\\operatorname{softplus}',
  sin: '\\sin',
  gelu: '\\operatorname{GELU}',
  swish: '\\operatorname{swish}',
  step: '\\operatorname{step}',
  sign: '\\operatorname{sign}',
  softmax: '\\operatorname{softmax}',
};

/** x1*x2 → x_1x_2 */
export function featureTex(feature: Feature): string {
  return feature
    .replace('*', '')
    .replace(/sin\((x\d+)\)/, '\\sin $1')
    .replace(/x(\d+)/g, 'x_{$1}')
    .replace(/\^(\d)/, '^$1');
}

/** h₃⁽¹⁾, h₃ where there is only one hidden layer, ŷ or ŷ₂ */
export function unitTex(layer: number, unit: number, hiddenLayers: number, units: number): string {
  if (layer === hiddenLayers) return units === 1 ? '\\hat y' : `\\hat y_{${unit + 1}}`;
  return hiddenLayers === 1 ? `h_{${unit + 1}}` : `h_{${unit + 1}}^{(${layer + 1})}`;
}

function sendingTex({ layer, hiddenLayers, features, inputs }: FormulaUnit, i: number | 'i'): string {
  if (i === 'i') {
    const base = layer === 0 ? 'x_i' : 'h_i';
    return layer === 0 || hiddenLayers === 1 ? base : `${base}^{(${layer})}`;
  }
  const feature = features[i];
  if (layer === 0) return feature === undefined ? '' : featureTex(feature);
  return unitTex(layer - 1, i, hiddenLayers, inputs);
}

function apply(unit: FormulaUnit, sum: string): string {
  const added = unit.residual ? ` + ${sendingTex(unit, unit.unit)}` : '';
  if (unit.activation === 'linear') return sum + added;
  return `${ACTIVATION_TEX[unit.activation]}\\bigl(${sum}\\bigr)${added}`;
}

/** h = σ(Σ w x + b) in names. */
export function symbolFormula(unit: FormulaUnit): string {
  const name = unitTex(unit.layer, unit.unit, unit.hiddenLayers, unit.units);
  if (unit.activation === 'softmax') {
    return `${name} = \\frac{\\exp e_{${unit.unit + 1}}}{\\sum_k \\exp e_k},\\; e_k = \\sum_i w_{ki}\\,${sendingTex(unit, 'i')} + b_k`;
  }
  const k = unit.units === 1 ? '' : String(unit.unit + 1);
  const weight = k === '' ? 'w_i' : `w_{${k}i}`;
  const bias = k === '' ? 'b' : `b_{${k}}`;
  const sum = `\\sum_i ${weight}\\,${sendingTex(unit, 'i')} + ${bias}`;
  return `${name} = ${apply(unit, sum)}`;
}

/** Classes under which the numbers of `numberFormula` are found. */
export const signClass = (i: number | 'bias'): string => `formula-sign-${i}`;
export const valueClass = (i: number | 'bias'): string => `formula-value-${i}`;

/** Beyond this many inputs the formula would no longer be one line or two. */
export const FORMULA_INPUTS = 3;

/** The same with a place for each number: the terms in the order of the inputs, then the bias. */
export function numberFormula(unit: FormulaUnit): string {
  const terms = Array.from({ length: unit.inputs }, (_, i) => {
    const sign = `\\htmlClass{${signClass(i)}}{+}`;
    const value = `\\htmlClass{${valueClass(i)}}{0.00}\\,${sendingTex(unit, i)}`;
    return i === 0 ? `{${sign}}${value}` : `\\mathbin{${sign}}${value}`;
  });
  const bias = `\\mathbin{\\htmlClass{${signClass('bias')}}{+}}\\htmlClass{${valueClass('bias')}}{0.00}`;
  const sum = terms.join(' ') + bias;
  return unit.activation === 'softmax' ? `e_{${unit.unit + 1}} = ${sum}` : `= ${apply(unit, sum)}`;
}
