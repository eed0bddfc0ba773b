import { useId, type MouseEvent, type ReactNode } from 'react';
import { Select } from '../../../controls/Select';
import { TextButton } from '../../../controls/TextButton';
import { setTable, setVariant } from '../../../experiment/changes';
import { coordinateCount, tableOf } from '../../../experiment/shape';
import { BY_HAND, byHandLabel, setByHand } from '../../../figures/gates/byHand';
import { removeHiddenLayers, setPerceptronRule } from '../../../figures/gates/perceptronRule';
import { resizeTable } from '../../../figures/gates/rows';
import { useActions, useSelect } from '../../../store/context';

const INPUTS = ['2', '3', '4'].map((value) => ({ value, label: value }));

/** How many inputs, gates set by hand, and the perceptron rule. */
export function GateControls() {
  return (
    <div className="gate-controls">
      <InputCount />
      <ByHandChoice />
      <RuleButton />
    </div>
  );
}

/** Parity and truth tables come with 2, 3 or 4 inputs. */
function InputCount() {
  const { edit } = useActions();
  const problem = useSelect((state) => state.experiment.problem);
  if (problem.dataset !== 'parity' && problem.dataset !== 'truth-table') return null;
  const choose = (value: string) =>
    problem.dataset === 'parity'
      ? edit(`${value} inputs`, setVariant(value))
      : edit(`${value} inputs`, setTable(resizeTable(tableOf(problem), Number(value))));
  return (
    <Select label="Inputs" value={String(coordinateCount(problem))} options={INPUTS} onChange={choose} />
  );
}

function ByHandChoice() {
  const { edit } = useActions();
  const inputs = useSelect((state) => coordinateCount(state.experiment.problem));
  const options = BY_HAND.map((value) => ({ value, label: byHandLabel(value, inputs) }));
  return (
    <Select
      label="Gates by hand"
      value="choose"
      options={[{ value: 'choose', label: 'Choose', disabled: true }, ...options]}
      onChange={(value) => {
        const preset = BY_HAND.find((each) => each === value);
        if (preset === undefined) return;
        edit(`${byHandLabel(preset, inputs)} by hand`, setByHand(preset), { restart: true });
      }}
    />
  );
}

function RuleButton() {
  const { edit } = useActions();
  const id = useId();
  const hidden = useSelect((state) => state.experiment.network.hidden.length);

  /** The press takes its own button away and gives the keyboard the one that it has made ready. */
  function remove({ currentTarget }: MouseEvent<HTMLElement>): void {
    const controls = currentTarget.closest('.gate-controls');
    edit('No hidden layer', removeHiddenLayers());
    requestAnimationFrame(() => controls?.querySelector<HTMLElement>('.text-button')?.focus());
  }
  if (hidden === 0) {
    return (
      <TextButton onClick={() => edit('Perceptron rule', setPerceptronRule(), { restart: true })}>
        Perceptron rule
      </TextButton>
    );
  }
  return (
    <>
      <button type="button" className="text-button gate-rule" disabled aria-describedby={id}>
        Perceptron rule
      </button>
      <Reason id={id}>
        For one layer only.{' '}
        <button type="button" className="gate-link" onClick={remove}>
          Remove hidden layers
        </button>
      </Reason>
    </>
  );
}

function Reason({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="gate-reason">
      {children}
    </p>
  );
}
