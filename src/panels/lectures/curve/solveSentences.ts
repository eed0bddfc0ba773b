import type { Curvature } from '../../../data/networkSolution';
import type { Precision } from '../../../experiment/names';
import { formatLoss } from '../../../figures/numbers';

/** What solving gives, and why training may not come there. */

/** Largest |ŷ − y| of the solution, which is found in double precision, of the same in single, and on the page now. */
export interface Residuals {
  readonly solved: number;
  /** null where the network computes in double precision */
  readonly rounded: number | null;
  readonly now: number;
}

export function residualSentence({ solved, rounded, now }: Residuals): string {
  const [best, present] = [`${formatLoss(solved)} solved in double precision`, `${formatLoss(now)} now.`];
  const largest = 'Largest |ŷ − y| over the training points:';
  return rounded === null
    ? `${largest} ${best}, as this network computes, ${present}`
    : `${largest} ${best}, ${formatLoss(rounded)} with these weights rounded to this network’s single precision, ${present}`;
}

/** Epochs beyond which nobody waits. */
const PATIENCE = 100_000;

/**
 * Gradient descent on a quadratic loss: stable for η < 2/λ₁, and along the direction of least curvature λₙ the error
 * shrinks by 1 − ηλₙ an update, so at best by a factor e in λ₁/(2λₙ) updates.
 */
export function curvatureSentence(
  { largest, least }: Curvature,
  learningRate: number,
  precision: Precision,
): string {
  const bound = 2 / largest;
  const updates = largest / (2 * least);
  const curved = `The loss curves by ${formatLoss(largest)} along its steepest direction and by ${formatLoss(least)} along its flattest: condition number ${countText(largest / least)}.`;
  const stable = `Gradient descent diverges from η = 2/${formatLoss(largest)} = ${formatLoss(bound)} on; just below, the flattest direction takes ${countText(updates)} updates over all points to come nearer by a factor e`;
  const now =
    learningRate < bound
      ? `, at the present η = ${learningRate} it takes ${countText(1 / (learningRate * least))}`
      : '';
  const end = updates > PATIENCE ? 'That is why training does not get there' : 'Training gets there';
  const either =
    updates > PATIENCE && precision === 'double' ? ', in double precision no more than in single' : '';
  return `${curved} ${stable}${now}. ${end}${either}.`;
}

function countText(count: number): string {
  if (count >= 1e6)
    return count
      .toExponential(1)
      .replace('e+', ' · 10^')
      .replace(/\^(\d+)/u, (_, digits: string) => superscript(digits));
  return String(Number(count.toPrecision(2)));
}

function superscript(digits: string): string {
  return Array.from(digits, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
}
