import { NumberCombobox } from '../../controls/NumberCombobox';
import { formatNumber } from '../../controls/parseNumber';
import { setTraining } from '../../experiment/changes';
import type { Optimizer } from '../../experiment/experiment';
import { useActions, useSelect } from '../../store/context';

interface Parameter {
  readonly label: string;
  readonly value: number;
  readonly options: readonly number[];
  readonly set: (value: number) => Optimizer;
}

/** The share of the past that an optimizer keeps: below 1, or it would never forget. */
const SHARE = { min: 0, max: 0.99999 };

function parametersOf(optimizer: Optimizer): readonly Parameter[] {
  switch (optimizer.kind) {
    case 'sgd':
    case 'adagrad':
      return [];
    case 'momentum':
    case 'nesterov': {
      const set = (momentum: number) => ({ ...optimizer, momentum });
      return [{ label: 'Momentum', value: optimizer.momentum, options: [0, 0.5, 0.8, 0.9, 0.95, 0.99], set }];
    }
    case 'rmsprop': {
      const set = (decay: number) => ({ ...optimizer, decay });
      return [{ label: 'Decay', value: optimizer.decay, options: [0.5, 0.9, 0.95, 0.99, 0.999], set }];
    }
    case 'adam':
      return [
        {
          label: 'β₁',
          value: optimizer.beta1,
          options: [0, 0.5, 0.8, 0.9, 0.95, 0.99],
          set: (beta1) => ({ ...optimizer, beta1 }),
        },
        {
          label: 'β₂',
          value: optimizer.beta2,
          options: [0.9, 0.99, 0.999, 0.9999],
          set: (beta2) => ({ ...optimizer, beta2 }),
        },
      ];
  }
}

/** The optimizer's own parameters. */
export function OptimizerParameters() {
  const { edit } = useActions();
  const optimizer = useSelect((state) => state.experiment.training.optimizer);
  const parameters = parametersOf(optimizer);
  if (parameters.length === 0) return null;
  return (
    <div className="more-settings-row">
      {parameters.map(({ label, value, options, set }) => (
        <NumberCombobox
          key={label}
          label={label}
          value={value}
          options={options}
          limits={SHARE}
          onChange={(to) =>
            edit(`${label} ${formatNumber(Number(to))}`, setTraining({ optimizer: set(Number(to)) }))
          }
        />
      ))}
    </div>
  );
}
