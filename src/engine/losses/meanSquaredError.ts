import { add, mul, sub, type Vector } from '../../wasm/f32x4';
import type { FunctionCode } from '../../wasm/functionCode';
import type { ElementwiseCode, JointCode } from '../activations/activation';
import { ACTIVATIONS } from '../activations/activations';
import type { Activation } from '../../experiment/names';
import type { LossPasses, OutputColumn } from './loss';

/** ½ Σ (ŷ − y)² after any output: ε = ŷ − y, brought back through the activation's derivative. */
export function createMeanSquaredError(output: Activation): LossPasses {
  const activation = ACTIVATIONS[output];
  return {
    value(_e, h, y, outputs, tokens) {
      const count = outputs * tokens;
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (h[i] - y[i]) * (h[i] - y[i]);
      return 0.5 * sum;
    },
    error(epsilon, e, h, y, outputs, tokens) {
      const count = outputs * tokens;
      for (let i = 0; i < count; i++) epsilon[i] = h[i] - y[i];
      activation.backward(epsilon, e, h, outputs, tokens);
    },
    simd: {
      valueOf: 'response',
      value(f) {
        const half = f.constant(0.5);
        return ({ outputs, h, y }) => {
          const differences = outputs.map((k) => f.let(sub(h(k), y(k))));
          return mul(half, differences.map((each) => mul(each, each)).reduce(add));
        };
      },
      error: (f) => errorCode(f, activation.simd),
    },
  };
}

/** The derivative by ŷ, brought back through the output's activation. */
function errorCode(
  f: FunctionCode,
  activation: ElementwiseCode | JointCode,
): (column: OutputColumn) => readonly Vector[] {
  const differences = ({ outputs, h, y }: OutputColumn) => outputs.map((k): Vector => f.let(sub(h(k), y(k))));
  if (activation.kind === 'joint') {
    const backward = activation.backward(f);
    return (column) => backward(differences(column), column.outputs.map(column.h));
  }
  const backward = activation.backward(f);
  const from = activation.derivativeOf === 'excitation' ? 'e' : 'h';
  return (column) => differences(column).map((each, k) => backward(each, column[from](k)));
}
