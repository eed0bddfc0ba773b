import { Fragment } from 'react';
import type { Optimizer } from '../../../experiment/experiment';
import { Tex } from '../../../panels/network/Tex';
import { ParameterHead } from '../CheckTable';
import { lightsLink } from '../lighting';
import { Num } from '../numbers';
import { weight } from '../symbols';
import { OptimizerStep } from './OptimizerStep';
import { optimizerConstants, optimizerTex } from './optimizerTex';
import { Chunk, Constant, Factor } from './pieces';
import { sendingOf, toldSender, type UnitFormProps } from './props';

export function UpdateForm(props: UnitFormProps) {
  const { optimizer } = props.experiment.training;
  return (
    <>
      <Tex tex={aligned(optimizerTex(optimizer))} display />
      <Told {...props} />
      <Changes {...props} />
      <p className="explain-prose">
        {props.minibatch
          ? 'The step that training makes next, with the moments that the optimizer has gathered so far.'
          : 'The step that the optimizer makes on this token alone, with the moments it has gathered so far.'}
      </p>
    </>
  );
}

/** One below the other, from the left, with fractions as small as in a line of text. */
const aligned = (lines: readonly string[]): string =>
  `\\begin{aligned} ${lines.map((line) => `&\\textstyle ${line}`).join(' \\\\ ')} \\end{aligned}`;

/** The constants by their symbols, then the gradient that the optimizer takes. */
function Constants({ optimizer, gradient }: { optimizer: Optimizer; gradient: string }) {
  return (
    <p className="explain-line">
      {optimizerConstants(optimizer).map(([tex, value]) => (
        <Fragment key={tex}>
          <Chunk>
            <Tex tex={`${tex} =`} /> <Constant value={value} />,
          </Chunk>{' '}
        </Fragment>
      ))}
      {optimizer.kind === 'adam' && (
        <Chunk>
          <Tex tex="t =" /> <Num k="t" />,
        </Chunk>
      )}{' '}
      <Chunk>
        <Tex tex="g = \partial L / \partial w =" /> <Num k={gradient} />
      </Chunk>
    </p>
  );
}

/** The step of one weight in numbers: of the one pointed at, or the first. */
function Told(props: UnitFormProps) {
  const { notation, experiment, story } = props;
  const { layer } = story.stage;
  const unit = story.place.item;
  const from = toldSender(props, sendingOf(notation, layer));
  const { optimizer, regularization } = experiment.training;
  const isFrozen = experiment.frozen?.some((p) => p.layer === layer && p.unit === unit && p.from === from);
  const symbol = weight(layer, unit, from);
  if (isFrozen === true)
    return (
      <p className="explain-line">
        <Tex tex={symbol} /> is frozen and stays as it is.
      </p>
    );
  const at = `${layer}:${unit}:${from}`;
  // An L1 penalty that stops weights at 0 is a step of its own, after the optimizer's.
  const clips = regularization.kind === 'l1' && regularization.clip === true;
  const gradient = `${clips ? 'm' : 'G'}:${at}`;
  return (
    <>
      <Constants {...{ optimizer, gradient }} />
      <OptimizerStep
        {...{ optimizer, at, symbol, gradient }}
        after={clips && <Shrinking eta={optimizer.learningRate} lambda={regularization.rate} k={`w:${at}`} />}
      />
      {clips && (
        <p className="explain-prose">
          The penalty moves the weight last. One that it turns through zero stays 0.
        </p>
      )}
    </>
  );
}

/** − ηλ sign w */
function Shrinking({ eta, lambda, k }: { eta: number; lambda: number; k: string }) {
  return (
    <>
      {' − '}
      <Chunk>
        <Constant value={eta} /> · <Constant value={lambda} /> · sign <Factor k={k} />
      </Chunk>
    </>
  );
}

function Changes({ notation, ...lighting }: UnitFormProps) {
  const { layer } = lighting.story.stage;
  const k = lighting.story.place.item;
  return (
    <table className="explain-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">parameter</span>
          </th>
          <th scope="col">before</th>
          <th scope="col">change</th>
          <th scope="col">after</th>
        </tr>
      </thead>
      <tbody>
        {[...Array.from({ length: sendingOf(notation, layer) }, (_, j) => j), 'b' as const].map((j) => (
          <tr key={j} {...(j !== 'b' && lightsLink({ layer, unit: k, from: j }, lighting))}>
            <ParameterHead {...{ notation, layer }} unit={k} from={j} />
            {['w', 'c', 'n'].map((letter) => (
              <td key={letter}>
                <Num k={`${letter}:${layer}:${k}:${j}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
