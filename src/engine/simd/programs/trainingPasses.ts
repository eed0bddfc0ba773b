import type { FunctionCode } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import type { ModuleCode } from '../../../wasm/moduleCode';
import type { Layout } from '../../engine';
import type { NetworkSpec } from '../../network';
import { PANEL, rowLength, type Addresses } from '../addresses';
import { writeOutputError } from '../kernels/outputs';
import { writeWeightGradient, type WeightGradientShape } from '../kernels/weightGradient';
import {
  backwardKernel,
  forwardKernel,
  parameterAddresses,
  readsExcitations,
  type BlockShape,
} from './layers';

/** A network at its place in memory, with blocks of so many tokens. A block holds inputs, then targets, [row][token]. */
export interface TrainingPlan {
  readonly layout: Layout;
  readonly network: NetworkSpec;
  readonly lanes: number;
  /** tokens of a block at most; what else fills it up counts for nothing */
  readonly tokens: number;
  /** vectors of four tokens that are computed: all of a row, unless the last batch needs fewer */
  readonly vectors: number;
  readonly addresses: Addresses;
}

export function blockBytes({
  network,
  layout,
  lanes,
}: Pick<TrainingPlan, 'network' | 'layout' | 'lanes'>): number {
  return (network.inputs + layout.layers[layout.layers.length - 1].units) * rowLength(lanes) * 4;
}

/** Forward through all layers; everything that backward needs is kept. */
export function writeForward(module: ModuleCode, f: FunctionCode, plan: TrainingPlan, block: i32.Int): void {
  const { layout, network, addresses } = plan;
  network.layers.forEach(({ activation, residual }, l) => {
    const { inputs, units } = layout.layers[l];
    const keepsExcitations = readsExcitations(activation);
    const kernel = forwardKernel(module, {
      ...{ inputs, units, activation, residual, keepsExcitations },
      ...blockShape(plan),
    });
    const { excitations, responses, sums } = addresses.training[l];
    const parameters = parameterAddresses(layout.layers[l], i32.constant(addresses.vectors.parameters));
    const places = [excitations, responses, sums].map(i32.constant);
    f.call(kernel, inputOf(plan, l, block), ...parameters, ...places);
  });
}

/** Where the gradients go: to the vector that begins at an address, or at once into the parameters. */
export interface GradientTarget {
  readonly at: i32.Int;
  readonly into: WeightGradientShape['into'];
}

/** Error at the output, then back layer by layer. `mask` tells tokens from what fills up the block. */
export function writeBackward(
  module: ModuleCode,
  f: FunctionCode,
  plan: TrainingPlan,
  block: i32.Int,
  mask: i32.Int,
  target: GradientTarget,
): void {
  writeError(f, plan, block, mask);
  const { layout, addresses } = plan;
  const { vectors, stride } = blockShape(plan);
  for (let l = layout.layers.length - 1; l >= 0; l--) {
    // Before the gradient may change the weights.
    if (l > 0) callBackward(module, f, plan, l);
    const { units, inputs } = layout.layers[l];
    const { tokens } = plan;
    const shape = {
      units,
      inputs,
      vectors,
      tokens,
      deltaStride: stride,
      inputStride: stride,
      into: target.into,
    };
    const kernel = module.kernel(`gradient ${JSON.stringify(shape)}`, 4, (g) => {
      const [delta, input, weights, biases] = g.parameters;
      const panel = g.let(i32.constant(PANEL));
      writeWeightGradient(g, shape, { delta, input, weights, biases, panel });
    });
    const places = parameterAddresses(layout.layers[l], target.at);
    f.call(kernel, i32.constant(addresses.training[l].deltas), inputOf(plan, l, block), ...places);
  }
}

function writeError(f: FunctionCode, plan: TrainingPlan, block: i32.Int, mask: i32.Int): void {
  const { network, addresses } = plan;
  const shape = blockShape(plan);
  const { excitations, responses, deltas } = addresses.training[addresses.training.length - 1];
  f.scope(() =>
    writeOutputError(
      f,
      { network, ...shape },
      {
        e: f.let(i32.constant(excitations)),
        h: f.let(i32.constant(responses)),
        y: f.let(i32.offset(block, network.inputs * shape.stride)),
        mask: f.let(mask),
        delta: f.let(i32.constant(deltas)),
      },
    ),
  );
}

function callBackward(module: ModuleCode, f: FunctionCode, plan: TrainingPlan, l: number): void {
  const { layout, network, addresses } = plan;
  const { inputs, units, weights } = layout.layers[l];
  const [{ residual }, { activation, residual: senderResidual }] = [network.layers[l], network.layers[l - 1]];
  const sender = { activation, residual: senderResidual };
  const kernel = backwardKernel(module, { inputs, units, residual, sender, ...blockShape(plan) });
  const { deltas, kept } = addresses.training[l];
  const before = addresses.training[l - 1];
  const from = readsExcitations(activation) ? before.excitations : before.responses;
  const parameters = addresses.vectors.parameters + 4 * weights;
  f.call(kernel, ...[deltas, parameters, before.deltas, from, kept, before.kept].map(i32.constant));
}

function blockShape({ lanes, vectors }: TrainingPlan): BlockShape {
  return { vectors, stride: 4 * rowLength(lanes) };
}

function inputOf({ network, addresses }: TrainingPlan, l: number, block: i32.Int): i32.Int {
  if (l === 0) return block;
  const { responses, sums } = addresses.training[l - 1];
  return i32.constant(network.layers[l - 1].residual ? sums : responses);
}
