import { useId } from 'react';
import { formatShort } from '../../figures/numbers';
import type { BenchModel } from './benchModel';

/** px of the curves and of the room around them */
export const SLOPE_BOX = { width: 188, height: 148 } as const;
const MARGIN = { left: 34, top: 6, right: 8, bottom: 34 } as const;

const outer = {
  width: SLOPE_BOX.width + MARGIN.left + MARGIN.right,
  height: SLOPE_BOX.height + MARGIN.top + MARGIN.bottom,
};
const TICKS = [-8, -4, 0, 4, 8] as const;
/** The gradient's axis is one long, wherever it begins. */
const MOST_TICKS = 7;

/** Both gradients along an excitation: a saturated sigmoid leaves nothing of the squared error's. */
export function SlopeFigure({ model }: { model: BenchModel }) {
  const id = useId();
  const axis =
    model.kind === 'sigmoid'
      ? 'excitation e'
      : `excitation of ${model.classes[model.own]?.name ?? ''} over the others`;
  return (
    <figure className="divergence-slopes">
      <figcaption>Gradient by the excitation</figcaption>
      <svg
        role="img"
        aria-label="Gradients along the excitation"
        aria-describedby={id}
        viewBox={`0 0 ${outer.width} ${outer.height}`}
        width={outer.width}
        height={outer.height}
      >
        <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
          <rect className="divergence-plot" width={SLOPE_BOX.width} height={SLOPE_BOX.height} />
          <path className="divergence-zero" data-slope="zero" />
          {TICKS.map((value) => (
            <text
              key={value}
              className="divergence-tick"
              x={((value + 8) / 16) * SLOPE_BOX.width}
              y={SLOPE_BOX.height + 14}
              textAnchor="middle"
            >
              {formatShort(value)}
            </text>
          ))}
          {Array.from({ length: MOST_TICKS }, (_, i) => (
            <text key={i} className="divergence-tick" data-tick={i} x={-6} textAnchor="end" />
          ))}
          <path className="divergence-squared" data-slope="squaredError" />
          <path className="divergence-cross" data-slope="crossEntropy" />
          <text className="divergence-name" data-name="squaredError">
            squared error
          </text>
          <text className="divergence-name" data-name="crossEntropy">
            cross-entropy
          </text>
          <path className="divergence-drop" data-slope="drop" />
          <circle className="divergence-dot" data-dot="squaredError" r="4" />
          <circle className="divergence-dot" data-dot="crossEntropy" r="4" />
        </g>
        <text
          className="divergence-tick"
          x={MARGIN.left + SLOPE_BOX.width / 2}
          y={outer.height - 4}
          textAnchor="middle"
        >
          {axis}
        </text>
      </svg>
      <p id={id} className="divergence-vanishing" data-part="vanishing" />
    </figure>
  );
}
