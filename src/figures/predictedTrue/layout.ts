import { ticks } from 'd3';

/** A square whose two axes have one domain, so that a perfect prediction lies on the diagonal. */
export interface PredictedTrueScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** The domain comes from the true values, with room for predictions beyond; those still further lie at the edge. */
export function layoutPredictedTrue(
  targets: Float64Array,
  size: { readonly width: number; readonly height: number },
): PredictedTrueScale {
  let low = Infinity;
  let high = -Infinity;
  for (const target of targets) {
    if (target < low) low = target;
    if (target > high) high = target;
  }
  if (!(low <= high)) [low, high] = [-1, 1];
  const room = high > low ? (high - low) * 0.1 : 1;
  const domain = [low - room, high + room] as const;
  const bottom = 34;
  const side = Math.max(40, Math.min(size.height - bottom - 6, size.width - 56));
  return {
    low: domain[0],
    high: domain[1],
    ticks: ticks(domain[0], domain[1], 4),
    left: Math.max(44, (size.width - side) / 2),
    top: 6,
    side,
  };
}

/** px from the axis' low end, kept within the square */
export function along({ low, high, side }: PredictedTrueScale, value: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low))) * side;
}
