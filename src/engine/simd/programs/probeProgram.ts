import * as i32 from '../../../wasm/i32';
import { ModuleCode } from '../../../wasm/moduleCode';
import type { Layout } from '../../engine';
import type { NetworkSpec } from '../../network';
import { CONSTANT_BYTES, CONSTANTS } from '../addresses';
import { forwardKernel, parameterAddresses } from './layers';

export interface ProbePlan {
  readonly layout: Layout;
  readonly network: NetworkSpec;
  /** tokens in a row, a multiple of `lanes` */
  readonly tokens: number;
  /** tokens at a time */
  readonly lanes: number;
  readonly parametersAt: number;
  /** [feature][token] */
  readonly inputsAt: number;
  /** [unit][token] of all layers */
  readonly unitsAt: number;
}

/** Exports `run()`: every unit's activation for every token. */
export function probeProgram(plan: ProbePlan): Uint8Array<ArrayBuffer> {
  const { layout, network, tokens, lanes, parametersAt, inputsAt, unitsAt } = plan;
  const stride = 4 * tokens;
  const module = new ModuleCode(CONSTANTS.evaluation, CONSTANT_BYTES);
  module.export('run', 0, (f) => {
    const at = f.let(i32.constant(0));
    f.repeat(tokens / lanes, () => {
      let input: i32.Int = f.let(i32.offset(at, inputsAt));
      network.layers.forEach((spec, l) => {
        const responses = f.let(i32.offset(at, unitsAt + layout.layers[l].firstUnit * stride));
        const { inputs, units } = layout.layers[l];
        const { activation, residual } = spec;
        const kernel = forwardKernel(module, {
          ...{ inputs, units, activation, residual, keepsExcitations: false },
          ...{ vectors: lanes / 4, stride },
        });
        const parameters = parameterAddresses(layout.layers[l], i32.constant(parametersAt));
        f.call(kernel, input, ...parameters, responses, responses, responses);
        input = responses;
      });
      f.advance(at, 4 * lanes);
    });
  });
  return module.bytes();
}
