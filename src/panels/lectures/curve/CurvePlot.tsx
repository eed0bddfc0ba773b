import { useMemo, useRef, useState } from 'react';
import type { GeneratedProblem } from '../../../experiment/experiment';
import { LIMITS } from '../../../experiment/limits';
import { hasSteps } from '../../../figures/curve/handles';
import { probeAt, xAt } from '../../../figures/curve/layout';
import type { CurveLayers } from '../../../figures/curve/draw';
import { useSize } from '../../../controls/useSize';
import { useActions, useFrames, useSelect } from '../../../store/context';
import { selectShownUnit } from '../../../store/state';
import { CurveLegend } from './CurveLegend';
import { PlaceSlider } from './PlaceSlider';
import { tokenNear } from './plotPointer';
import { UnitHandles, type HandlesView } from './UnitHandles';
import { useCurveDrawing } from './useCurveDrawing';

const LAYERS = { sums: false, residuals: false, asymptotes: true } as const;

/** The figure itself, with what can be read from it and dragged on it. */
export function CurvePlot({ problem, bishop }: { problem: GeneratedProblem; bishop: boolean }) {
  const experiment = useSelect((state) => state.experiment);
  const shown = useSelect(selectShownUnit);
  const actions = useActions();
  const frames = useFrames();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const readout = useRef<HTMLOutputElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const handles = useRef<HandlesView>(null);
  const size = useSize(box);
  const [wanted, setWanted] = useState<Partial<CurveLayers>>({});
  const [chosen, setChosen] = useState(-1);
  const { hidden } = experiment.network;
  const last = hidden.length - 1;
  // The terms of a polynomial cancel each other by hundreds: they are there when asked for.
  const terms = hidden.length > 0;
  const layers = useMemo(() => ({ ...LAYERS, terms, ...wanted }), [terms, wanted]);
  const pointed = shown !== null && shown.layer === last ? shown.unit : -1;
  const emphasized = pointed >= 0 ? pointed : Math.min(chosen, (hidden[last]?.units ?? 0) - 1);
  const units = useMemo(() => handled(hidden[0]?.units ?? 0, emphasized), [hidden, emphasized]);

  const drawing = useCurveDrawing({
    problem,
    bishop,
    size,
    layers,
    emphasized,
    canvas,
    readout,
    slider,
    handles,
  });

  /** x under the pointer. */
  function locate(clientX: number): number | null {
    const left = box.current?.getBoundingClientRect().left;
    const scale = drawing.scale();
    return left === undefined || scale === null ? null : xAt(scale, clientX - left);
  }
  return (
    <>
      <div
        ref={box}
        role="presentation"
        className="curve-plot"
        onPointerMove={(event) => {
          const x = locate(event.clientX);
          drawing.point(x === null ? null : probeAt(x));
        }}
        onPointerLeave={() => drawing.point(null)}
        onClick={(event) => {
          const x = locate(event.clientX);
          const token = x === null ? -1 : tokenNear(drawing.dataset, x);
          if (token >= 0) actions.setToken(token);
        }}
      >
        <canvas ref={canvas} role="img" aria-label="Curve figure" />
        <PlaceSlider ref={slider} bishop={bishop} onPlace={drawing.place} />
        {hasSteps(experiment) && layers.terms && (
          <UnitHandles
            ref={handles}
            units={units}
            chosen={emphasized}
            bishop={bishop}
            locate={(event) => drawing.locate(event, box.current)}
            onChoose={setChosen}
            onHold={(held) => {
              drawing.hold(held);
              if (!held) frames.redraw();
            }}
          />
        )}
      </div>
      <output ref={readout} className="curve-readout" aria-live="off" aria-label="Read-out of the curve" />
      <CurveLegend layers={layers} onChange={setWanted} depth={hidden.length} />
    </>
  );
}

/** Units with handles: all where they are drawn one by one, else the one that is chosen. */
function handled(units: number, chosen: number): readonly number[] {
  if (units <= LIMITS.drawnUnits) return Array.from({ length: units }, (_, unit) => unit);
  return [Math.max(0, chosen)];
}
