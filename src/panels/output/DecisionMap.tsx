import { useId, useRef } from 'react';
import { extentOf } from '../../experiment/shape';
import { formatShort } from '../../figures/numbers';
import { useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';
import { useDataset } from '../useDataset';
import { MapAxes } from './MapAxes';
import { MapReadout, type MapReadoutHandle } from './MapReadout';
import { PointGroup } from './PointGroup';
import type { PointTool } from './pointTool';
import { axesOf, shownTitle } from './shown';
import { useMapPainting } from './useMapPainting';
import './DecisionMap.css';

export interface DecisionMapProps {
  /** px of the square without its axes */
  readonly side: number;
  readonly axes: boolean;
  readonly tool: PointTool;
  readonly onTool: (tool: PointTool) => void;
}

/** The square with the network's output over the plane, the points upon it, and the axes around it. */
export function DecisionMap({ side, axes, tool, onTool }: DecisionMapProps) {
  const experiment = useSelect((state) => state.experiment);
  const unit = useSelect(selectShownUnit);
  const { train, test } = useDataset();
  const id = useId();
  const map = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const readout = useRef<MapReadoutHandle>(null);
  useMapPainting({ map, points, side });
  const extent = formatShort(extentOf(experiment.problem));

  return (
    <div
      className="decision-map"
      data-axes={!axes ? 'none' : axesOf(experiment.problem) === null ? 'plain' : 'named'}
      style={{ '--side': `${side}px` }}
    >
      {axes && <MapAxes />}
      <div className="decision-map-square" data-zoom-target="">
        <div role="img" aria-label="Decision map" aria-describedby={id} className="decision-map-image">
          <canvas ref={map} />
          <canvas ref={points} />
        </div>
        <p id={id} className="visually-hidden">
          {`${capitalize(shownTitle(experiment, unit))} over the square from −${extent} to ${extent}, with ${train.length} training and ${test.length} test points.`}
        </p>
        <PointGroup
          tool={tool}
          onTool={onTool}
          onPoint={(place, token) => readout.current?.show(place, token)}
        />
        <MapReadout ref={readout} />
      </div>
    </div>
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
