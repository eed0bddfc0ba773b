import { NumberCombobox } from '../../controls/NumberCombobox';
import { formatNumber, type NumberLimits } from '../../controls/parseNumber';
import { Switch } from '../../controls/Switch';
import { setTraining } from '../../experiment/changes';
import type { StopRules } from '../../experiment/experiment';
import { useActions, useSelect } from '../../store/context';

interface Rule {
  readonly name: keyof StopRules;
  readonly label: string;
  readonly field: string;
  readonly first: number;
  readonly options: readonly number[];
  readonly limits: NumberLimits;
}

const SMALL = [0.01, 0.001, 0.0001, 0.00001, 0.000001, 0.0000001];
const EPSILON = { min: 1e-12, max: 1000 };

const RULES: readonly Rule[] = [
  {
    name: 'lossChange',
    label: '|ΔL| is below ε₁',
    field: 'ε₁',
    first: 0.000001,
    options: SMALL,
    limits: EPSILON,
  },
  {
    name: 'gradientNorm',
    label: '‖∇L‖ is below ε₂',
    field: 'ε₂',
    first: 0.001,
    options: SMALL,
    limits: EPSILON,
  },
  {
    name: 'epochs',
    label: 'so many epochs are done',
    field: 'Epochs',
    first: 500,
    options: [50, 100, 200, 500, 1000, 2000],
    limits: { min: 1, max: 1_000_000, integer: true },
  },
];

/** When a run stops by itself. */
export function StopRuleSettings() {
  const { edit } = useActions();
  const stop = useSelect((state) => state.experiment.training.stop);
  const set = (label: string, rules: StopRules) => edit(label, setTraining({ stop: rules }));
  return (
    <>
      <h2>Stop when</h2>
      {RULES.map(({ name, label, field, first, options, limits }) => {
        const value = stop?.[name];
        return (
          <div key={name} className="more-settings-rule">
            <Switch
              label={label}
              checked={value !== undefined}
              onChange={(on) =>
                set(on ? `Stop when ${label}` : 'Stop rule off', withRule(stop, name, on ? first : null))
              }
            />
            <NumberCombobox
              label={field}
              value={value ?? first}
              options={options}
              limits={limits}
              disabled={value === undefined}
              onChange={(to) => set(`${field} ${formatNumber(Number(to))}`, withRule(stop, name, Number(to)))}
            />
          </div>
        );
      })}
    </>
  );
}

function withRule(stop: StopRules | undefined, name: keyof StopRules, value: number | null): StopRules {
  const { [name]: _previous, ...others } = stop ?? {};
  return value === null ? others : { ...others, [name]: value };
}
