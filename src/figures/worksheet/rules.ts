import type { LayerSpec, NetworkSpec } from '../../engine/network';
import type { ParameterRef } from '../../experiment/experiment';
import type { Activation, RegularizationKind } from '../../experiment/names';
import { inputsOf, sent, type Quantity } from './quantities';
import { difference, number, product, quantity, sum, type Term } from './terms';

/** An activation of one unit and its derivative, at an excitation. */
export interface Pointwise {
  value(activation: Activation, e: number): number;
  derivative(activation: Activation, e: number): number;
}

/** How the weights change: w ← w − η ∂L/∂w, the penalty's gradient added to that of a weight. */
export interface PaperUpdate {
  readonly penalty: RegularizationKind;
  /** η, as printed */
  readonly learningRate: number;
  /** λ, as printed */
  readonly rate: number;
}

/**
 * The formulas by which a quantity of the sheet follows from those before it: M. Hasegawa-Johnson, ECE 417, Lecture 7
 * (2020), "Back-Propagation", with n = 1. The first is the one that is shown; a further one takes σ′ from the excitation
 * where the first takes it from the activation. None for what the sheet gives.
 */
export function rulesOf(
  network: NetworkSpec,
  pointwise: Pointwise,
  penalty: RegularizationKind,
  of: Quantity,
): readonly Term[] {
  switch (of.kind) {
    case 'x':
    case 'y':
    case 'w':
    case 'eta':
    case 'lambda':
      return [];
    case 'L':
      return [lossRule(network)];
    case 'e':
      return [excitationRule(network, of.layer, of.unit)];
    case 'h':
      return [activationRule(network, pointwise, of.layer, of.unit)];
    case 'd':
      return errorRules(network, pointwise, of.layer, of.unit);
    case 'g': {
      const error = quantity({ kind: 'd', layer: of.layer, unit: of.unit });
      return [of.from === 'bias' ? error : product(error, quantity(sent(of.layer, of.from)))];
    }
    case 'n':
      return [updateRule(of, penalty)];
  }
}

/** w − η (∂L/∂w + λ w), with L1 + λ sign w; no penalty on biases */
function updateRule({ layer, unit, from }: ParameterRef, penalty: RegularizationKind): Term {
  const w = quantity({ kind: 'w', layer, unit, from });
  const own = quantity({ kind: 'g', layer, unit, from });
  const signed: Term =
    penalty === 'l1'
      ? { kind: 'function', of: w, value: Math.sign, tex: (w) => `\\operatorname{sign}(${w})` }
      : w;
  const isFree = penalty === 'none' || from === 'bias';
  const gradient = isFree ? own : sum([own, product(quantity({ kind: 'lambda' }), signed)]);
  return difference(w, product(quantity({ kind: 'eta' }), gradient));
}

/** e = Σ w x + b */
function excitationRule(network: NetworkSpec, layer: number, unit: number): Term {
  const terms = Array.from({ length: inputsOf(network, layer) }, (_, from) =>
    product(quantity({ kind: 'w', layer, unit, from }), quantity(sent(layer, from))),
  );
  return sum([...terms, quantity({ kind: 'w', layer, unit, from: 'bias' })]);
}

/** h = σ(e), with a residual connection σ(e) + x */
function activationRule(network: NetworkSpec, pointwise: Pointwise, layer: number, unit: number): Term {
  const { activation = 'linear', residual = false, units = 0 } = network.layers[layer] ?? {};
  const e = quantity({ kind: 'e', layer, unit });
  if (activation === 'softmax') {
    const all = Array.from({ length: units }, (_, k) => exponential(quantity({ kind: 'e', layer, unit: k })));
    return { kind: 'quotient', over: exponential(e), under: sum(all) };
  }
  const response = respond(pointwise, activation, e);
  return residual ? sum([response, quantity(sent(layer, unit))]) : response;
}

function exponential(of: Term): Term {
  return { kind: 'function', of, value: Math.exp, tex: (argument) => `\\exp(${argument})` };
}

function respond(pointwise: Pointwise, activation: Activation, of: Term): Term {
  if (activation === 'linear') return of;
  const value = (e: number): number => pointwise.value(activation, e);
  return { kind: 'function', of, value, tex: RESPONSES[activation] };
}

const RESPONSES: Readonly<Record<Activation, (argument: string) => string>> = {
  linear: (e) => e,
  sigmoid: (e) => `\\frac{1}{1+\\exp(${e.startsWith('-') ? `-(${e})` : `-${e}`})}`,
  tanh: (e) => `\\tanh(${e})`,
  relu: (e) => `\\max(0, ${e})`,
  'leaky-relu': (e) => `\\max(0.01\\cdot ${e.startsWith('-') ? `(${e})` : e}, ${e})`,
  elu: (e) => `\\operatorname{ELU}(${e})`,
  softplus: (e) => `\\ln(1+\\exp(${e}))`,
  sin: (e) => `\\sin(${e})`,
  gelu: (e) => `\\operatorname{GELU}(${e})`,
  swish: (e) => `\\operatorname{swish}(${e})`,
  step: (e) => `1_{${e} > 0}`,
  sign: (e) => `\\operatorname{sign}(${e})`,
  softmax: (e) => `\\operatorname{softmax}(${e})`,
};

