import { PanelHead } from '../../controls/PanelHead';
import { useHidden } from '../../controls/useHidden';
import { DATASET_LABELS } from '../../experiment/names';
import { useSelect } from '../../store/context';
import { DataSettings } from './DataSettings';
import { Gallery } from './Gallery';
import { IrisColumns } from './IrisColumns';
import './ProblemPanel.css';

/** Panel a: which points there are to learn. */
export function ProblemPanel() {
  const dataset = useSelect((state) => state.experiment.problem.dataset);
  const hidden = useHidden('Problem');
  return (
    <section className="problem">
      <PanelHead
        letter="a"
        title="Problem"
        subtitle={dataset === 'custom' ? 'Custom points' : DATASET_LABELS[dataset]}
      />
      {!hidden && <Gallery />}
      {!hidden && dataset === 'iris' && <IrisColumns />}
      <DataSettings />
    </section>
  );
}
