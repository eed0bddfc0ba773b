import { largestRate, type LossLine } from './lossPlot';

/** How η does along one parameter. */
export type Verdict =
  'unknown' | 'level' | 'no-limit' | 'small' | 'fine' | 'crossing' | 'spared' | 'higher' | 'large';

/** η is called too small when a step goes less than this share of the way to the bottom of the parabola. */
const SMALL_SHARE = 0.05;
/** A slope so small is none: rounding of the sums makes as much. */
const LEVEL = 1e-12;
/** Share of the loss below which a rise is rounding. */
const ROUNDING = 1e-13;

/**
 * What the loss really does comes first. The parabola with the present slope and curvature c comes second: on it, a step
 * goes η·c of the way to the bottom: 1 reaches it, and from 2 on the step lands no lower than it began.
 */
export function verdictOf({ gradient, curvature, learningRate, loss, nextLoss }: LossLine): Verdict {
  if (![gradient, curvature, loss].every(Number.isFinite)) return 'unknown';
  if (Math.abs(gradient) < LEVEL) return 'level';
  const limit = largestRate(curvature);
  // A loss that is no number any more is no lower one.
  const rises = !(nextLoss <= loss + ROUNDING * Math.abs(loss));
  if (rises) return limit !== null && learningRate > limit ? 'large' : 'higher';
  if (limit === null) return 'no-limit';
  if (learningRate > limit) return 'spared';
  if (learningRate > limit / 2) return 'crossing';
  return learningRate < (SMALL_SHARE * limit) / 2 ? 'small' : 'fine';
}

const SENTENCES: Readonly<Record<Exclude<Verdict, 'higher'>, string>> = {
  unknown: 'The network has diverged: its loss is no longer a number.',
  level: 'The slope is zero here: a gradient step leaves this parameter where it is.',
  'no-limit': 'The step lands lower. The loss is not curved upward here, so curvature sets no largest η.',
  small: 'η is too small here: a step goes less than a twentieth of the way to the bottom.',
  fine: 'η is fine here: below 1/curvature the steps approach the bottom from one side.',
  crossing:
    'The step lands lower, but beyond 1/curvature: it crosses the bottom, and the next one comes back.',
  spared:
    'The step lands lower, though η is above 2/curvature, where it would land higher on a parabola: this curve is none.',
  large: 'η is too large here: above 2/curvature a step overshoots and lands higher than it began.',
};

export function verdictSentence(line: LossLine): string {
  const verdict = verdictOf(line);
  if (verdict !== 'higher') return SENTENCES[verdict];
  const parabola =
    largestRate(line.curvature) === null
      ? 'The loss is not curved upward here, so curvature sets no largest η.'
      : 'η is below 2/curvature, but the curve is no parabola.';
  return `η is too large here: the step lands higher than it began. ${parabola}`;
}
