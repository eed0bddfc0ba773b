import type { StopRules } from '../experiment/experiment';
import type { PauseReason } from '../protocol/messages';

export interface StopFigures {
  readonly epoch: number;
  readonly loss: number;
  /** train loss one epoch before; NaN in the first */
  readonly before: number;
  /** computed only when the rule asks for it */
  readonly gradientNorm: () => number;
}

/** The first rule that stops the run at the end of an epoch, or null. */
export function stoppedBy(rules: StopRules | undefined, figures: StopFigures): PauseReason | null {
  if (rules === undefined) return null;
  const { epoch, loss, before } = figures;
  if (rules.epochs !== undefined && epoch >= rules.epochs) return { kind: 'epochs', epoch };
  if (rules.lossChange !== undefined && Math.abs(loss - before) < rules.lossChange) {
    return { kind: 'loss-change', epoch };
  }
  if (rules.gradientNorm !== undefined && figures.gradientNorm() < rules.gradientNorm) {
    return { kind: 'gradient-norm', epoch };
  }
  return null;
}
