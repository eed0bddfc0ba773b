import type { FunctionCode } from '../../../wasm/functionCode';
import * as i32 from '../../../wasm/i32';
import { load } from '../../../wasm/f32x4';
import { ModuleCode } from '../../../wasm/moduleCode';
import { CONSTANT_BYTES, CONSTANTS, SCALARS, SHARE } from '../addresses';
import { settleFormula } from '../../math/simd/settle';
import { VECTOR } from '../kernels/rows';
import { writeApplyUpdate, type UpdateFormulas } from '../kernels/applyUpdate';
import {
  blockBytes,
  writeBackward,
  writeForward,
  type GradientTarget,
  type TrainingPlan,
} from './trainingPasses';

/**
 * Training, a block a batch. Exports `step(block, mask)`, `steps(block, mask, count)` for blocks that lie end to end,
 * `apply()`, which updates by a gradient that lies there already, and `settle()`, due after each epoch.
 */
export function updateProgram(
  plan: TrainingPlan,
  formulas: UpdateFormulas,
  constantsAt: number = CONSTANTS.update,
): Uint8Array<ArrayBuffer> {
  const { layout, addresses } = plan;
  const { parameters, gradient } = addresses.vectors;
  const module = new ModuleCode(constantsAt, CONSTANT_BYTES);
  const apply = module.export('apply', 0, (f) =>
    writeApplyUpdate(f, formulas, addresses, layout.parameterCount),
  );
  const descends = isPlainDescent(formulas);
  const target: GradientTarget = descends
    ? { at: i32.constant(parameters), into: { descendBy: [SHARE, SCALARS] } }
    : { at: i32.constant(gradient), into: 'store' };
  const step = module.export('step', 2, (f) => {
    const [block, mask] = f.parameters;
    writeForward(module, f, plan, block);
    writeBackward(module, f, plan, block, mask, target);
    if (!descends) f.call(apply);
  });
  module.export('settle', 0, (f) => writeSettle(f, parameters, layout.parameterCount));
  module.export('steps', 3, (f) => writeSteps(f, step, blockBytes(plan)));
  return module.bytes();
}

/** Without penalty and frozen parameters, descent needs no gradient kept: it is taken off the weights as it is found. */
function isPlainDescent({ optimizer, penalty, hasFrozen }: UpdateFormulas): boolean {
  return optimizer === 'sgd' && penalty === 'none' && !hasFrozen;
}

function writeSteps(f: FunctionCode, step: FunctionCode, bytes: number): void {
  const [block, mask, count] = f.parameters;
  f.doWhile(() => {
    f.call(step, block, mask);
    f.advance(block, bytes);
    f.advance(count, -1);
    return count;
  });
}

/** Parameters that have all but vanished become 0: once an epoch is often enough, for a penalty takes many to get there. */
function writeSettle(f: FunctionCode, parameters: number, parameterCount: number): void {
  const settle = settleFormula(f);
  const at = f.let(i32.constant(parameters));
  f.repeat(Math.ceil(parameterCount / 4), () => {
    f.store(at, settle(load(at)));
    f.advance(at, VECTOR);
  });
}
