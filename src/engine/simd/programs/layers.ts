import type { FunctionCode } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import type { ModuleCode } from '../../../wasm/moduleCode';
import type { Activation } from '../../../experiment/names';
import type { ElementwiseCode } from '../../activations/activation';
import { ACTIVATIONS } from '../../activations/activations';
import type { LayerLayout } from '../../engine';
import type { LayerSpec } from '../../network';
import {
  AS_THEY_ARE,
  backwardFinish,
  forwardFinish,
  writeDenseProduct,
  type ProductShape,
} from '../kernels/denseProduct';
import { writeAddRows, writeBackwardPass, writeForwardPass } from '../kernels/passes';

/** A layer's kernels, one for all layers of the same shape: addresses are parameters. */

/** The shape of what passes through a layer. */
export interface BlockShape {
  /** vectors of four tokens */
  readonly vectors: number;
  /** bytes from row to row */
  readonly stride: number;
}

export interface ForwardShape extends BlockShape {
  readonly inputs: number;
  readonly units: number;
  readonly activation: Activation;
  readonly residual: boolean;
  /** Whether excitations stay where they are, or the activation is computed in their place. */
  readonly keepsExcitations: boolean;
}

/**
 * h = σ(W x + b), in a residual layer σ(W x + b) + x. Parameters: input, weights, biases, excitations, responses, sums; the
 * excitations are ignored where they are not kept, the sums in a layer without residual.
 */
export function forwardKernel(module: ModuleCode, shape: ForwardShape): FunctionCode {
  return module.kernel(`forward ${JSON.stringify(shape)}`, 6, (f) => writeForwardLayer(f, shape));
}

function writeForwardLayer(f: FunctionCode, shape: ForwardShape): void {
  const { inputs, units, activation, residual, keepsExcitations, vectors, stride } = shape;
  const [input, weights, biases, excitations, responses, sums] = f.parameters;
  const code = ACTIVATIONS[activation].simd;
  const isFused =
    !keepsExcitations && activation !== 'softmax' && code.kind === 'elementwise' && code.light.forward;
  const product: ProductShape = {
    ...{ rows: units, depth: inputs, vectors, inStride: stride, outStride: stride },
    ...{ rowStep: 4 * inputs, depthStep: 4, keep: false },
    start: 'bias',
    finish: isFused ? forwardFinish(f, activation) : AS_THEY_ARE,
  };
  const output = f.let(keepsExcitations ? excitations : responses);
  writeDenseProduct(f, product, { input, output, weights, start: biases, from: output, kept: output });
  const rows = { rows: units, vectors, stride };
  if (!isFused) {
    const h = f.let(responses);
    writeForwardPass(f, activation, rows, keepsExcitations ? excitations : h, h);
  }
  if (residual) writeAddRows(f, rows, responses, input, sums);
}

export interface BackwardShape extends BlockShape {
  readonly inputs: number;
  readonly units: number;
  readonly residual: boolean;
  /** the layer before */
  readonly sender: Pick<LayerSpec, 'activation' | 'residual'>;
}

/**
 * δ of the sender = (Wᵀδ, + ∂L/∂h in a residual layer) · σ′. Parameters: deltas, weights, the sender's deltas, what its
 * derivative is computed from, ∂L/∂h of the layer, ∂L/∂h of the sender; the last two only for residual layers.
 */
export function backwardKernel(module: ModuleCode, shape: BackwardShape): FunctionCode {
  return module.kernel(`backward ${JSON.stringify(shape)}`, 6, (f) => writeBackwardLayer(f, shape));
}

function writeBackwardLayer(f: FunctionCode, shape: BackwardShape): void {
  const { inputs, units, residual, sender, vectors, stride } = shape;
  const [deltas, weights, senderDeltas, from, handedOn, senderKept] = f.parameters;
  const code = ACTIVATIONS[sender.activation].simd;
  const isFused = sender.activation !== 'softmax' && code.kind === 'elementwise' && code.light.backward;
  const product: ProductShape = {
    ...{ rows: inputs, depth: units, vectors, inStride: stride, outStride: stride },
    ...{ rowStep: 4, depthStep: 4 * inputs, keep: sender.residual },
    start: residual ? 'rows' : 'zero',
    finish: isFused ? backwardFinish(f, sender.activation) : AS_THEY_ARE,
  };
  const output = f.let(senderDeltas);
  writeDenseProduct(f, product, {
    ...{ input: deltas, output, weights, start: handedOn, from: isFused ? from : output, kept: senderKept },
  });
  const rows = { rows: inputs, vectors, stride };
  if (!isFused) writeBackwardPass(f, sender.activation, rows, senderDeltas, from);
}

/** Whether the derivative needs the excitations that the responses were computed from. */
export function readsExcitations(activation: Activation): boolean {
  const code: ElementwiseCode | { readonly kind: 'joint' } = ACTIVATIONS[activation].simd;
  return code.kind === 'elementwise' && code.derivativeOf === 'excitation';
}

/** Addresses of a layer's weights and biases, from that of the parameters on. */
export function parameterAddresses({ weights, bias }: LayerLayout, parameters: i32.Int): [i32.Int, i32.Int] {
  return [i32.offset(parameters, 4 * weights), i32.offset(parameters, 4 * bias)];
}
