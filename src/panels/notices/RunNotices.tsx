import { useState } from 'react';
import { TextButton } from '../../controls/TextButton';
import { setActivation } from '../../experiment/changes';
import type { Diverged, PauseReason } from '../../protocol/messages';
import { useActions, useSelect } from '../../store/context';
import { NoticeRow } from './NoticeRow';
import { epochOf, stopSentence } from './sentences';

/** How the run ended by itself, and units that no longer take part in it. */
export function RunNotices() {
  const { playing, paused, deadLayer } = useSelect((state) => state.status);
  const diverged = !playing && paused.kind === 'diverged' ? paused : null;
  const stopped = !playing && paused.kind !== 'user' && paused.kind !== 'diverged';
  return (
    <>
      {diverged && <DivergedNotice reason={diverged} />}
      {deadLayer >= 0 && diverged === null && <DeadNotice layer={deadLayer} />}
      {stopped && <StoppedNotice reason={paused} />}
    </>
  );
}

function DivergedNotice({ reason }: { reason: Diverged }) {
  const { backToBest, divideLearningRate, reset } = useActions();
  return (
    <NoticeRow
      icon="diverged"
      title={`Training diverged at epoch ${epochOf(reason.epoch)}.`}
      text={reason.cause}
      reveal
    >
      <TextButton primary onClick={divideLearningRate}>
        Divide the learning rate by 10
      </TextButton>
      <TextButton onClick={backToBest}>Back to epoch {epochOf(reason.best)}</TextButton>
      <TextButton onClick={reset} label="Reset to epoch 0">
        Reset
      </TextButton>
    </NoticeRow>
  );
}

function DeadNotice({ layer }: { layer: number }) {
  const { edit, reset } = useActions();
  return (
    <NoticeRow
      icon="notice"
      title={`No unit of hidden layer ${layer + 1} responds to any training point.`}
      text="Reset, or try tanh."
    >
      <TextButton onClick={() => edit('tanh', setActivation(layer, 'tanh'))}>Try tanh</TextButton>
      <TextButton onClick={reset} label="Reset to epoch 0">
        Reset
      </TextButton>
    </NoticeRow>
  );
}

function StoppedNotice({ reason }: { reason: PauseReason }) {
  const [dismissed, setDismissed] = useState<string | null>(null);
  const key = JSON.stringify(reason);
  const stop = useSelect((state) => state.experiment.training.stop);
  if (dismissed === key) return null;
  return (
    <NoticeRow icon="notice" title={stopSentence(reason, stop)} text="" reveal>
      <TextButton onClick={() => setDismissed(key)}>Dismiss</TextButton>
    </NoticeRow>
  );
}
