import { useState } from 'react';
import { later } from '../../controls/later';
import { TextButton } from '../../controls/TextButton';
import { setActivation } from '../../experiment/changes';
import { isStep } from '../../experiment/names';
import type { Diverged, PauseReason } from '../../protocol/messages';
import { useActions, useSelect } from '../../store/context';
import { NoticeRow } from './NoticeRow';
import { epochOf, stopSentence } from './sentences';

const GradientNotice = later(async () => (await import('./GradientNotice')).GradientNotice);

/** What the page has to say about the run and about what could not be done, with the ways on. */
export function Notices() {
  const { playing, paused, deadLayer } = useSelect((state) => state.status);
  const diverged = !playing && paused.kind === 'diverged' ? paused : null;
  const hasSteps = useSelect(
    ({ experiment: { network } }) =>
      isStep(network.output) || network.hidden.some((layer) => isStep(layer.activation)),
  );
  const stopped = !playing && paused.kind !== 'user' && paused.kind !== 'diverged';
  return (
    <div className="notices">
      <TroubleNotice />
      <RefusedNotice />
      {diverged && <DivergedNotice reason={diverged} />}
      {deadLayer >= 0 && diverged === null && <DeadNotice layer={deadLayer} />}
      {stopped && <StoppedNotice reason={paused} />}
      {hasSteps && <GradientNotice />}
      <HiddenNotice />
    </div>
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

function TroubleNotice() {
  const trouble = useSelect((state) => state.workerTrouble);
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (trouble === null || trouble === dismissed) return null;
  return (
    <NoticeRow icon="notice" title="" text={trouble} alert>
      <TextButton onClick={() => setDismissed(trouble)}>Dismiss</TextButton>
    </NoticeRow>
  );
}

/** A link, a file or a stored state that could not be used; the dialog for opening shows its own. */
function RefusedNotice() {
  const { notify } = useActions();
  const notice = useSelect((state) => state.notice);
  const opening = useSelect((state) => state.view.opening);
  if (notice === null || opening || notice.place === 'points') return null;
  return (
    <NoticeRow icon="notice" title="" text={notice.text} alert>
      <TextButton onClick={() => notify(null)}>Dismiss</TextButton>
    </NoticeRow>
  );
}

function HiddenNotice() {
  const { setView } = useActions();
  const hides = useSelect((state) => (state.experiment.hide?.length ?? 0) > 0 && !state.view.showHidden);
  if (!hides) return null;
  return (
    <NoticeRow icon="sliders" title="" text="This link hides some controls.">
      <TextButton onClick={() => setView({ showHidden: true })}>Show all controls</TextButton>
    </NoticeRow>
  );
}
