import { useId, useState } from 'react';
import { Select } from '../../controls/Select';
import { useMedia } from '../../controls/useMedia';
import { setDataset } from '../../experiment/changes';
import {
  DATASET_CLASSES,
  DATASETS,
  DATASET_LABELS,
  GATES,
  isGate,
  type DatasetName,
} from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';
import { Sample } from './Sample';
import './Gallery.css';

type Group = 'classification' | 'regression' | 'gates';

const GROUPS: readonly { readonly value: Group; readonly label: string }[] = [
  { value: 'classification', label: 'Classification' },
  { value: 'regression', label: 'Regression' },
  { value: 'gates', label: 'Boolean gates' },
];

function groupOf(dataset: DatasetName): Group {
  if (isGate(dataset)) return 'gates';
  return DATASET_CLASSES[dataset] > 0 ? 'classification' : 'regression';
}

/** Too low or too narrow for all problems at once; the phone scrolls. */
const COMPACT = '(min-width: 641px) and (max-width: 1199px), (min-width: 641px) and (max-height: 859px)';

/** Every problem as a radio button with a picture of its points. */
export function Gallery() {
  const chosen = useSelect((state) => state.experiment.problem.dataset);
  const lensOpen = useSelect((state) => state.view.lens !== null);
  const compact = useMedia(COMPACT) || lensOpen;
  const [group, setGroup] = useState<Group>(chosen === 'custom' ? 'classification' : groupOf(chosen));
  /** Chosen by a press, while what it needs is loading. */
  const [wanted, setWanted] = useState<DatasetName | null>(null);
  const failed = useSelect((state) => state.notice?.place === 'data');
  const checked = failed ? chosen : (wanted ?? chosen);
  // Another problem, as by a link, brings its group along.
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen) {
    setShown(chosen);
    setWanted(null);
    if (chosen !== 'custom') setGroup(groupOf(chosen));
  }
  return (
    <div className="gallery" data-compact={compact || undefined}>
      {compact && (
        <Select label="Kind of problem" layout="bare" value={group} options={GROUPS} onChange={setGroup} />
      )}
      <div className="gallery-groups" role="radiogroup" aria-label="Problem">
        {GROUPS.filter(({ value }) => !compact || value === group).map(({ value, label }) => (
          <div key={value} className="gallery-group" data-group={value}>
            {!compact && <h3>{label}</h3>}
            {(value === 'gates' ? GATES : DATASETS.filter((name) => groupOf(name) === value)).map(
              (dataset) => (
                <Choice key={dataset} dataset={dataset} checked={dataset === checked} onChoose={setWanted} />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly dataset: DatasetName;
  readonly checked: boolean;
  readonly onChoose: (dataset: DatasetName) => void;
}

function Choice({ dataset, checked, onChoose }: ChoiceProps) {
  const { edit, notify } = useActions();
  const name = useId();
  return (
    <label className="gallery-problem">
      <input
        className="input-over"
        type="radio"
        name="problem"
        checked={checked}
        onChange={() => {
          notify(null);
          onChoose(dataset);
          edit(DATASET_LABELS[dataset], setDataset(dataset));
        }}
        aria-labelledby={name}
      />
      <Sample dataset={dataset} />
      <span id={name} className="gallery-name">
        {DATASET_LABELS[dataset]}
      </span>
    </label>
  );
}
