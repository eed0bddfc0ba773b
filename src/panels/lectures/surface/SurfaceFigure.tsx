import { useRef } from 'react';
import { later } from '../../../controls/later';
import { Segment } from '../../../controls/Segment';
import { Select } from '../../../controls/Select';
import { PHONE, useMedia } from '../../../controls/useMedia';
import { useSize } from '../../../controls/useSize';
import { setVariant } from '../../../experiment/changes';
import { VARIANTS, type Surface } from '../../../experiment/names';
import { useActions, useSelect } from '../../../store/context';
import { DecisionMap } from '../../output/DecisionMap';
import { Legend } from '../../output/Legend';
import { PointTools } from '../../output/PointTools';
import { usePointTool } from '../../output/usePointTool';
import { LectureNetworkOffer } from '../LectureNetworkOffer';
import './SurfaceFigure.css';

const SurfaceView = later(async () => (await import('./SurfaceView')).SurfaceView);

const KIND_LABELS: Readonly<Record<Surface, string>> = {
  'two-tanh': 'Two tanh units',
  tower: 'Tower of four steps',
  saddle: 'Saddle',
  ripple: 'Ripple',
};
const KINDS = VARIANTS.surface.map((value) => ({ value, label: KIND_LABELS[value] }));
const FIGURES = [
  { value: 'map', label: 'Map' },
  { value: 'surface', label: '3-D' },
] as const;

/** px: the axes' room, and what stands above and below the square in the panel */
const LEFT_AXIS = 27;
const BELOW_AXIS = 22;
const BESIDES = 392;
const REGION_NOTES = 56;
const LEAST_SIDE = 180;
const PHONE_SIDE = 240;
/** px of the tools beside the map */
const PHONE_TOOLS = 100;

/** A function of the plane: the map with its tools, or the surface itself. */
export function SurfaceFigure() {
  const phone = useMedia(PHONE);
  const figure = useSelect((state) => state.view.figure);
  const notes = useSelect((state) => state.view.regions) && figure === 'map' ? REGION_NOTES : 0;
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<Element>(null);
  const { width } = useSize(root);
  const { height } = useSize(panel);
  const tools = usePointTool();
  const side = phone
    ? Math.min(PHONE_SIDE, width - PHONE_TOOLS)
    : Math.floor(Math.max(LEAST_SIDE, Math.min(width - LEFT_AXIS, height - BESIDES - notes)));
  return (
    <div
      ref={(element) => {
        root.current = element;
        panel.current = element?.closest('.output-body') ?? null;
      }}
      className="surface-figure"
    >
      <SurfaceHead />
      {!phone && <LectureNetworkOffer />}
      {width > 0 && figure === 'map' && (
        <div className="surface-map">
          <DecisionMap side={side} axes={!phone} {...tools} />
          {phone && (
            <div className="surface-tools">
              <PointTools {...tools} />
              <LectureNetworkOffer />
            </div>
          )}
        </div>
      )}
      {width > 0 && figure === 'surface' && <SurfaceView width={width} height={side + BELOW_AXIS} />}
      {figure === 'surface' && (
        <p className="surface-hint">
          Drag or arrow keys turn it, + and − zoom, Home resets. The net is the target.
        </p>
      )}
      <Legend />
      {figure === 'map' && !phone && <PointTools {...tools} />}
    </div>
  );
}

function SurfaceHead() {
  const problem = useSelect((state) => state.experiment.problem);
  const figure = useSelect((state) => state.view.figure);
  const actions = useActions();
  const kind = problem.dataset === 'custom' ? undefined : problem.variant;
  return (
    <div className="surface-head">
      <Select
        label="Surface kind"
        layout="inline"
        value={KINDS.find(({ value }) => value === kind)?.value ?? 'two-tanh'}
        options={KINDS}
        onChange={(variant) => actions.edit('Surface', setVariant(variant))}
      />
      <Segment
        label="Figure"
        value={figure}
        options={FIGURES}
        onChange={(value) => actions.setView({ figure: value })}
      />
    </div>
  );
}
