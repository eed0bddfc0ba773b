import type { Vector } from '../../../wasm/f32x4';
import type { FunctionCode, Pointer } from '../../../wasm/functionCode';
import { AS_THEY_ARE, writeDenseProduct, type Finish } from './denseProduct';
import { VECTOR } from './rows';
import {
  combineFormula,
  writeBiases,
  writeUnits,
  type Combine,
  type Into,
  type TokenSumPointers,
  type TokenSumShape,
} from './tokenSums';
import { writeTransposed } from './transpose';

/**
 * W[unit][input] ⊕ Σ_tokens δ[unit]·x[input] and b[unit] ⊕ Σ_tokens δ[unit], over a block of tokens. ⊕ stores or adds
 * them, or makes a step of gradient descent.
 *
 * Inputs are turned into [token][input], a panel of eight or four at a time, which makes their gradients a dense product
 * over the tokens. What fills no panel, and layers of few units, are dot products with a sum across at the end.
 */
export interface WeightGradientShape extends TokenSumShape {
  /** of the block at most; behind them every δ is 0 */
  readonly tokens: number;
  readonly into: Into;
}

/** Layers of fewer units do not repay the turning. */
const LEAST_UNITS = 4;
/** Vectors of inputs in a panel at most. */
const PANEL_VECTORS = 2;

export interface WeightGradientPointers extends TokenSumPointers {
  /** room for a panel: PANEL_VECTORS for each token */
  readonly panel: Pointer;
}

/** Moves all pointers but the panel's. */
export function writeWeightGradient(
  f: FunctionCode,
  shape: WeightGradientShape,
  pointers: WeightGradientPointers,
): void {
  const combine = combineFormula(f, shape.into);
  const inPanels = shape.units < LEAST_UNITS ? 0 : shape.inputs - (shape.inputs % 4);
  writePanels(f, shape, Math.floor(inPanels / 4 / PANEL_VECTORS), PANEL_VECTORS, pointers, combine);
  writePanels(f, shape, (inPanels / 4) % PANEL_VECTORS, 1, pointers, combine);
  const rest = shape.inputs - inPanels;
  if (rest === 0) return writeBiases(f, shape, pointers, combine);
  const write = (units: number) => {
    writeUnits(f, shape, units, rest, pointers, combine);
    f.advance(pointers.delta, units * shape.deltaStride);
    f.advance(pointers.weights, units * shape.inputs * 4);
    f.advance(pointers.biases, units * 4);
  };
  f.repeat(Math.floor(shape.units / 2), () => write(2));
  if (shape.units % 2 > 0) f.scope(() => write(1));
}

/** So many panels; moves `input` and `weights` along by what is done. */
function writePanels(
  f: FunctionCode,
  { units, inputs, vectors, tokens, inputStride, deltaStride }: WeightGradientShape,
  count: number,
  panelVectors: number,
  { delta, input, weights, panel }: WeightGradientPointers,
  { reads, scale, combine }: Combine,
): void {
  const bytes = panelVectors * VECTOR;
  const formula = (sum: Vector, old: Vector) => combine(old, scale(sum));
  const finish: Finish = reads === 'output' ? { reads, formula } : AS_THEY_ARE;
  f.repeat(count, () => {
    for (let v = 0; v < panelVectors; v++) {
      writeTransposed(f, { vectors, stride: inputStride, toStride: bytes, at: v * VECTOR }, input, panel);
      f.advance(input, 4 * inputStride);
    }
    const output = f.let(weights);
    const deltas = f.let(delta);
    writeDenseProduct(
      f,
      {
        ...{ rows: units, depth: tokens, vectors: panelVectors, inStride: bytes, outStride: 4 * inputs },
        ...{ rowStep: deltaStride, depthStep: 4, start: 'zero', keep: false, finish },
      },
      { input: panel, output, weights: deltas, start: deltas, from: output, kept: output },
    );
    f.advance(weights, bytes);
  });
}
