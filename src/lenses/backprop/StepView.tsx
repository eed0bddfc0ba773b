import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../controls/IconButton';
import { Segment } from '../../controls/Segment';
import { TextButton } from '../../controls/TextButton';
import { layerSizes } from '../../experiment/shape';
import { useSelect } from '../../store/context';
import { Batch } from './Batch';
import { Explain, type Form } from './Explain';
import { useLighting } from './lighting';
import { Nodes } from './Nodes';
import { StageBar } from './StageBar';
import { TokenChoice } from './TokenChoice';
import { TypedTokenFields } from './TypedToken';
import { toldPlace, useStepValues, useToken } from './useStepValues';
import { useStory } from './useStory';
import { useRing, useToldToken } from './useToldToken';
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
  const picked = useToken();
  const told = useToldToken();
  const story = useStory();
  const lighting = useLighting(story);
  const [playing, setPlaying] = useState(false);
  const [mode, setMode] = useState<Mode>('token');
  const [form, setForm] = useState<Form>('unit');
  const isBatch = mode === 'batch';
  const { values, batch } = useStepValues(root, isBatch ? picked : told, isBatch);
  useRing(told, batch === null ? told.place : toldPlace(batch, picked.place));
  const notation = { features: experiment.features, units: layerSizes(experiment).slice(1) };
  const { atEnd, forward } = story;

  useEffect(() => {
    if (!playing || atEnd) return;
    const timer = setInterval(forward, PACE);
    return () => clearInterval(timer);
  });

  return (
    <div ref={root} className="backprop-step">
      <div className="backprop-choice">
        <Segment label="Step on" value={mode} options={MODES} onChange={setMode} />
        <TokenChoice token={told} ofTheData={isBatch} />
      </div>
      <StageBar story={story} notation={notation} />
      {!isBatch && told.typing !== null && <TypedTokenFields typing={told.typing} />}
      {batch !== null && <Batch batch={batch} picked={picked.place} />}
      <div className="backprop-body">
        <div className="backprop-scroller">
          <Nodes {...lighting} notation={notation} />
        </div>
        <div className="backprop-told">
          <Explain
            {...{ ...lighting, notation, experiment, values, form }}
            onForm={setForm}
            minibatch={isBatch && batch?.places.length !== 0}
          />
          <div className="backprop-buttons">
            <TextButton onClick={() => setPlaying(!playing && !atEnd)}>
              {playing && !atEnd ? 'Stop' : 'Play slowly'}
            </TextButton>
            <TextButton onClick={story.finishPhase}>Finish phase</TextButton>
            <IconButton label="Previous step" icon="chevron" className="backprop-back" onClick={story.back} />
            <TextButton primary onClick={story.forward}>
              Next step
            </TextButton>
          </div>
        </div>
      </div>
    </div>
  );
}