/** σ′(e): from h where the lecture does so, and from e. */
function slopes(pointwise: Pointwise, spec: LayerSpec, layer: number, unit: number): readonly Term[] {
  const { activation, residual } = spec;
  const h = quantity({ kind: 'h', layer, unit });
  const fromExcitation: Term = {
    kind: 'function',
    of: quantity({ kind: 'e', layer, unit }),
    value: (e) => pointwise.derivative(activation, e),
    tex: (e) => (activation === 'relu' ? `1_{${e} > 0}` : `\\sigma'(${e})`),
  };
  // With a residual connection h is not σ(e).
  if (residual) return [fromExcitation];
  if (activation === 'sigmoid') return [product(h, difference(number(1), h)), fromExcitation];
  if (activation === 'tanh') return [difference(number(1), { kind: 'square', of: h }), fromExcitation];
  return [fromExcitation];
}

/** ŷ − y of one output */
function residue(network: NetworkSpec, unit: number): Term {
  const layer = network.layers.length - 1;
  return difference(quantity({ kind: 'h', layer, unit }), quantity({ kind: 'y', unit }));
}

function lossRule(network: NetworkSpec): Term {
  const layer = network.layers.length - 1;
  const { units = 0, activation } = network.layers[layer] ?? {};
  const over = (term: (unit: number) => Term): Term => sum(Array.from({ length: units }, (_, k) => term(k)));
  switch (network.loss) {
    case 'mse':
      return product(
        number(0.5, '\\tfrac12'),
        over((k) => ({ kind: 'square', of: residue(network, k) })),
      );
    case 'perceptron':
      return over((k) => product(residue(network, k), quantity({ kind: 'e', layer, unit: k })));
    case 'cross-entropy': {
      const output = (k: number): Term => quantity({ kind: 'h', layer, unit: k });
      const target = (k: number): Term => quantity({ kind: 'y', unit: k });
      const likelihood = (k: number): Term => product(target(k), logarithm(output(k)));
      const complement = (k: number): Term =>
        product(difference(number(1), target(k)), logarithm(difference(number(1), output(k))));
      const of = over(activation === 'softmax' ? likelihood : (k) => sum([likelihood(k), complement(k)]));
      return { kind: 'negative', of };
    }
  }
}

function logarithm(of: Term): Term {
  return { kind: 'function', of, value: Math.log, tex: (argument) => `\\ln(${argument})` };
}

function errorRules(
  network: NetworkSpec,
  pointwise: Pointwise,
  layer: number,
  unit: number,
): readonly Term[] {
  const spec = network.layers[layer];
  if (spec === undefined) return [];
  if (layer === network.layers.length - 1) return outputErrorRules(network, pointwise, spec, unit);
  const arriving = received(network, layer, unit);
  if (spec.activation === 'linear') return [arriving];
  return slopes(pointwise, spec, layer, unit).map((slope) => product(slope, arriving));
}

/** ε = ∂L/∂e. Cross-entropy cancels the slope of its output, and the perceptron criterion holds ŷ. */
function outputErrorRules(
  network: NetworkSpec,
  pointwise: Pointwise,
  spec: LayerSpec,
  unit: number,
): readonly Term[] {
  const layer = network.layers.length - 1;
  const own = residue(network, unit);
  if (network.loss !== 'mse' || spec.activation === 'linear') return [own];
  if (spec.activation !== 'softmax')
    return slopes(pointwise, spec, layer, unit).map((slope) => product(own, slope));
  const h = (k: number): Term => quantity({ kind: 'h', layer, unit: k });
  const mean = sum(Array.from({ length: spec.units }, (_, k) => product(residue(network, k), h(k))));
  return [product(h(unit), difference(own, mean))];
}

/** dL/dh of a hidden unit: Σ w δ over the next layer, and through a residual connection dL/dh of the unit it reaches. */
function received(network: NetworkSpec, layer: number, unit: number): Term {
  const next = network.layers[layer + 1];
  const paths = Array.from({ length: next?.units ?? 0 }, (_, k) =>
    product(
      quantity({ kind: 'w', layer: layer + 1, unit: k, from: unit }),
      quantity({ kind: 'd', layer: layer + 1, unit: k }),
    ),
  );
  return sum(next?.residual === true ? [...paths, received(network, layer + 1, unit)] : paths);
}
