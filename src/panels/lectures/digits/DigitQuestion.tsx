import { Select } from '../../../controls/Select';
import { setVariant } from '../../../experiment/changes';
import { useActions, useSelect } from '../../../store/context';

const QUESTIONS = [
  { value: 'ten', label: 'Which digit is it?' },
  { value: 'two', label: 'Is it a 2?' },
] as const;

/** What is asked of every digit. */
export function DigitQuestion() {
  const { edit } = useActions();
  const asked = useSelect(({ experiment: { problem } }) =>
    problem.dataset !== 'custom' && problem.variant === 'two' ? 'two' : 'ten',
  );
  return (
    <Select
      label="Question"
      layout="inline"
      value={asked}
      options={QUESTIONS}
      onChange={(variant) => edit('Question', setVariant(variant))}
    />
  );
}
