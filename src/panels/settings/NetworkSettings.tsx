import { Select, type SelectOption } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { setActivation, setLoss, setNetwork } from '../../experiment/changes';
import {
  ACTIVATION_LABELS,
  CONNECTIVITIES,
  CONNECTIVITY_LABELS,
  HIDDEN_ACTIVATIONS,
  INITIAL_WEIGHTS,
  INITIAL_WEIGHTS_LABELS,
  LOSS_LABELS,
  type HiddenActivation,
} from '../../experiment/names';
import { lossChoices } from '../../experiment/shape';
import { useActions, useSelect } from '../../store/context';

const ACTIVATIONS: readonly SelectOption<HiddenActivation | 'mixed'>[] = HIDDEN_ACTIVATIONS.map((value) => ({
  value,
  label: ACTIVATION_LABELS[value],
}));
const MIXED = { value: 'mixed', label: 'mixed', disabled: true } as const;
const CONNECTIONS = CONNECTIVITIES.map((value) => ({ value, label: CONNECTIVITY_LABELS[value] }));

/** The activation of all hidden layers. */
export function ActivationSelect() {
  const { edit } = useActions();
  const hidden = useSelect((state) => state.experiment.network.hidden);
  if (useHidden('Activation')) return null;
  const first = hidden[0]?.activation ?? 'tanh';
  const mixed = hidden.some((layer) => layer.activation !== first);
  return (
    <Select
      label="Activation"
      value={mixed ? 'mixed' : first}
      options={mixed ? [MIXED, ...ACTIVATIONS] : ACTIVATIONS}
      disabled={hidden.length === 0}
      onChange={(chosen) => {
        if (chosen !== 'mixed') edit(ACTIVATION_LABELS[chosen], setActivation('all', chosen));
      }}
    />
  );
}

export function LossSelect() {
  const { edit } = useActions();
  const loss = useSelect((state) => state.experiment.loss);
  const output = useSelect((state) => state.experiment.network.output);
  if (useHidden('Loss')) return null;
  return (
    <Select
      label="Loss"
      value={loss}
      options={lossChoices(output).map((value) => ({ value, label: LOSS_LABELS[value] }))}
      onChange={(chosen) => edit(LOSS_LABELS[chosen], setLoss(chosen))}
    />
  );
}

export function ConnectionsSelect() {
  const { edit } = useActions();
  const connectivity = useSelect((state) => state.experiment.network.connectivity);
  if (useHidden('Connections')) return null;
  return (
    <Select
      label="Connections"
      value={connectivity}
      options={CONNECTIONS}
      onChange={(chosen) => edit(CONNECTIVITY_LABELS[chosen], setNetwork({ connectivity: chosen }))}
    />
  );
}

export function InitialWeightsSelect() {
  const { edit } = useActions();
  const initial = useSelect((state) => state.experiment.network.initial ?? 'xavier');
  if (useHidden('Initial weights')) return null;
  const offered = INITIAL_WEIGHTS.filter((value) => value !== 'tensorflow-playground' || value === initial);
  return (
    <Select
      label="Initial weights"
      value={initial}
      options={offered.map((value) => ({ value, label: INITIAL_WEIGHTS_LABELS[value] }))}
      onChange={(chosen) => edit(INITIAL_WEIGHTS_LABELS[chosen], setNetwork({ initial: chosen }))}
    />
  );
}
