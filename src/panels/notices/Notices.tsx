import { useState } from 'react';
import { later } from '../../controls/later';
import { TextButton } from '../../controls/TextButton';
import { isStep } from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';
import { NoticeRow } from './NoticeRow';

/** With the first run, so that it is there when that ends. */
const RunNotices = later(async () => (await import('./RunNotices')).RunNotices);
const GradientNotice = later(async () => (await import('./GradientNotice')).GradientNotice);

/** What the page has to say about the run and about what could not be done, with the ways on. */
export function Notices() {
  const hasRun = useSelect(
    ({ status }) => status.playing || status.paused.kind !== 'user' || status.deadLayer >= 0,
  );
  const hasSteps = useSelect(
    ({ experiment: { network } }) =>
      isStep(network.output) || network.hidden.some((layer) => isStep(layer.activation)),
  );
  return (
    <div className="notices">
      <TroubleNotice />
      <RefusedNotice />
      {hasRun && <RunNotices />}
      {hasSteps && <GradientNotice />}
      <HiddenNotice />
    </div>
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
