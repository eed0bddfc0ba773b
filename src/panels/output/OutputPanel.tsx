import { useId, useRef } from 'react';
import { PHONE, useMedia } from '../../controls/useMedia';
import { useSize } from '../../controls/useSize';
import { useSelect } from '../../store/context';
import { DecisionMap } from './DecisionMap';
import { Legend } from './Legend';
import { LossSection } from './LossSection';
import { Metrics } from './Metrics';
import { PhoneOutput } from './PhoneOutput';
import { PointTools } from './PointTools';
import { MapStyleChoice, OutputSubtitle } from './OutputHead';
import { axesOf } from './shown';
import { usePointTool } from './usePointTool';
import './OutputPanel.css';

/** px beside and around the square: axes, legend, tools, loss, numbers */
const LEFT_AXIS = { plain: 26, named: 36 } as const;
const BESIDES = { plain: 372, named: 384 } as const;
const LEAST_SIDE = 180;

/** Panel c: what the network has learned, and how well. */
export function OutputPanel() {
  return useMedia(PHONE) ? <PhoneOutput /> : <WideOutput />;
}

function WideOutput() {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(body);
  const tools = usePointTool();
  const named = useSelect((state) => axesOf(state.experiment.problem) !== null) ? 'named' : 'plain';
  const side = Math.floor(
    Math.max(LEAST_SIDE, Math.min(width - LEFT_AXIS[named] - 1, height - BESIDES[named] + 48)),
  );
  return (
    <section className="output-panel" aria-labelledby={id}>
      <header className="output-head">
        <h2 id={id} className="output-title">
          <span className="output-letter">c</span> Output
        </h2>
        <OutputSubtitle />
        <MapStyleChoice />
      </header>
      <div ref={body} className="output-body">
        {width > 0 && <DecisionMap side={side} axes={true} {...tools} />}
        <Legend />
        <PointTools {...tools} />
        <LossSection />
        <Metrics />
      </div>
    </section>
  );
}
