import type { ThresholdLine } from '../../figures/unit/drawPlane';
import type { UnitModel } from './unitModel';

/** The unit's excitation as a plane over x1 and x2; null where it is not one: deeper layers, curved features. */
export function thresholdLine(
  { kind, ref, experiment, wiring }: UnitModel,
  parameters: ArrayLike<number>,
): ThresholdLine | null {
  const { features } = experiment;
  if (kind !== 'plane' || ref.layer > 0) return null;
  if (!features.every((feature) => feature === 'x1' || feature === 'x2')) return null;
  const weightOf = (feature: 'x1' | 'x2') => {
    const at = features.indexOf(feature);
    return at < 0 ? 0 : (parameters[wiring.weights + at] ?? 0);
  };
  return { w1: weightOf('x1'), w2: weightOf('x2'), b: parameters[wiring.bias] ?? 0 };
}
