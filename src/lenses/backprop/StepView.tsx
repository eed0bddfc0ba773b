import { useEffect, useRef, useState } from 'react';
import { Segment } from '../../controls/Segment';
import { SpinButton } from '../../controls/SpinButton';
import { TextButton } from '../../controls/TextButton';
import { layerSizes } from '../../experiment/shape';
import { useActions, useSelect } from '../../store/context';
import { Explain } from './Explain';
import { Nodes, type UnitPlace } from './Nodes';
import { StageBar } from './StageBar';
import { useStepValues, useToken } from './useStepValues';
import { useStory } from './useStory';
import './StepView.css';

/** Milliseconds between two steps of a story that plays by itself. */
const PACE = 1200;

const MODES = [
  { value: 'token', label: 'One token' },
  { value: 'batch', label: 'Minibatch' },
] as const;
type Mode = (typeof MODES)[number]['value'];

/** The step as a story: every number of it, forward and backward, one at a time. */
export function StepView() {
  const experiment = useSelect((state) => state.experiment);
  const root = useRef<HTMLDivElement>(null);
  const token = useToken();
  const story = useStory();
  const [lit, onLight] = useState<UnitPlace | null>(null);
  const [playing, setPlaying] = useState(false);
  const { setToken, light } = useActions();
  const [mode, setMode] = useState<Mode>('token');
  const { values, batch } = useStepValues(root, token.place, mode === 'batch');
  const notation = { features: experiment.features, units: layerSizes(experiment).slice(1) };
  const { stage, place, atEnd, forward } = story;

  useEffect(() => {
    if (!playing || atEnd) return;
    const timer = setInterval(forward, PACE);
    return () => clearInterval(timer);
  });
  const layer = lit?.layer ?? (stage.kind === 'input' ? -1 : stage.layer);
  const unit = lit?.unit ?? place.item;
  const isUnit = lit !== null || stage.kind === 'input' || stage.layer >= 0;
  useEffect(() => {
    light(isUnit ? { layer, unit } : null);
    return () => light(null);
  }, [light, isUnit, layer, unit]);

  return (
    <div ref={root} className="backprop-step">
      <div className="backprop-bar">
        <StageBar story={story} notation={notation} />
        <Segment label="Step on" value={mode} options={MODES} onChange={setMode} />
        <SpinButton
          label="Token"
          layout="inline"
          min={1}
          max={token.count}
          value={token.place + 1}
          onChange={(to) => setToken(to - 1)}
          onEnd={() => undefined}
        />
      </div>
      <div className="backprop-body">
        <div className="backprop-scroller">
          <Nodes story={story} notation={notation} lit={lit} onLight={onLight} />
          {mode === 'batch' && <Batch places={batch} shown={token.place} />}
        </div>
        <div className="backprop-told">
          <Explain
            key={`${place.stage}:${place.item}`}
            {...{ story, notation, experiment, values, lit, onLight, minibatch: mode === 'batch' }}
          />
          <div className="backprop-buttons">
            <TextButton onClick={() => setPlaying(!playing && !atEnd)}>
              {playing && !atEnd ? 'Stop' : 'Play slowly'}
            </TextButton>
            <TextButton onClick={story.back}>Previous step</TextButton>
            <TextButton onClick={story.finishPhase}>Finish phase</TextButton>
            <TextButton primary onClick={story.forward}>
              Next step
            </TextButton>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The tokens that the next update takes; a press tells the story of another one. */
function Batch({ places, shown }: { places: readonly number[]; shown: number }) {
  const { setToken } = useActions();
  return (
    <p className="backprop-batch" role="group" aria-label="Tokens of the minibatch">
      The next update takes {places.length === 1 ? 'token' : `the mean over ${places.length} tokens:`}{' '}
      {places.map((place) => (
        <button
          key={place}
          type="button"
          aria-label={`Token ${place + 1}`}
          aria-current={place === shown || undefined}
          onClick={() => setToken(place)}
        >
          {place + 1}
        </button>
      ))}
    </p>
  );
}
