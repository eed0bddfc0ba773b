import type { ActivationPasses } from '../activations/activation';
import { ACTIVATIONS } from '../activations/activations';
import type { Layout } from '../engine';
import { createLoss } from '../losses/losses';
import type { LossPasses } from '../losses/loss';
import type { NetworkSpec } from '../network';
import { createReals, type Precision, type Reals } from '../reals';
import { denseBackward } from './denseBackward';
import { denseForward } from './denseForward';
import { weightGradient } from './weightGradient';

/** One layer's formulas and buffers, each [unit][token]. */
interface LayerPass {
  activation: ActivationPasses;
  residual: boolean;
  readonly excitations: Reals;
  readonly responses: Reals;
  /** h = σ(e) + x; empty where the widths forbid a residual connection */
  readonly sums: Reals;
  /** the derivative of the loss by h, then in its place by e: δ, for the output ε */
  readonly deltas: Reals;
}

/** Tokens a block holds: enough to fill the loops, few enough for a layer of 64 units to stay in the nearest caches. */
export const BLOCK = 128;

/**
 * Forward and backward over one block of tokens, as the formulas read. The buffers are allocated once, for `capacity`
 * tokens.
 *
 * A block is unit-major with its rows packed: [row][token], `tokens` values a row. Whoever calls fills `inputs` (and
 * `targets`), then calls with the number of tokens filled in.
 */
export class PlainPasses {
  /** [feature][token] */
  readonly inputs: Reals;
  /** [output][token] */
  readonly targets: Reals;
  /** Per layer σ(e) [unit][token], before any residual is added. */
  readonly responses: readonly Reals[];
  /** Per layer h [unit][token], the residual added where there is one. Written by `forward`. */
  readonly activations: Reals[];
  private readonly layers: readonly LayerPass[];
  private lossPasses: LossPasses;

  constructor(
    private readonly layout: Layout,
    network: NetworkSpec,
    precision: Precision,
    readonly capacity: number,
  ) {
    const rows = (count: number) => createReals(precision, count * capacity);
    this.layers = layout.layers.map(({ inputs, units }) => ({
      activation: ACTIVATIONS.linear,
      residual: false,
      excitations: rows(units),
      responses: rows(units),
      sums: rows(inputs === units ? units : 0),
      deltas: rows(units),
    }));
    this.inputs = rows(network.inputs);
    this.targets = rows(layout.layers[layout.layers.length - 1].units);
    this.responses = this.layers.map((layer) => layer.responses);
    this.activations = [...this.responses];
    this.lossPasses = this.setNetwork(network);
  }

  /** Other formulas for the same layout. */
  setNetwork(network: NetworkSpec): LossPasses {
    for (const [l, layer] of this.layers.entries()) {
      const { activation, residual } = network.layers[l];
      layer.activation = ACTIVATIONS[activation];
      layer.residual = residual;
      this.activations[l] = residual ? layer.sums : layer.responses;
    }
    this.lossPasses = createLoss(network.loss, network.layers[network.layers.length - 1].activation);
    return this.lossPasses;
  }

  forward(parameters: Reals, tokens: number): void {
    let x = this.inputs;
    for (let l = 0; l < this.layers.length; l++) {
      const layer = this.layers[l];
      const { units } = this.layout.layers[l];
      denseForward(layer.excitations, x, parameters, this.layout.layers[l], tokens);
      layer.activation.forward(layer.responses, layer.excitations, units, tokens);
      if (layer.residual) addRows(layer.sums, layer.responses, x, units * tokens);
      x = this.activations[l];
    }
  }

  /** Sum over the tokens of the loss after `forward`. */
  loss(tokens: number): number {
    const { excitations, responses } = this.layers[this.layers.length - 1];
    return this.lossPasses.value(excitations, responses, this.targets, this.outputs, tokens);
  }

  /** Adds to `gradient` the tokens' gradients, summed, after `forward`. */
  backward(gradient: Reals, parameters: Reals, tokens: number): void {
    const last = this.layers.length - 1;
    const { deltas, excitations, responses } = this.layers[last];
    this.lossPasses.error(deltas, excitations, responses, this.targets, this.outputs, tokens);
    for (let l = last; l >= 0; l--) {
      const layer = this.layers[l];
      const { units } = this.layout.layers[l];
      if (l > 0) this.beginSender(l, tokens);
      if (l < last)
        layer.activation.backward(layer.deltas, layer.excitations, layer.responses, units, tokens);
      const x = l > 0 ? this.activations[l - 1] : this.inputs;
      weightGradient(gradient, layer.deltas, x, this.layout.layers[l], tokens);
      if (l > 0)
        denseBackward(this.layers[l - 1].deltas, layer.deltas, parameters, this.layout.layers[l], tokens);
    }
  }

  /** What layer l − 1 gets besides Wᵀδ: through a residual connection the derivative by h itself, else nothing. */
  private beginSender(l: number, tokens: number): void {
    const sender = this.layers[l - 1].deltas;
    const count = this.layout.layers[l].inputs * tokens;
    if (this.layers[l].residual) copyRows(sender, this.layers[l].deltas, count);
    else sender.fill(0, 0, count);
  }

  private get outputs(): number {
    return this.layout.layers[this.layout.layers.length - 1].units;
  }
}

function addRows(sum: Reals, a: Reals, b: Reals, count: number): void {
  for (let i = 0; i < count; i++) sum[i] = a[i] + b[i];
}

function copyRows(to: Reals, from: Reals, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[i];
}
