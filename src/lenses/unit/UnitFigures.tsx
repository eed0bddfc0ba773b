import { useRef, type RefObject } from 'react';
import { useSize } from '../../controls/useSize';
import { MapScale } from './MapScale';
import { plotsOf } from './plots';
import { UnitTable } from './UnitTable';
import type { UnitModel } from './unitModel';
import { useUnitDrawing } from './useUnitDrawing';

export interface UnitFiguresProps {
  readonly model: UnitModel;
  /** paragraphs to be written */
  readonly text: RefObject<HTMLDivElement | null>;
  /** a line on the chosen token */
  readonly token: RefObject<HTMLElement | null>;
  /** the words stand beside the figures, whose height is given then */
  readonly beside: boolean;
}

const GAP = 16;
const CAPTION = 22;
/** the colour bar below a map */
const SCALE = 20;
const LEAST = 112;
const MOST = 280;
/** Narrower than this, two figures stand side by side and not four. */
const PAIRS = 520;

/** The table that stands beside the figures, in figures' widths. */
const TABLE = 1.6;

/** Side of the square figures, px. */
function sideFor(width: number, height: number, figures: number, beside: boolean): number {
  const columns = width < PAIRS ? 2 : figures;
  const share = (width - (columns - 1) * GAP) / columns;
  const room = beside ? height - CAPTION - SCALE : MOST;
  return Math.floor(Math.max(LEAST, Math.min(share, room, MOST)));
}

/** The figures from left to right; a frame draws them all. */
export function UnitFigures({ model, text, token, beside }: UnitFiguresProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const isTable = model.kind === 'table';
  const plots = plotsOf(model);
  const columns = plots.length + (isTable ? TABLE : 0);
  const side = width === 0 ? 0 : sideFor(width, height, columns, beside);
  // The curve has its axis where maps have their scale.
  const curveSide = { width: side, height: side + (isTable ? 0 : SCALE) };
  const pointer = useUnitDrawing({ model, box, text, token, side, curveSide });
  const square = { width: side, height: side };
  return (
    <div ref={box} className="unit-lens-figures">
      {side > 0 &&
        plots.map(({ plot, label, title }) => (
          <figure
            key={plot}
            className="unit-lens-plot"
            data-framed={plot !== 'curve' || undefined}
            style={{ width: side }}
          >
            <figcaption>{title}</figcaption>
            <div className="unit-lens-canvas" role="presentation" {...pointer(plot)}>
              <canvas
                data-plot={plot}
                role="img"
                aria-label={label}
                style={plot === 'curve' ? curveSide : square}
              />
            </div>
            {model.kind === 'plane' && plot !== 'curve' && <MapScale plot={plot} />}
          </figure>
        ))}
      {side > 0 && isTable && <UnitTable model={model} />}
    </div>
  );
}
