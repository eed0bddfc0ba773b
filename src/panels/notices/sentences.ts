import { formatNumber } from '../../controls/parseNumber';
import type { StopRules } from '../../experiment/experiment';
import type { PauseReason } from '../../protocol/messages';

/** An epoch as the page counts it. */
export function epochOf(epoch: number): string {
  return String(Math.floor(epoch));
}

/** Which rule stopped the run. */
export function stopSentence(reason: PauseReason, stop: StopRules | undefined): string {
  switch (reason.kind) {
    case 'user':
      return '';
    case 'diverged':
      return `Training diverged at epoch ${epochOf(reason.epoch)}.`;
    case 'loss-change':
      return `Stopped at epoch ${epochOf(reason.epoch)}: the train loss changed by less than ε₁${equals(stop?.lossChange)} from one epoch to the next.`;
    case 'gradient-norm':
      return `Stopped at epoch ${epochOf(reason.epoch)}: the norm of the gradient is below ε₂${equals(stop?.gradientNorm)}.`;
    case 'epochs':
      return `Stopped at epoch ${epochOf(reason.epoch)}: the number of epochs to train is done.`;
  }
}

function equals(value: number | undefined): string {
  return value === undefined ? '' : ` = ${formatNumber(value)}`;
}
