import { zero } from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import { ModuleCode } from '../../../wasm/moduleCode';
import type { Layout } from '../../engine';
import { createLoss } from '../../losses/losses';
import type { NetworkSpec } from '../../network';
import { CONSTANT_BYTES, CONSTANTS, EVALUATION_LANES, maskOf, RESULTS, type Addresses } from '../addresses';
import { writeMeasure } from '../kernels/outputs';
import { VECTOR } from '../kernels/rows';
import { forwardKernel, parameterAddresses } from './layers';

const STRIDE = 4 * EVALUATION_LANES;

export interface EvaluationPlan {
  readonly layout: Layout;
  readonly network: NetworkSpec;
  readonly addresses: Pick<Addresses, 'vectors' | 'evaluation'>;
}

/**
 * Exports `evaluate(block, outputs, count, lastMask)`: `count` blocks end to end, the last of them under a mask. Writes
 * outputs [block][output][token] and the two results of `writeMeasure`.
 */
export function evaluationProgram(plan: EvaluationPlan): Uint8Array<ArrayBuffer> {
  const { network, layout } = plan;
  const module = new ModuleCode(CONSTANTS.evaluation, CONSTANT_BYTES);
  const one = module.function(3);
  writeBlock(module, one, plan);
  const outputs = layout.layers[layout.layers.length - 1].units;
  const bytes = (network.inputs + outputs) * STRIDE;
  module.export('evaluate', 4, (f) => {
    const [block, output, count, lastMask] = f.parameters;
    for (const result of [0, 1]) f.store(i32.constant(RESULTS + VECTOR * result), zero);
    f.advance(count, -1);
    f.when(count, () =>
      f.doWhile(() => {
        f.call(one, block, output, i32.constant(maskOf(EVALUATION_LANES)));
        f.advance(block, bytes);
        f.advance(output, outputs * STRIDE);
        f.advance(count, -1);
        return count;
      }),
    );
    f.call(one, block, output, lastMask);
  });
  return module.bytes();
}

/** Parameters: block, outputs, mask. */
function writeBlock(
  module: ModuleCode,
  f: FunctionCode,
  { network, layout, addresses }: EvaluationPlan,
): void {
  const [block, outputs, mask] = f.parameters;
  const shape = { vectors: STRIDE / VECTOR, stride: STRIDE };
  const last = network.layers.length - 1;
  const excitations = i32.constant(addresses.evaluation[last].excitations);
  const lossReads = createLoss(network.loss, network.layers[last].activation).simd.valueOf;
  let input: i32.Int = block;
  network.layers.forEach(({ activation, residual }, l) => {
    const { inputs, units } = layout.layers[l];
    const keepsExcitations = l === last && lossReads === 'excitation';
    const kernel = forwardKernel(module, { inputs, units, activation, residual, keepsExcitations, ...shape });
    const responses = l === last ? outputs : i32.constant(addresses.evaluation[l].activations);
    const parameters = parameterAddresses(layout.layers[l], i32.constant(addresses.vectors.parameters));
    f.call(kernel, input, ...parameters, excitations, responses, responses);
    input = responses;
  });
  const y = f.let(i32.offset(block, network.inputs * STRIDE));
  writeMeasure(f, { network, ...shape }, { e: f.let(excitations), h: outputs, y, mask });
}
