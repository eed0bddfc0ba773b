import { add, sub, type Vector } from '../../../wasm/f32x4';
import type { FunctionCode } from '../../../wasm/functionCode';
import { TINY } from '../../optimizers/tiny';

/**
 * x + tiny − tiny rounds x to multiples of about 1e-27, so that what decays comes to rest at 0 before it turns denormal,
 * which processors handle many times slower.
 */
export function settleFormula(f: FunctionCode, tiny = TINY): (x: Vector) => Vector {
  const constant = f.constant(tiny);
  return (x) => sub(add(x, constant), constant);
}
