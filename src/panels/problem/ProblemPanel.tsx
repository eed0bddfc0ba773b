import { later } from '../../controls/later';
import { PanelHead } from '../../controls/PanelHead';
import { useHidden } from '../../controls/useHidden';
import { DATASET_LABELS } from '../../experiment/names';
import { useSelect } from '../../store/context';
import { DataSettings } from './DataSettings';
import { Gallery } from './Gallery';
import './ProblemPanel.css';

const IrisColumns = later(async () => (await import('./IrisColumns')).IrisColumns);
const DigitQuestion = later(async () => (await import('../lectures/digits/DigitQuestion')).DigitQuestion);

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
      {!hidden && dataset === 'digits' && <DigitQuestion />}
      <DataSettings />
    </section>
  );
}
