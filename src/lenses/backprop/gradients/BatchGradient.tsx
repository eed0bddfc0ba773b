import { useId } from 'react';
import type { Experiment, ParameterRef } from '../../../experiment/experiment';
import { layerSizes } from '../../../experiment/shape';
import { Count, GradientNumber } from './GradientNumber';
import { ParameterChoice } from './ParameterChoice';

/** px of the square with the arrows */
export const SIDE = 132;

type Pair = readonly [ParameterRef, ParameterRef];

export interface BatchGradientProps {
  readonly experiment: Experiment;
  readonly tokens: number;
  readonly pair: Pair;
  readonly onChange: (pair: Pair) => void;
}

/** The next minibatch's gradient against that of all tokens: angle and norms, and both in the plane of two weights. */
export function BatchGradient({ experiment, tokens, pair, onChange }: BatchGradientProps) {
  const id = useId();
  const shared = { features: experiment.features, sizes: layerSizes(experiment) };
  const [first, second] = pair;
  return (
    <section className="gradients-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Minibatch and full gradient</h3>
      <div className="gradients-choices" role="group" aria-label="Two weights">
        <ParameterChoice
          {...{ ...shared, label: 'First weight', unitLabel: 'First unit', value: first }}
          onChange={(to) => onChange([to, second])}
        />
        <ParameterChoice
          {...{ ...shared, label: 'Second weight', unitLabel: 'Second unit', value: second }}
          onChange={(to) => onChange([first, to])}
        />
      </div>
      <div className="gradients-plane">
        <svg
          role="img"
          aria-label="Minibatch and full gradient"
          aria-describedby={`${id}-table`}
          width={SIDE}
          height={SIDE + 18}
        >
          <rect className="gradients-frame" width={SIDE} height={SIDE} />
          <path className="gradients-grid" d={`M0 ${SIDE / 2}H${SIDE}M${SIDE / 2} 0V${SIDE}`} />
          <g data-part="arrows" transform={`translate(${SIDE / 2} ${SIDE / 2})`} />
          <text className="gradients-axis-name" x={0} y={SIDE + 14}>
            → first, ↑ second weight
          </text>
        </svg>
        <div>
          <table id={`${id}-table`}>
            <thead>
              <tr>
                <th scope="col">Gradient</th>
                <th scope="col">norm</th>
                <th scope="col">first</th>
                <th scope="col">second</th>
              </tr>
            </thead>
            <tbody>
              {(['full', 'batch'] as const).map((kind) => (
                <tr key={kind}>
                  <th scope="row">
                    <i className="gradients-key" data-kind={kind} aria-hidden="true" />
                    {kind === 'full' ? 'full' : 'minibatch'}
                  </th>
                  {[kind, `${kind}:0`, `${kind}:1`].map((k) => (
                    <td key={k}>
                      <GradientNumber k={k} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="gradients-angle">
            Angle between them <GradientNumber k="angle" format="degrees" />
          </p>
          <p className="gradients-words">
            Minibatch: the mean over the <GradientNumber k="tokens" format="count" /> tokens that the next
            update takes. Full: over all <Count value={tokens} />. Norms and angle go over all parameters. The
            step goes against the arrow.
          </p>
        </div>
      </div>
    </section>
  );
}
