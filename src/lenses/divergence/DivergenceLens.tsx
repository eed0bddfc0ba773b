import { useMemo, useRef, useState } from 'react';
import { Switch } from '../../controls/Switch';
import { SpinButton } from '../../controls/SpinButton';
import { TextButton } from '../../controls/TextButton';
import { taskOf } from '../../experiment/shape';
import { divergencesOf } from '../../figures/divergence/divergence';
import { smoothed, withProbability } from '../../figures/divergence/probabilities';
import { sameSizes } from '../../panels/output/sameSizes';
import { useDataset } from '../../panels/useDataset';
import { useActions, useFrame, useFrames, useSelect } from '../../store/context';
import { useMarkedToken } from '../useMarkedToken';
import { useThrottle } from '../../store/throttle';
import { benchModel, type BenchModel } from './benchModel';
import { BenchWords } from './BenchWords';
import { DivergenceCards } from './DivergenceCards';
import { ProbabilityRows } from './ProbabilityRows';
import { SlopeFigure } from './SlopeFigure';
import { writeBench } from './writeBench';
import './DivergenceLens.css';

/** Squared error, cross-entropy and KL of one token's probabilities, side by side. */
export function DivergenceLens() {
  const isRegression = useSelect((state) => taskOf(state.experiment.problem) === 'regression');
  if (isRegression)
    return (
      <p className="divergence-none">
        This lens compares probabilities of classes; the present problem has numbers as targets. Choose a
        classification problem to use it.
      </p>
    );
  return (
    <div className="divergence-lens">
      <Bench />
    </div>
  );
}

/** What has been dragged, and of which token; another token begins anew. */
interface Dragged {
  readonly of: BenchModel;
  readonly values: readonly number[];
}

const done = () => undefined;

function Bench() {
  useMarkedToken();
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const wanted = useSelect((state) => state.view.token);
  const token = Math.max(0, Math.min(dataset.count - 1, wanted));
  const model = useMemo(() => benchModel(experiment, dataset, token), [experiment, dataset, token]);
  const [soft, setSoft] = useState(false);
  const [output, setOutput] = useState<Dragged | null>(null);
  const [target, setTarget] = useState<Dragged | null>(null);
  const actions = useActions();
  const frames = useFrames();
  const root = useRef<HTMLDivElement>(null);
  const given = useMemo(() => targetOf(model, soft, target), [model, soft, target]);
  const dragged = output?.of === model ? output.values : null;
  const isDue = useThrottle([model, given, dragged]);

  /** What the sliders show now. */
  function present(): readonly number[] | null {
    const snapshot = frames.current();
    if (dragged !== null) return dragged;
    return snapshot === null || !sameSizes(snapshot.sizes, model.sizes)
      ? null
      : model.probabilities(snapshot.parameters);
  }
  function drag(k: number, to: number): void {
    const values = present();
    if (values !== null) setOutput({ of: model, values: withProbability(values, k, to) });
  }
  useFrame(
    (snapshot) => {
      if (root.current === null || !sameSizes(snapshot.sizes, model.sizes)) return;
      if (!isDue(snapshot)) return;
      const y = dragged ?? model.probabilities(snapshot.parameters);
      if (!y.every(Number.isFinite)) return;
      writeBench(root.current, { model, y, d: given, divergences: divergencesOf(model.kind, y, given) });
    },
    [model, given, dragged],
  );
  const own = model.classes[model.own];
  return (
    <div ref={root} className="divergence">
      <div className="divergence-bar">
        <SpinButton
          label="Token"
          layout="inline"
          value={token + 1}
          min={1}
          max={dataset.count}
          onChange={(value) => actions.setToken(value - 1)}
          onEnd={done}
        />
        <span className="divergence-token">
          {model.isTest ? 'test' : 'train'}, {own?.name}
          {own?.note ? ` (${own.note})` : ''}
        </span>
        <Switch label="Soft targets" checked={soft} onChange={setSoft} />
        {dragged === null ? (
          <span className="divergence-source">ŷ follows the network</span>
        ) : (
          <TextButton
            onClick={() => {
              setOutput(null);
              root.current?.querySelector<HTMLInputElement>('input[type=range]')?.focus();
            }}
          >
            Back to the network
          </TextButton>
        )}
      </div>
      <ProbabilityRows
        model={model}
        soft={soft}
        onOutput={drag}
        onTarget={(k, to) => setTarget({ of: model, values: withProbability(given, k, to) })}
      />
      <DivergenceCards model={model} />
      <SlopeFigure model={model} />
      <BenchWords model={model} soft={soft} />
    </div>
  );
}

function targetOf(model: BenchModel, soft: boolean, target: Dragged | null): readonly number[] {
  if (!soft) return model.target;
  return target?.of === model ? target.values : smoothed(model.classes.length, model.own);
}
