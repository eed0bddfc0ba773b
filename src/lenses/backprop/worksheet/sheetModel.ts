import { ELEMENTWISE_ACTIVATIONS } from '../../../engine/activations/activations';
import { createLayout } from '../../../engine/layout';
import { networkSpec, type NetworkSpec } from '../../../engine/network';
import { traceToken } from '../../../engine/trace/trace';
import type { Experiment, LayerParameters } from '../../../experiment/experiment';
import type { Activation } from '../../../experiment/names';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import { paperNumber, printedValue } from '../../../figures/worksheet/paper';
import { keyOf, sent, type Quantity } from '../../../figures/worksheet/quantities';
import { rulesOf, type PaperUpdate, type Pointwise } from '../../../figures/worksheet/rules';
import type { Term } from '../../../figures/worksheet/terms';
import type { Token } from '../values';

/** The network, the token and every number of its pass, as the sheet prints them. */
export interface SheetModel {
  /** the same for the same sheet */
  readonly key: string;
  readonly network: NetworkSpec;
  readonly features: Experiment['features'];
  /** units per layer, [features, hidden …, outputs] */
  readonly sizes: readonly number[];
  /** flat, as printed */
  readonly parameters: readonly number[];
  /** null where the optimizer's step is none for paper */
  readonly update: PaperUpdate | null;
  readonly truth: (quantity: Quantity) => number;
  readonly rulesOf: (quantity: Quantity) => readonly Term[];
}

/** @param parameters flat, as printed: see `paperParameters` */
export function createSheetModel(
  experiment: Experiment,
  parameters: readonly number[],
  token: Token,
): SheetModel {
  const network = networkSpec(experiment);
  const sizes = layerSizes(experiment);
  const input = Array.from(token.input, paperNumber);
  const target = Array.from(token.target, paperNumber);
  const trace = traceToken(network, createLayout(network), parameters, input, target);
  const update = paperUpdate(experiment);

  function truth(quantity: Quantity): number {
    switch (quantity.kind) {
      case 'L':
        return trace.loss;
      case 'eta':
        return update?.learningRate ?? NaN;
      case 'lambda':
        return update?.rate ?? NaN;
      case 'x':
        return input[quantity.unit] ?? NaN;
      case 'y':
        return target[quantity.unit] ?? NaN;
      case 'w':
        return parameters[parameterIndex(sizes, quantity)] ?? NaN;
      case 'e':
        return trace.layers[quantity.layer]?.e[quantity.unit] ?? NaN;
      case 'h':
        return trace.layers[quantity.layer]?.h[quantity.unit] ?? NaN;
      case 'd':
        return trace.layers[quantity.layer]?.error[quantity.unit] ?? NaN;
      case 'g': {
        const { layer, unit, from } = quantity;
        return truth({ kind: 'd', layer, unit }) * (from === 'bias' ? 1 : truth(sent(layer, from)));
      }
      case 'n': {
        const w = truth({ ...quantity, kind: 'w' });
        const penalty = quantity.from === 'bias' ? 0 : penaltyGradient(update, w);
        return w - truth({ kind: 'eta' }) * (truth({ ...quantity, kind: 'g' }) + penalty);
      }
    }
  }
  const rules = new Map<string, readonly Term[]>();
  return {
    key: JSON.stringify([network, parameters, input, target, update]),
    ...{ network, sizes, parameters, update, truth },
    features: experiment.features,
    rulesOf(quantity) {
      const key = keyOf(quantity);
      const known = rules.get(key) ?? rulesOf(network, POINTWISE, update?.penalty ?? 'none', quantity);
      rules.set(key, known);
      return known;
    },
  };
}

/** Plain gradient descent is a step for paper; moments of the past, and a penalty that stops at 0, are not. */
function paperUpdate({ training, frozen = [] }: Experiment): PaperUpdate | null {
  const { optimizer, regularization } = training;
  const { kind, rate } = regularization;
  if (optimizer.kind !== 'sgd' || regularization.clip === true || frozen.length > 0) return null;
  const penalty = rate === 0 ? 'none' : kind;
  return { penalty, learningRate: printedValue(optimizer.learningRate), rate: printedValue(rate) };
}

function penaltyGradient(update: PaperUpdate | null, w: number): number {
  if (update === null || update.penalty === 'none') return 0;
  return update.rate * (update.penalty === 'l2' ? w : Math.sign(w));
}

const elementwise = (activation: Activation) =>
  // Softmax has rules of its own.
  ELEMENTWISE_ACTIVATIONS[activation === 'softmax' ? 'linear' : activation];

const POINTWISE: Pointwise = {
  value: (activation, e) => elementwise(activation).value(e),
  derivative: (activation, e) => elementwise(activation).derivative(e),
};

/** Parameters given layer by layer, flat and as a sheet prints them. */
export function flatParameters(layers: readonly LayerParameters[]): readonly number[] {
  return layers.flatMap(({ weights, bias }) => [...weights.flat(), ...bias].map(paperNumber));
}

export function paperParameters(parameters: ArrayLike<number>): readonly number[] {
  return Array.from(parameters, paperNumber);
}

/** Flat parameters layer by layer, as an experiment holds them. */
export function layeredParameters(
  sizes: readonly number[],
  flat: readonly number[],
): readonly LayerParameters[] {
  const at = (layer: number, unit: number, from: number | 'bias'): number =>
    flat[parameterIndex(sizes, { layer, unit, from })] ?? 0;
  return sizes.slice(1).map((units, layer) => ({
    weights: Array.from({ length: units }, (_, unit) =>
      Array.from({ length: sizes[layer] ?? 0 }, (_, from) => at(layer, unit, from)),
    ),
    bias: Array.from({ length: units }, (_, unit) => at(layer, unit, 'bias')),
  }));
}
