import { NumberCombobox } from '../../controls/NumberCombobox';
import { formatNumber } from '../../controls/parseNumber';
import { Select } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { setTraining } from '../../experiment/changes';
import { LIMITS } from '../../experiment/limits';
import { REGULARIZATIONS, REGULARIZATION_LABELS } from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';

const RATES = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** A penalty switched on has an effect to see. */
const FIRST_RATE = 0.001;
const KINDS = REGULARIZATIONS.map((value) => ({ value, label: REGULARIZATION_LABELS[value] }));

export function RegularizationSelect() {
  const { edit } = useActions();
  const regularization = useSelect((state) => state.experiment.training.regularization);
  if (useHidden('Regularization')) return null;
  return (
    <Select
      label="Regularization"
      value={regularization.kind}
      options={KINDS}
      onChange={(kind) => {
        const rate = kind !== 'none' && regularization.rate === 0 ? FIRST_RATE : regularization.rate;
        const label = kind === 'none' ? 'No regularization' : REGULARIZATION_LABELS[kind];
        edit(label, setTraining({ regularization: { ...regularization, kind, rate } }));
      }}
    />
  );
}

export function RegularizationRate() {
  const { edit } = useActions();
  const regularization = useSelect((state) => state.experiment.training.regularization);
  if (useHidden('Regularization rate')) return null;
  return (
    <NumberCombobox
      label="Regularization rate"
      value={regularization.rate}
      options={RATES}
      limits={LIMITS.regularizationRate}
      disabled={regularization.kind === 'none'}
      onChange={(to) =>
        edit(
          `${REGULARIZATION_LABELS[regularization.kind]} rate ${formatNumber(Number(to))}`,
          setTraining({ regularization: { ...regularization, rate: Number(to) } }),
        )
      }
    />
  );
}
