import { useId, useRef, type ReactNode } from 'react';
import { useSize } from '../../controls/useSize';
import { useSelect } from '../../store/context';
import { figureOf, type LectureFigureName } from '../lectures/figureOf';
import { LectureFigure } from '../lectures/LectureFigure';
import { DecisionMap } from './DecisionMap';
import { Legend } from './Legend';
import { LossSection } from './LossSection';
import { Metrics } from './Metrics';
import { PointTools } from './PointTools';
import { MapStyleChoice, OutputSubtitle } from './OutputHead';
import { axesOf } from './shown';
import { usePointTool } from './usePointTool';
import './OutputPanel.css';

/** px beside and around the square: axes, legend, tools, loss, numbers */
const LEFT_AXIS = { plain: 26, named: 36 } as const;
const BESIDES = { plain: 404, named: 416 } as const;
/** What the words about linear regions take, where they are on show. */
const REGION_NOTES = 56;
const LEAST_SIDE = 144;

/** Panel c of the desk: what the network has learned, and how well. */
export function OutputPanel() {
  const figure = useSelect((state) => figureOf(state.experiment.problem));
  return figure === null ? <WideOutput /> : <LectureOutput figure={figure} />;
}

/** The figure of a problem from the lectures over loss and numbers. */
function LectureOutput({ figure }: { figure: LectureFigureName }) {
  const id = useId();
  return (
    <section className="output-panel" aria-labelledby={id} data-figure={figure}>
      <Head id={id} />
      <div className="output-body">
        <LectureFigure name={figure} />
        <LossSection />
        <Metrics />
      </div>
    </section>
  );
}

function WideOutput() {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(body);
  const tools = usePointTool();
  const named = useSelect((state) => axesOf(state.experiment.problem) !== null) ? 'named' : 'plain';
  const notes = useSelect((state) => state.view.regions) ? REGION_NOTES : 0;
  const side = Math.floor(
    Math.max(LEAST_SIDE, Math.min(width - LEFT_AXIS[named] - 1, height - BESIDES[named] + 48 - notes)),
  );
  return (
    <section className="output-panel" aria-labelledby={id}>
      <Head id={id}>
        <MapStyleChoice />
      </Head>
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

function Head({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <header className="output-head">
      <h2 id={id} className="output-title">
        <span className="output-letter">c</span> Output
      </h2>
      <OutputSubtitle />
      {children}
    </header>
  );
}
