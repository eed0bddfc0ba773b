import type { NetworkSpec } from '../../engine/network';

/** A number on a worksheet. Layers count from 0, the last is the output's; n = 1. */
export type Quantity =
  /** input of the network, target */
  | { readonly kind: 'x' | 'y'; readonly unit: number }
  /** excitation, activation (ŷ in the output layer), error dL/de: δ, or ε in the output layer */
  | { readonly kind: 'e' | 'h' | 'd'; readonly layer: number; readonly unit: number }
  /** weight or bias, its gradient, and what the update makes of it */
  | {
      readonly kind: 'w' | 'g' | 'n';
      readonly layer: number;
      readonly unit: number;
      readonly from: number | 'bias';
    }
  /** loss, learning rate η, rate of the penalty λ */
  | { readonly kind: 'L' | 'eta' | 'lambda' };

/** Tells quantities apart: `d:0:1`. */
export function keyOf(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'L':
    case 'eta':
    case 'lambda':
      return quantity.kind;
    case 'x':
    case 'y':
      return `${quantity.kind}:${quantity.unit}`;
    case 'e':
    case 'h':
    case 'd':
      return `${quantity.kind}:${quantity.layer}:${quantity.unit}`;
    case 'w':
    case 'g':
    case 'n':
      return `${quantity.kind}:${quantity.layer}:${quantity.unit}:${quantity.from}`;
  }
}

/** What unit `from` sends into a layer: an input, or an activation of the layer before. */
export function sent(layer: number, from: number): Quantity {
  return layer === 0 ? { kind: 'x', unit: from } : { kind: 'h', layer: layer - 1, unit: from };
}

/** Units that send into a layer. */
export function inputsOf(network: NetworkSpec, layer: number): number {
  return layer === 0 ? network.inputs : (network.layers[layer - 1]?.units ?? 0);
}

export function isOutput(network: NetworkSpec, layer: number): boolean {
  return layer === network.layers.length - 1;
}

/** In words, as a field of the sheet is called: "δ of layer 1, unit 2". */
export function quantityName(network: NetworkSpec, features: readonly string[], quantity: Quantity): string {
  const unitName = (layer: number, unit: number): string =>
    isOutput(network, layer) ? `output ${unit + 1}` : `layer ${layer + 1}, unit ${unit + 1}`;
  switch (quantity.kind) {
    case 'L':
      return 'loss L';
    case 'eta':
      return 'learning rate η';
    case 'lambda':
      return 'rate λ of the penalty';
    case 'x':
      return `input ${features[quantity.unit] ?? quantity.unit + 1}`;
    case 'y':
      return `target ${quantity.unit + 1}`;
    case 'e':
    case 'h':
    case 'd': {
      const { kind, layer, unit } = quantity;
      const letter = LETTERS[isOutput(network, layer) ? 'output' : 'hidden'][kind];
      return `${letter} of ${unitName(layer, unit)}`;
    }
    case 'w':
    case 'g':
    case 'n': {
      const { kind, layer, unit, from } = quantity;
      const of = kind === 'g' ? 'gradient of the ' : kind === 'n' ? 'new ' : '';
      if (from === 'bias') return `${of}bias of ${unitName(layer, unit)}`;
      const sender = layer === 0 ? `input ${features[from] ?? from + 1}` : unitName(layer - 1, from);
      return `${of}weight from ${sender} to ${unitName(layer, unit)}`;
    }
  }
}

/** The page's letters for an excitation, an activation and an error. */
export const LETTERS = {
  hidden: { e: 'e', h: 'h', d: 'δ' },
  output: { e: 'e', h: 'ŷ', d: 'ε' },
} as const;
