import { nearestPoint, placeAt } from '../../figures/decisionMap/layout';
import { curveReach, curveX, layoutCurve } from '../../figures/unit/curvePlot';
import { largestMagnitude } from '../../figures/unit/excitation';
import { lineX } from '../../figures/unit/drawLine';
import { NO_CURVE, type UnitFrame } from './painter';

export type PlotName = 'excitation' | 'curve' | 'activation' | 'sent';

/** px */
const REACH = 12;

/** The token nearest to a point of a figure, within reach of a finger; else −1. */
export function nearestToken(frame: UnitFrame, plot: PlotName, x: number, y: number): number {
  const { dataset, model, side, tokens, curveSide } = frame;
  if (plot === 'curve') {
    const reach = curveReach(largestMagnitude(tokens.e, 0, tokens.e.length));
    const curve = layoutCurve(model.curve ?? NO_CURVE, reach, curveSide.width, curveSide.height);
    return nearestAlong(dataset.count, x, (token) => curveX(curve, tokens.e[token] ?? 0));
  }
  if (model.kind === 'plane') {
    const place = placeAt(x / side, y / side, model.extent);
    return nearestPoint(dataset, place, (REACH / side) * 2 * model.extent, true);
  }
  if (model.kind === 'table') return -1;
  return nearestAlong(dataset.count, x, (token) =>
    lineX(dataset.inputs[token] ?? 0, { extent: model.extent, side }),
  );
}

function nearestAlong(count: number, x: number, place: (token: number) => number): number {
  let nearest = -1;
  let least = REACH;
  for (let token = 0; token < count; token++) {
    const distance = Math.abs(place(token) - x);
    if (distance >= least) continue;
    least = distance;
    nearest = token;
  }
  return nearest;
}
