import { ticks } from 'd3';
import { divergencesOf, type OutputKind } from './divergence';
import { logitOf, sigmoidPair } from './probabilities';

/** Both gradients along one class's excitation. */
export interface Slopes {
  readonly squaredError: number;
  readonly crossEntropy: number;
}

/** e runs from −8 to 8: beyond, a sigmoid is flat to the eye. */
export const MOST_EXCITATION = 8;

/**
 * ∂/∂e of the squared error and the cross-entropy, as the excitation of class k moves and the other classes keep their
 * proportions. For a softmax e counts from where the class has as much as all others together.
 */
export function slopesAt(
  kind: OutputKind,
  e: number,
  k: number,
  y: readonly number[],
  d: readonly number[],
): Slopes {
  const [p, q] = sigmoidPair(e);
  const rest = y.reduce((sum, value, j) => (j === k ? sum : sum + value), 0);
  const others = y.length - 1;
  const moved = y.map((value, j) => (j === k ? p : rest > 0 ? (value / rest) * q : q / others));
  const { squaredError, crossEntropy } = divergencesOf(kind, moved, d);
  return { squaredError: squaredError.byExcitation[k] ?? 0, crossEntropy: crossEntropy.byExcitation[k] ?? 0 };
}

export interface SlopeCurves {
  /** `d` of the SVG paths */
  readonly squaredError: string;
  readonly crossEntropy: string;
  /** px */
  readonly zero: number;
  readonly present: { readonly x: number; readonly squaredError: number; readonly crossEntropy: number };
  /** the present excitation, which may lie beyond the axis */
  readonly e: number;
  readonly slopes: Slopes;
  readonly ticksY: readonly { readonly at: number; readonly value: number }[];
  /** px of the cross-entropy's line at e = 0 */
  readonly middle: { readonly x: number; readonly y: number };
}

export interface CurveBox {
  readonly width: number;
  readonly height: number;
}

const INTERVALS = 96;
/** The cross-entropy's gradient lies between −d and 1 − d; the axis shows a little more. */
const ROOM = 0.08;

export function layoutSlopes(
  kind: OutputKind,
  y: readonly number[],
  d: readonly number[],
  k: number,
  { width, height }: CurveBox,
): SlopeCurves {
  const x = (e: number) => ((e + MOST_EXCITATION) / (2 * MOST_EXCITATION)) * width;
  const low = -(d[k] ?? 0) - ROOM;
  const high = low + 1 + 2 * ROOM;
  const yScale = (slope: number) => ((high - slope) / (high - low)) * height;
  const samples = Array.from({ length: INTERVALS + 1 }, (_, i) => {
    const e = (MOST_EXCITATION * (2 * i - INTERVALS)) / INTERVALS;
    return { e, ...slopesAt(kind, e, k, y, d) };
  });
  const path = (of: (sample: Slopes) => number) =>
    `M${samples.map((sample) => `${x(sample.e).toFixed(2)} ${yScale(of(sample)).toFixed(2)}`).join('L')}`;
  const e = logitOf(y, k);
  const shown = Math.max(-MOST_EXCITATION, Math.min(MOST_EXCITATION, e));
  const slopes = slopesAt(kind, e, k, y, d);
  return {
    squaredError: path((sample) => sample.squaredError),
    crossEntropy: path((sample) => sample.crossEntropy),
    zero: yScale(0),
    present: {
      x: x(shown),
      squaredError: yScale(slopes.squaredError),
      crossEntropy: yScale(slopes.crossEntropy),
    },
    e,
    slopes,
    ticksY: ticks(low, high, 4).map((value) => ({ at: yScale(value), value })),
    middle: { x: x(0), y: yScale(slopesAt(kind, 0, k, y, d).crossEntropy) },
  };
}
