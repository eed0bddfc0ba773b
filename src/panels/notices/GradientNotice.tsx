import { useState } from 'react';
import { TextButton } from '../../controls/TextButton';
import { isGate } from '../../experiment/names';
import { useSelect } from '../../store/context';
import { gradientSentence } from './gradientSentence';
import { NoticeRow } from './NoticeRow';

/** Layers that no gradient reaches, until it has been read. The gates' own figure says it in its place. */
export function GradientNotice() {
  const experiment = useSelect((state) => state.experiment);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const sentence = gradientSentence(experiment);
  if (sentence === null || sentence.title === dismissed || isGate(experiment.problem.dataset)) return null;
  return (
    <NoticeRow icon="notice" title={sentence.title} text={sentence.text}>
      <TextButton onClick={() => setDismissed(sentence.title)}>Dismiss</TextButton>
    </NoticeRow>
  );
}
