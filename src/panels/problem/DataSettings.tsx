import { useCallback } from 'react';
import { IconButton } from '../../controls/IconButton';
import { Slider } from '../../controls/Slider';
import { SpinButton } from '../../controls/SpinButton';
import { useHidden } from '../../controls/useHidden';
import { IRIS_COUNT } from '../../data/iris';
import { assignTrain } from '../../data/split';
import { setProblem, setTrainFraction, type Change } from '../../experiment/changes';
import type { Problem } from '../../experiment/experiment';
import { isGate } from '../../experiment/names';
import { LIMITS } from '../../experiment/limits';
import { useActions, useSelect } from '../../store/context';
import { useDataset } from '../useDataset';
import './DataSettings.css';

/** How the points are drawn and shared out. What a problem does not have shows "–". */
export function DataSettings() {
  const problem = useSelect((state) => state.experiment.problem);
  return (
    <div className="data-settings">
      <NoiseSlider problem={problem} />
      <TrainShareSlider problem={problem} />
      <SamplesSlider problem={problem} />
      <DataSeed problem={problem} />
    </div>
  );
}

/** Edits of one drag are one step of undo. */
function useDrag(name: string): readonly [(label: string, change: Change) => void, () => void] {
  const { edit, endGesture } = useActions();
  const drag = useCallback(
    (label: string, change: Change) => edit(label, change, { gesture: name }),
    [edit, name],
  );
  return [drag, endGesture];
}

function NoiseSlider({ problem }: { problem: Problem }) {
  const [drag, release] = useDrag('Noise');
  if (useHidden('Noise')) return null;
  const applies = !['custom', 'iris', 'digits'].includes(problem.dataset) && !isGate(problem.dataset);
  const noise = problem.dataset === 'custom' ? 0 : problem.noise;
  return (
    <Slider
      label="Noise"
      {...LIMITS.noise}
      value={noise}
      text={noise.toFixed(2)}
      disabled={!applies}
      onChange={(to) => drag(`Noise ${to}`, setProblem({ noise: to }))}
      onEnd={release}
    />
  );
}

function TrainShareSlider({ problem }: { problem: Problem }) {
  const [drag, release] = useDrag('Train share');
  if (useHidden('Train share')) return null;
  const { min, max, step } = LIMITS.trainFraction;
  const percent = Math.round(100 * problem.trainFraction);
  return (
    <Slider
      label="Train share"
      min={100 * min}
      max={100 * max}
      step={100 * step}
      value={percent}
      text={`${percent} %`}
      valueText={`${percent} % train`}
      disabled={isGate(problem.dataset)}
      onChange={(to) =>
        drag(
          `Train share ${to} %`,
          setTrainFraction(to / 100, (count, fraction) => assignTrain(count, fraction, 1)),
        )
      }
      onEnd={release}
    />
  );
}

function SamplesSlider({ problem }: { problem: Problem }) {
  const [drag, release] = useDrag('Samples');
  const { train, test } = useDataset();
  if (useHidden('Samples')) return null;
  const { min, max, step } = LIMITS.samples;
  const most = problem.dataset === 'iris' ? IRIS_COUNT : max;
  const fixed = problem.dataset === 'custom' || isGate(problem.dataset);
  const samples = fixed ? train.length + test.length : Math.min(most, problem.samples);
  return (
    <Slider
      label="Samples"
      min={min}
      max={most}
      step={problem.dataset === 'iris' ? 10 : step}
      value={samples}
      text={String(samples)}
      disabled={fixed}
      onChange={(to) => drag(`Samples ${to}`, setProblem({ samples: to }))}
      onEnd={release}
    />
  );
}

function DataSeed({ problem }: { problem: Problem }) {
  const [drag, release] = useDrag('Data seed');
  const { newData } = useActions();
  const hidden = { seed: useHidden('Data seed'), draw: useHidden('New data') };
  if (hidden.seed && hidden.draw) return null;
  const custom = problem.dataset === 'custom';
  const fixed = custom || isGate(problem.dataset);
  const seed = custom ? 0 : problem.seed;
  // The TensorFlow Playground's seeds are texts of five decimals.
  const limits = typeof seed === 'string' ? { min: 0, max: 1, integer: false } : LIMITS.seed;
  const change = (to: number) =>
    drag('Data seed', setProblem({ seed: typeof seed === 'string' ? String(to) : to }));
  return (
    <div className="data-settings-seed">
      {!hidden.seed && (
        <SpinButton
          label="Data seed"
          layout="inline"
          {...limits}
          value={Number(seed)}
          disabled={fixed}
          onChange={change}
          onEnd={release}
        />
      )}
      {!hidden.draw && (
        <IconButton
          label="New data"
          icon="shuffle"
          shortcut="D"
          size="small"
          disabled={fixed}
          onClick={newData}
        />
      )}
    </div>
  );
}
