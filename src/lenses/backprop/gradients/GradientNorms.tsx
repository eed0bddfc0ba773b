import { useId, type RefObject } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import { layerSizes } from '../../../experiment/shape';
import { Switch } from '../../../controls/Switch';
import { FLAT_SHARE, SATURATED_SHARE } from '../../../figures/activations/census';
import { noResidualSentence, otherName } from '../../../figures/gradients/normChart';
import { Count, GradientNumber } from './GradientNumber';

/** px: the plot's height and the room about it */
export const NORM_BOX = { height: 148, left: 48, top: 10, right: 54, bottom: 20 } as const;

export interface GradientNormsProps {
  readonly experiment: Experiment;
  readonly tokens: number;
  readonly box: RefObject<HTMLDivElement | null>;
  /** px inside the plot */
  readonly width: number;
  /** The norms of the same weights with the other connections stand beside them. */
  readonly withOthers: boolean;
  readonly onOthers: (shown: boolean) => void;
}

const OTHERS = {
  with: 'Dotted, with an open end: the same weights with residual connections around every layer that is as wide as what it receives. ',
  without: 'Dotted, with an open end: the same weights without residual connections. ',
} as const;

/** The gradient's norm in every layer over the last readings, and the units that let none through. */
export function GradientNorms(props: GradientNormsProps) {
  const { experiment, tokens, box, width, withOthers, onOthers } = props;
  const id = useId();
  const sizes = layerSizes(experiment);
  const layers = sizes.length - 1;
  const residual = experiment.network.connectivity === 'residual';
  const without = noResidualSentence(sizes);
  const { left, top, right, bottom, height } = NORM_BOX;
  return (
    <section className="gradients-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Gradient norm of each layer</h3>
      {without === null ? (
        <Switch label={otherName(residual)} checked={withOthers} onChange={onOthers} />
      ) : (
        <p className="gradients-without">{without}</p>
      )}
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
      {withOthers && <p className="gradients-verdict" data-part="other-flow" />}
      <table>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">norm</th>
            {withOthers && <th scope="col">{residual ? 'without residual' : 'with residual'}</th>}
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
              {withOthers && (
                <td>
                  <GradientNumber k={`other:${l}`} />
                </td>
              )}
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
            {withOthers && (
              <td>
                <GradientNumber k="other-ratio" />
              </td>
            )}
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
      <p className="gradients-words">
        Norm: of the layer’s weights and biases together, over all <Count value={tokens} /> training tokens,
        penalty included. {withOthers && OTHERS[residual ? 'without' : 'with']}Dead: the share of units with σ
        = σ′ = 0 for every token. Saturated: |σ′| below <data value={FLAT_SHARE}>{100 * FLAT_SHARE}%</data> of
        its largest for at least <data value={SATURATED_SHARE}>{100 * SATURATED_SHARE}%</data> of them.
      </p>
    </section>
  );
}
