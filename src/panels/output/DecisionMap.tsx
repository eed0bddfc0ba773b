import { useId, useMemo, useRef, useState } from 'react';
import { extentOf } from '../../experiment/shape';
import { shareX, shareY } from '../../figures/decisionMap/layout';
import { formatShort } from '../../figures/numbers';
import { later } from '../../controls/later';
import { useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';
import { useDataset } from '../useDataset';
import { MapAxes } from './MapAxes';
import type { MapReadoutHandle } from './MapReadout';
import { PointGroup } from './PointGroup';
import type { PointTool } from './pointTool';
import { axesOf, shownTitle } from './shown';
import { Regions } from '../regions/Regions';
import { useMapPainting } from './useMapPainting';
import './DecisionMap.css';

/** With the first place that somebody points at. */
const MapReadout = later(async () => (await import('./MapReadout')).MapReadout);

export interface DecisionMapProps {
  /** px of the square without its axes */
  readonly side: number;
  readonly axes: boolean;
  readonly tool: PointTool;
  readonly onTool: (tool: PointTool) => void;
  /** whether linear regions may be laid over it */
  readonly regions?: boolean;
  /** whether isolines are drawn */
  readonly lines?: boolean;
}

/** The square with the network's output over the plane, the points upon it, and the axes around it. */
export function DecisionMap({ side, axes, tool, onTool, regions = true, lines = true }: DecisionMapProps) {
  const experiment = useSelect((state) => state.experiment);
  const unit = useSelect(selectShownUnit);
  const { train, test } = useDataset();
  const id = useId();
  const map = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState(false);
  const readout = usePointReadout();
  useMapPainting({ map, points, side, lines });
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
          onPoint={(place, token) => {
            readout.show(place, token);
            if (place !== null) setPointed(true);
          }}
        />
        <MarkedToken />
        {pointed && <MapReadout handle={readout.take} />}
      </div>
      {regions && <Regions side={side} compact={!axes} />}
    </div>
  );
}

/** A ring around the token that a lens speaks of. */
function MarkedToken() {
  const extent = useSelect(({ experiment }) => extentOf(experiment.problem));
  const marked = useSelect(({ view }) => view.marked);
  if (marked === null || Math.abs(marked.x1) > extent || Math.abs(marked.x2) > extent) return null;
  const [left, top] = [shareX(marked.x1, extent), shareY(marked.x2, extent)];
  return <span className="decision-map-token" style={{ left: `${100 * left}%`, top: `${100 * top}%` }} />;
}

/** What was pointed at while the read-out was loading is shown when it is there. */
function usePointReadout() {
  const handle = useRef<MapReadoutHandle>(null);
  const last = useRef<Parameters<MapReadoutHandle['show']>>([null, -1]);
  return useMemo(
    () => ({
      show(...point: Parameters<MapReadoutHandle['show']>): void {
        last.current = point;
        handle.current?.show(...point);
      },
      take(fresh: MapReadoutHandle | null): void {
        handle.current = fresh;
        fresh?.show(...last.current);
      },
    }),
    [],
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
