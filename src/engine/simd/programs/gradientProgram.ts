import { ModuleCode } from '../../../wasm/moduleCode';
import { CONSTANT_BYTES, CONSTANTS } from '../addresses';
import { writeBackward, writeForward, type TrainingPlan } from './trainingPasses';

/**
 * What batches of several blocks and looking at gradients need. Exports `forward(block)` and `add(block, mask, gradient)`,
 * which adds the gradients of a block's tokens to the vector at that address.
 */
export function gradientProgram(plan: TrainingPlan): Uint8Array<ArrayBuffer> {
  const module = new ModuleCode(CONSTANTS.gradient, CONSTANT_BYTES);
  const forward = module.export('forward', 1, (f) => writeForward(module, f, plan, f.parameters[0]));
  module.export('add', 3, (f) => {
    const [block, mask, gradient] = f.parameters;
    f.call(forward, block);
    writeBackward(module, f, plan, block, mask, { at: gradient, into: 'add' });
  });
  return module.bytes();
}
