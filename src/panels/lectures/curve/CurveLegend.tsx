import { useId } from 'react';
import type { CurveLayers } from '../../../figures/curve/draw';

export interface CurveLegendProps {
  readonly layers: CurveLayers;
  readonly onChange: (layers: CurveLayers) => void;
  /** hidden layers */
  readonly depth: number;
}

const TOGGLES = [
  { layer: 'terms', label: 'Terms' },
  { layer: 'sums', label: 'Running sum' },
  { layer: 'residuals', label: 'Residuals' },
  { layer: 'asymptotes', label: 'Asymptotes' },
] as const;

/** What the lines are; those that can be switched are switches. */
export function CurveLegend({ layers, onChange, depth }: CurveLegendProps) {
  const id = useId();
  const term = depth === 0 ? 'w·feature' : 'w·h';
  return (
    <div className="curve-legend">
      <ul className="curve-key" aria-label="Key">
        <li>
          <i data-line="train" />
          train
        </li>
        <li>
          <i data-line="test" />
          test
        </li>
        <li>
          <i data-line="target" />
          target
        </li>
        <li>
          <i data-line="output" />
          network ŷ
        </li>
      </ul>
      <div className="curve-toggles" role="group" aria-label="Lines on the curve figure">
        {TOGGLES.map(({ layer, label }) => (
          <span key={layer} className="curve-toggle" title={layer === 'terms' ? term : undefined}>
            <input
              className="input-over"
              id={`${id}-${layer}`}
              type="checkbox"
              role="switch"
              checked={layers[layer]}
              onChange={(event) => onChange({ ...layers, [layer]: event.target.checked })}
            />
            <label htmlFor={`${id}-${layer}`}>
              <i data-line={layer} />
              {label}
            </label>
          </span>
        ))}
      </div>
    </div>
  );
}
