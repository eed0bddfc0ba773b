import { useMemo } from 'react';
import { layerSizes } from '../../../experiment/shape';
import { useDataset } from '../../../panels/useDataset';
import { useSelect } from '../../../store/context';
import { tokenOf } from '../tokens';
import { CostTable } from './CostTable';
import { GradientFigures } from './GradientFigures';
import { LossAlongWeight } from './LossAlongWeight';
import './GradientsView.css';

/** What the whole network feels of a step: norms, one weight's loss, the minibatch's noise, and what it costs. */
export function GradientsView() {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const train = useMemo(
    () => Array.from(dataset.train, (place) => tokenOf(experiment, dataset, place)),
    [experiment, dataset],
  );
  return (
    <div className="gradients-scroller">
      <GradientFigures experiment={experiment} dataset={dataset} train={train}>
        <LossAlongWeight experiment={experiment} train={train} />
        <CostTable sizes={layerSizes(experiment)} tokens={train.length} />
      </GradientFigures>
    </div>
  );
}
