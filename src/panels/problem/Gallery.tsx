import { useId, useMemo } from 'react';
import { createDataset } from '../../data/createDataset';
import { setDataset } from '../../experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../experiment/defaults';
import { DATASET_CLASSES, DATASETS, DATASET_LABELS, type DatasetName } from '../../experiment/names';
import { THUMBNAIL_SAMPLES } from '../../figures/thumbnails/layout';
import { useActions, useSelect } from '../../store/context';
import { Thumbnail } from './Thumbnail';
import './Gallery.css';

const GROUPS = [
  { title: 'Classification', has: (name: DatasetName) => DATASET_CLASSES[name] === 2 },
  { title: 'Several classes', has: (name: DatasetName) => DATASET_CLASSES[name] > 2 },
  { title: 'Regression', has: (name: DatasetName) => DATASET_CLASSES[name] === 0 },
];

/** Every problem as a radio button with a picture of its points. */
export function Gallery() {
  const name = useId();
  const { edit } = useActions();
  const chosen = useSelect((state) => state.experiment.problem.dataset);
  const seed = useSelect(selectSeed);
  return (
    <div className="gallery" role="radiogroup" aria-label="Problem">
      {GROUPS.map(({ title, has }) => (
        <div key={title} className="gallery-group">
          <h3>{title}</h3>
          {DATASETS.filter(has).map((dataset) => (
            <label key={dataset} className="gallery-problem">
              <input
                type="radio"
                name={name}
                checked={dataset === chosen}
                onChange={() => edit(DATASET_LABELS[dataset], setDataset(dataset))}
              />
              <Sample dataset={dataset} seed={seed} />
              <span>{DATASET_LABELS[dataset]}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}

function selectSeed({ experiment }: { experiment: typeof DEFAULT_EXPERIMENT }): number {
  const { problem } = experiment;
  return problem.dataset !== 'custom' && typeof problem.seed === 'number' ? problem.seed : 1;
}

/** A few points of the problem's own generator, from the present seed. */
function Sample({ dataset, seed }: { dataset: DatasetName; seed: number }) {
  const experiment = useMemo(() => {
    const { problem } = setDataset(dataset)(DEFAULT_EXPERIMENT);
    if (problem.dataset === 'custom') return DEFAULT_EXPERIMENT;
    const samples = THUMBNAIL_SAMPLES[DATASET_CLASSES[dataset] > 0 ? 'classification' : 'regression'];
    return { ...DEFAULT_EXPERIMENT, problem: { ...problem, seed, samples, trainFraction: 1 } };
  }, [dataset, seed]);
  const points = useMemo(() => createDataset(experiment), [experiment]);
  return <Thumbnail points={points} extent={reachOf(points.inputs)} />;
}

/** A thumbnail is filled by its points, whatever their units. */
function reachOf(inputs: Float64Array): number {
  return inputs.reduce((reach, value) => Math.max(reach, Math.abs(value)), 0.1);
}
