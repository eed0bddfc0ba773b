import { useState } from 'react';
import { taskOf } from '../../experiment/shape';
import { later } from '../../controls/later';
import { Segment } from '../../controls/Segment';
import { useActions, useSelect } from '../../store/context';
import { LossCurves } from './LossCurves';
import { lossFormula } from './lossFormula';
import './LossSection.css';

const ConfusionMatrix = later(async () => (await import('./ConfusionMatrix')).ConfusionMatrix);
const PredictedTrue = later(async () => (await import('./PredictedTrue')).PredictedTrue);

const SCALES = [
  { value: 'log', label: 'Log' },
  { value: 'linear', label: 'Linear' },
] as const;
const SETS = [
  { value: 'train', label: 'Train' },
  { value: 'test', label: 'Test' },
] as const;

/** The second figure: the loss curves, or how predictions and truth compare. */
export function LossSection() {
  const regression = useSelect((state) => taskOf(state.experiment.problem) === 'regression');
  const detail = useSelect((state) => state.view.detail);
  const lossScale = useSelect((state) => state.view.lossScale);
  const testCount = useSelect((state) => state.status.testCount);
  const actions = useActions();
  const [wanted, setWanted] = useState<'train' | 'test'>('test');
  const set = testCount > 0 ? wanted : 'train';
  const figures = [
    { value: 'loss', label: 'Loss' },
    { value: 'fit', label: regression ? 'Predicted against true' : 'Confusion matrix' },
  ] as const;
  return (
    <section className="loss-section">
      <h3 className="visually-hidden">{detail === 'loss' ? 'Loss' : figures[1].label}</h3>
      <div className="loss-section-head">
        <Segment
          label="Second figure"
          value={detail}
          options={figures}
          onChange={(value) => actions.setView({ detail: value })}
        />
        {detail === 'loss' && (
          <Segment
            label="Loss axis"
            value={lossScale}
            options={SCALES}
            onChange={(value) => actions.setView({ lossScale: value })}
          />
        )}
        {detail === 'fit' && !regression && testCount > 0 && (
          <Segment label="Points counted" value={set} options={SETS} onChange={setWanted} />
        )}
      </div>
      {detail === 'loss' && <LossFormula />}
      {detail === 'loss' ? <LossCurves /> : regression ? <PredictedTrue /> : <ConfusionMatrix set={set} />}
    </section>
  );
}

function LossFormula() {
  const experiment = useSelect((state) => state.experiment);
  return (
    <p className="loss-formula">
      <span className="loss-formula-math">
        {lossFormula(experiment).map(({ kind, text }, i) => {
          if (kind === 'variable') return <i key={i}>{text}</i>;
          return kind === 'sub' ? <sub key={i}>{text}</sub> : text;
        })}
      </span>{' '}
      without penalty
    </p>
  );
}
