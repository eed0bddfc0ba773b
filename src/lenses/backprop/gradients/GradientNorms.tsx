import { useId, type RefObject } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import { layerSizes } from '../../../experiment/shape';
import { FLAT_SHARE, SATURATED_SHARE } from '../../../figures/activations/census';
import { Count, GradientNumber } from './GradientNumber';

/** px: the plot's height and the room about it */
export const NORM_BOX = { height: 148, left: 48, top: 10, right: 54, bottom: 20 } as const;

export interface GradientNormsProps {
  readonly experiment: Experiment;
  readonly tokens: number;
  readonly box: RefObject<HTMLDivElement | null>;
  /** px inside the plot */
  readonly width: number;
}

/** The gradient's norm in every layer over the last readings, and the units that let none through. */
export function GradientNorms({ experiment, tokens, box, width }: GradientNormsProps) {
  const id = useId();
  const layers = layerSizes(experiment).length - 1;
  const { left, top, right, bottom, height } = NORM_BOX;
  return (
    <section className="gradients-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Gradient norm of each layer</h3>
      <div ref={box} className="gradients-figure">
        <svg
          role="img"
          aria-label="Gradient norms"
          aria-describedby={`${id}-flow`}
          width={width + left + right}
          height={height + top + bottom}
        >
          <g transform={`translate(${left} ${top})`}>
            <rect className="gradients-frame" width={width} height={height} />
            <g data-part="norms" />
            <text className="gradients-axis-name" x={0} y={height + 15}>
              last readings, to update
            </text>
          </g>
        </svg>
      </div>
      <p id={`${id}-flow`} className="gradients-verdict" data-part="flow" />
      <table>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">norm</th>
            <th scope="col">dead</th>
            <th scope="col">saturated</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: layers }, (_, l) => (
            <tr key={l}>
              <th scope="row">{l === layers - 1 ? 'output' : `layer ${l + 1}`}</th>
              <td>
                <GradientNumber k={`norm:${l}`} />
              </td>
              <td>
                <GradientNumber k={`dead:${l}`} format="share" />
              </td>
              <td>
                <GradientNumber k={`saturated:${l}`} format="share" />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">first / last</th>
            <td>
              <GradientNumber k="ratio" />
            </td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
      <p className="gradients-words">
        Norm: of the layer’s weights and biases together, over all <Count value={tokens} /> training tokens,
        penalty included. Dead: the share of units with σ = σ′ = 0 for every token. Saturated: |σ′| below{' '}
        <data value={FLAT_SHARE}>{100 * FLAT_SHARE}%</data> of its largest for at least{' '}
        <data value={SATURATED_SHARE}>{100 * SATURATED_SHARE}%</data> of them.
      </p>
    </section>
  );
}
