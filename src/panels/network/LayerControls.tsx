import { setActivation, setOutput, setUnits } from '../../experiment/changes';
import { LIMITS } from '../../experiment/limits';
import { ACTIVATION_LABELS, HIDDEN_ACTIVATIONS } from '../../experiment/names';
import { outputChoices } from '../../experiment/shape';
import { Select } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { useActions, useSelect } from '../../store/context';
import { ActivationGlyph } from './ActivationGlyph';
import { Stepper } from './Stepper';

/** 1 unit, 8 units */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const ACTIVATION_OPTIONS = HIDDEN_ACTIVATIONS.map((value) => ({ value, label: ACTIVATION_LABELS[value] }));

/** How many units a hidden layer has. `layer` counts from 0. */
export function UnitStepper({ layer, words }: { layer: number; words: boolean }) {
  const units = useSelect((state) => state.experiment.network.hidden[layer]?.units ?? 0);
  const actions = useActions();
  const count = words ? countOf(units, 'unit') : String(units);
  if (useHidden('Units')) return <span className="network-plain">{countOf(units, 'unit')}</span>;
  return (
    <Stepper
      removeLabel={`Remove unit from hidden layer ${layer + 1}`}
      addLabel={`Add unit to hidden layer ${layer + 1}`}
      removeReason={units <= 1 ? 'A layer has at least one unit.' : null}
      addReason={units >= LIMITS.units ? `At most ${LIMITS.units} units a layer.` : null}
      onRemove={() => actions.edit('Remove unit', setUnits(layer, units - 1))}
      onAdd={() => actions.edit('Add unit', setUnits(layer, units + 1))}
    >
      {count}
    </Stepper>
  );
}

/** A hidden layer's activation. */
export function LayerActivation({ layer, glyph }: { layer: number; glyph: boolean }) {
  const activation = useSelect((state) => state.experiment.network.hidden[layer]?.activation ?? 'tanh');
  const actions = useActions();
  const picture = glyph ? <ActivationGlyph activation={activation} /> : null;
  if (useHidden('Activation')) {
    return (
      <span className="network-plain">
        {picture}
        {ACTIVATION_LABELS[activation]}
      </span>
    );
  }
  return (
    <Select
      label={`Activation of hidden layer ${layer + 1}`}
      layout="bare"
      value={activation}
      options={ACTIVATION_OPTIONS}
      before={picture}
      onChange={(chosen) =>
        actions.edit(`${ACTIVATION_LABELS[chosen]} in layer ${layer + 1}`, setActivation(layer, chosen))
      }
    />
  );
}

/** The output's activation, where the problem leaves a choice. */
export function OutputActivation({ glyph }: { glyph: boolean }) {
  const problem = useSelect((state) => state.experiment.problem);
  const output = useSelect((state) => state.experiment.network.output);
  const actions = useActions();
  const picture = glyph ? <ActivationGlyph activation={output} /> : null;
  if (useHidden('Output activation')) {
    return (
      <span className="network-plain">
        {picture}
        {ACTIVATION_LABELS[output]}
      </span>
    );
  }
  return (
    <Select
      label="Output activation"
      layout="bare"
      value={output}
      options={outputChoices(problem).map((value) => ({ value, label: ACTIVATION_LABELS[value] }))}
      before={picture}
      onChange={(chosen) => actions.edit(`Output ${ACTIVATION_LABELS[chosen]}`, setOutput(chosen))}
    />
  );
}
