import type { StopRules } from '../../experiment/experiment';
import type { PauseReason } from '../../protocol/messages';
import type { Snapshot } from '../../protocol/snapshot';
import type { History } from '../../store/state';
import { epochOf, stopSentence } from '../notices/sentences';

type Losses = Pick<Snapshot, 'epoch' | 'trainLoss' | 'testLoss'>;

/** What a change of the run's state is told as. */
export function runSentence(
  playing: boolean,
  paused: PauseReason,
  snapshot: Losses | null,
  stop: StopRules | undefined,
): string {
  if (playing) return 'Playing.';
  if (paused.kind === 'diverged') return `${stopSentence(paused, stop)} ${paused.cause}`;
  const how = paused.kind === 'user' ? '' : `${stopSentence(paused, stop)} `;
  if (snapshot === null) return `${how}Paused.`;
  const test = Number.isNaN(snapshot.testLoss) ? '' : `, test loss ${loss(snapshot.testLoss)}`;
  return `${how}Paused at epoch ${epochOf(snapshot.epoch)}, train loss ${loss(snapshot.trainLoss)}${test}.`;
}

/** What was undone, redone or begun anew; null for changes whose own control tells of them. */
export function historySentence(before: History, after: History): string | null {
  const back = after.redo.length > before.redo.length ? after.redo[after.redo.length - 1] : undefined;
  if (back !== undefined) return `Undone: ${back.label}.`;
  const again = before.redo.length > after.redo.length ? after.undo[after.undo.length - 1] : undefined;
  if (again !== undefined && again.label === before.redo[before.redo.length - 1]?.label) {
    return `Redone: ${again.label}.`;
  }
  const step = after.undo[after.undo.length - 1];
  if (step === undefined || step === before.undo[before.undo.length - 1]) return null;
  return step.kind === 'experiment' && step.parked !== null ? `${step.label}.` : null;
}

function loss(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(3) : 'unknown';
}
