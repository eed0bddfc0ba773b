import type { Reals } from '../../../engine/reals';
import { parameterIndex } from '../../../experiment/shape';
import { unitWeights, type UnitWeights } from '../../../figures/planes/thresholds';
import { firstLayerRef, type ParabolaModel } from './model';

/** A first-layer unit's weights for x1 and x2, and its bias; NaN where there are no lines. */
export function currentWeights(
  { columns, sizes }: ParabolaModel,
  parameters: ArrayLike<number>,
  unit: number,
): UnitWeights {
  if (columns === null) return { w1: NaN, w2: NaN, b: NaN };
  return unitWeights(parameters, sizes[0] ?? 0, sizes[1] ?? 0, columns, unit);
}

/** A copy of the parameters in which one unit's weights are others. */
export function parametersWith(
  { columns, sizes }: ParabolaModel,
  parameters: Reals,
  unit: number,
  { w1, w2, b }: UnitWeights,
): Reals {
  const changed = parameters.slice();
  const write = (from: number | 'bias', value: number) => {
    const index = parameterIndex(sizes, firstLayerRef(unit, from));
    if (index >= 0) changed[index] = value;
  };
  if (columns === null) return changed;
  write(columns[0], w1);
  write(columns[1], w2);
  write('bias', b);
  return changed;
}
