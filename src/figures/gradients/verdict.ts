import { largestRate, type LossLine } from './lossPlot';

/** How η does along one parameter. */
export type Verdict = 'unknown' | 'level' | 'no-limit' | 'small' | 'fine' | 'crossing' | 'large';

/** η is called too small when a step goes less than this share of the way to the bottom of the parabola. */
const SMALL_SHARE = 0.05;
/** A slope so small is none: rounding of the sums makes as much. */
const LEVEL = 1e-12;

/**
 * On the parabola with the present slope and curvature c, a step goes η·c of the way to the bottom: 1 reaches it, and
 * from 2 on the step lands no lower than it began.
 */
export function verdictOf({ gradient, curvature, learningRate, loss }: LossLine): Verdict {
  const values = [gradient, curvature, loss];
  if (!values.every(Number.isFinite)) return 'unknown';
  if (Math.abs(gradient) < LEVEL) return 'level';
  const limit = largestRate(curvature);
  if (limit === null) return 'no-limit';
  if (learningRate > limit) return 'large';
  if (learningRate > limit / 2) return 'crossing';
  return learningRate < (SMALL_SHARE * limit) / 2 ? 'small' : 'fine';
}

const SENTENCES: Readonly<Record<Verdict, string>> = {
  unknown: 'The network has diverged: its loss is no longer a number.',
  level: 'The slope is zero here: a gradient step leaves this parameter where it is.',
  'no-limit': 'The loss is not curved upward here, so curvature sets no largest η.',
  small: 'η is too small here: a step goes less than a twentieth of the way to the bottom.',
  fine: 'η is fine here: below 1/curvature the steps approach the bottom from one side.',
  crossing: 'η is fine here, but beyond 1/curvature: a step crosses the bottom and comes back.',
  large: 'η is too large here: above 2/curvature a step overshoots and lands higher than it began.',
};

/** What the loss really does differs where it is no parabola. */
export function verdictSentence(line: LossLine): string {
  const verdict = verdictOf(line);
  const rises = line.nextLoss > line.loss;
  if (verdict === 'large' && !rises)
    return `${SENTENCES.large} On this curve, which is no parabola, the step still lands lower.`;
  if (verdict !== 'unknown' && verdict !== 'level' && verdict !== 'large' && rises)
    return `${SENTENCES[verdict]} Yet the step lands higher: the curve is no parabola.`;
  return SENTENCES[verdict];
}
