import type { ActivationCurve } from '../activations/census';

/** Geometry of an activation's curve over its derivative, both over the excitation e, in px. */
export interface CurvePlot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** e runs from −reach to reach. */
  readonly reach: number;
  readonly value: Band;
  readonly slope: Band;
  /** top of the rug between the two */
  readonly rug: number;
}

/** A stretch of the figure's height for values low … high. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
  readonly high: number;
}

export const RUG_HEIGHT = 13;
const MARGIN = { left: 30, right: 8, top: 7, bottom: 17 };
const GAP = 9;
/** share of the height for σ; the rest is for σ′ */
const VALUE_SHARE = 0.62;
export const CURVE_SAMPLES = 160;

const REACHES = [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100];

/** The first of a few round numbers that holds all excitations, so that the axis seldom changes. */
export function curveReach(largest: number): number {
  return REACHES.find((reach) => largest <= reach) ?? 10 ** Math.ceil(Math.log10(largest));
}

export function layoutCurve(curve: ActivationCurve, reach: number, width: number, height: number): CurvePlot {
  const inner = height - MARGIN.top - MARGIN.bottom - RUG_HEIGHT - GAP;
  const split = MARGIN.top + VALUE_SHARE * inner;
  const slopeTop = split + RUG_HEIGHT + GAP;
  const [low, high] = rangeOf((e) => curve.value(e), reach);
  const [least, most] = rangeOf((e) => curve.derivative(e), reach);
  return {
    ...{ width, height, reach, left: MARGIN.left, right: width - MARGIN.right },
    value: { top: MARGIN.top, bottom: split, low, high },
    slope: { top: slopeTop, bottom: height - MARGIN.bottom, low: Math.min(0, least), high: most || 1 },
    rug: split,
  };
}

function rangeOf(f: (e: number) => number, reach: number): [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (let i = 0; i <= CURVE_SAMPLES; i++) {
    const value = f(reach * ((2 * i) / CURVE_SAMPLES - 1));
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

export function curveX({ left, right, reach }: CurvePlot, e: number): number {
  return left + ((e + reach) / (2 * reach)) * (right - left);
}

export function bandY({ top, bottom, low, high }: Band, value: number): number {
  return bottom - ((value - low) / (high - low)) * (bottom - top);
}
