import { useMemo } from 'react';
import { later } from '../../controls/later';
import { createDataset } from '../../data/createDataset';
import { setDataset } from '../../experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../experiment/defaults';
import { DATASET_CLASSES, isLecture, type DatasetName } from '../../experiment/names';
import { THUMBNAIL_SAMPLES } from '../../figures/thumbnails/layout';
import { useSelect } from '../../store/context';
import { Thumbnail } from './Thumbnail';

const LectureSample = later(async () => (await import('./LectureSample')).LectureSample);

/** A few points of the problem's own generator, from the present seed. */
export function Sample({ dataset }: { dataset: DatasetName }) {
  const seed = useSelect(selectSeed);
  if (isLecture(dataset)) return <LectureSample dataset={dataset} seed={seed} />;
  return <PlaneSample dataset={dataset} seed={seed} />;
}

function selectSeed({ experiment }: { experiment: typeof DEFAULT_EXPERIMENT }): number {
  const { problem } = experiment;
  return problem.dataset !== 'custom' && typeof problem.seed === 'number' ? problem.seed : 1;
}

function PlaneSample({ dataset, seed }: { dataset: DatasetName; seed: number }) {
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
