import { useId, useRef, useState } from 'react';
import { later } from '../../controls/later';
import { useSize } from '../../controls/useSize';
import { useSelect } from '../../store/context';
import type { LectureFigureName } from '../lectures/figureOf';
import { LectureFigure } from '../lectures/LectureFigure';
import { DecisionMap } from './DecisionMap';
import { Legend } from './Legend';
import { LossCurves } from './LossCurves';
import { LossSection } from './LossSection';
import { Metrics } from './Metrics';
import { MapStyleChoice, OutputSubtitle } from './OutputHead';
import { PointTools } from './PointTools';
import { usePointTool } from './usePointTool';
import './OutputPanel.css';

const RegionSwitch = later(async () => (await import('../regions/RegionSwitch')).RegionSwitch);

/** px of the square, and the most of the width that it takes */
const SIDE = 216;
const SHARE = 0.6;

/** The figure with the numbers beside it; what else there is opens below. */
export function PhoneOutput({ figure }: { figure: LectureFigureName | null }) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const { width } = useSize(row);
  const [open, setOpen] = useState(false);
  const tools = usePointTool();
  const tool = open ? tools.tool : { ...tools.tool, name: 'move' as const };
  const trouble = useSelect((state) => state.notice?.place === 'points');
  return (
    <section className="output-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="visually-hidden">
        Output
      </h2>
      {figure !== null && <LectureFigure name={figure} />}
      <div ref={row} className="output-row">
        {figure === null && width > 0 && (
          <DecisionMap
            side={Math.floor(Math.min(SIDE, SHARE * width))}
            axes={false}
            tool={tool}
            onTool={tools.onTool}
          />
        )}
        <div className="output-strip">
          <Metrics />
          {!open && <LossCurves bare />}
        </div>
      </div>
      <button
        type="button"
        className="output-more"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Fewer figure options' : 'Figure options'}
      </button>
      {(open || trouble) && (
        <div id={id} className="output-options">
          {figure === null && (
            <>
              <div className="output-head">
                <OutputSubtitle />
                <MapStyleChoice />
              </div>
              <Legend />
              <PointTools {...tools} />
              <RegionSwitch />
            </>
          )}
          <LossSection />
        </div>
      )}
    </section>
  );
}
