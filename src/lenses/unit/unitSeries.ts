import { writeContribution, writeExcitation, type PointValues } from '../../figures/unit/excitation';
import type { UnitModel } from './unitModel';

/** A unit's excitation, activation and what it sends, at the same points. */
export interface UnitSeries {
  /** [point] */
  readonly e: Float32Array;
  readonly h: Float32Array;
  /** contribution or running sum; all 0 for an output */
  readonly sent: Float32Array;
}

/** Computes series frame after frame into the same arrays; those of the last call are overwritten. */
export function createSeries(): (
  model: UnitModel,
  values: PointValues,
  parameters: ArrayLike<number>,
) => UnitSeries {
  let e = new Float32Array(0);
  let sent = new Float32Array(0);
  return (model, values, parameters) => {
    const { count } = values;
    if (e.length !== count) {
      e = new Float32Array(count);
      sent = new Float32Array(count);
    }
    const { wiring, receiving, running, ref } = model;
    writeExcitation(e, wiring, parameters, values);
    if (receiving !== null) {
      if (running) writeExcitation(sent, receiving, parameters, values, ref.unit + 1);
      else {
        const weight = parameters[receiving.weights + ref.unit] ?? 0;
        writeContribution(sent, weight, wiring.index, values);
      }
    }
    return { e, h: values.activations.subarray(wiring.index * count, (wiring.index + 1) * count), sent };
  };
}
