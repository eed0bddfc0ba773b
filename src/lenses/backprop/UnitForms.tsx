import { useState } from 'react';
import { isProbability, type Activation } from '../../experiment/names';
import type { Experiment } from '../../experiment/experiment';
import { TextButton } from '../../controls/TextButton';
import { Tex } from '../../panels/network/Tex';
import { CheckTable } from './CheckTable';
import { lightsLink, type Lighting } from './lighting';
import { Num } from './numbers';
import { Sum } from './Sum';
import {
  activation,
  bias,
  epsilonTex,
  errorSymbol,
  excitation,
  functionTex,
  isOutput,
  lossTex,
  weight,
  type Notation,
} from './symbols';
import type { StepValues } from './values';

export interface UnitFormProps extends Lighting {
  readonly notation: Notation;
  readonly experiment: Experiment;
  readonly values: StepValues;
  /** The step is that of a minibatch. */
  readonly minibatch: boolean;
}

/** A stage for one unit: its formula, the formula with the numbers filled in, and the result. */
export function UnitForm(props: UnitFormProps) {
  switch (props.story.stage.kind) {
    case 'input':
      return <InputForm {...props} />;
    case 'forward':
      return <ForwardForm {...props} />;
    case 'loss':
      return <LossForm {...props} />;
    case 'epsilon':
      return <EpsilonForm {...props} />;
    case 'delta':
      return <DeltaForm {...props} />;
    case 'gradient':
      return <GradientForm {...props} />;
    case 'update':
      return <UpdateForm {...props} />;
    case 'loss-after':
      return <LossAfterForm {...props} />;
  }
}

function InputForm({ story }: UnitFormProps) {
  return (
    <>
      <p className="explain-line">
        <Tex tex={`x_{${story.place.item + 1}} =`} /> <Num k={`x:${story.place.item}`} />
      </p>
      <p className="explain-prose">
        The token enters the network. A bias is the weight from an input that is always 1.
      </p>
    </>
  );
}

function activationOf(experiment: Experiment, layer: number): Activation {
  return experiment.network.hidden[layer]?.activation ?? experiment.network.output;
}

function ForwardForm(props: UnitFormProps) {
  const { story, notation, experiment } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const sending = layer === 0 ? notation.features.length : (notation.units[layer - 1] ?? 0);
  const sigma = activationOf(experiment, layer);
  const residual = residualOf(experiment, notation, layer);
  const response = activation(notation, layer, k);
  const inner = sigma === 'softmax' ? `e${`^{(${layer + 1})}`}` : excitation(layer, String(k + 1));
  return (
    <>
      <Tex
        tex={`${excitation(layer, String(k + 1))} = ${bias(layer, k)} + \\sum_j ${weight(layer, k, 'j')}\\, ${activation(notation, layer - 1, 'j')}`}
        display
      />
      <p className="explain-line">
        = <Num k={`w:${layer}:${k}:b`} />
        <Sum
          {...props}
          count={sending}
          term={(j) => ({
            factors: [`w:${layer}:${k}:${j}`, `i:${layer}:${j}`],
            link: { layer, unit: k, from: j },
          })}
        />{' '}
        = <Num k={`e:${layer}:${k}`} />
      </p>
      <Tex
        tex={`${response} = ${functionTex(sigma)}\\bigl(${inner}\\bigr)${sigma === 'softmax' ? `_{${k + 1}}` : ''}${residual ? ` + ${activation(notation, layer - 1, k)}` : ''}`}
        display
      />
      <p className="explain-line">
        = <Num k={`h:${layer}:${k}`} />
      </p>
      <p className="explain-prose">
        {isOutput(notation, layer) && isProbability(sigma)
          ? 'The unit gathers its inputs, weighs them, and gives a probability.'
          : 'The unit gathers its inputs, weighs them, and bends the sum.'}
      </p>
    </>
  );
}

function residualOf(experiment: Experiment, notation: Notation, layer: number): boolean {
  const inputs = layer === 0 ? notation.features.length : notation.units[layer - 1];
  return (
    experiment.network.connectivity === 'residual' &&
    !isOutput(notation, layer) &&
    inputs === notation.units[layer]
  );
}

function LossForm({ experiment, notation }: UnitFormProps) {
  const outputs = notation.units[notation.units.length - 1] ?? 1;
  return (
    <>
      <Tex tex={lossTex(experiment.loss, experiment.network.output)} display />
      {Array.from({ length: outputs }, (_, k) => (
        <p key={k} className="explain-line">
          <Tex tex={`${activation(notation, notation.units.length - 1, k)} =`} />{' '}
          <Num k={`h:${notation.units.length - 1}:${k}`} />,{' '}
          <Tex tex={`y${outputs > 1 ? `_{${k + 1}}` : ''} =`} /> <Num k={`y:${k}`} />
        </p>
      ))}
      <p className="explain-line">
        <Tex tex="L =" /> <Num k="L" />
      </p>
    </>
  );
}

function EpsilonForm({ story, notation, experiment }: UnitFormProps) {
  const { layer } = story.stage;
  const k = story.place.item;
  const { loss, network } = experiment;
  const direct = loss !== 'mse' || network.output === 'linear';
  const simple = network.output !== 'softmax' || direct;
  return (
    <>
      <Tex tex={`${epsilonTex(loss, network.output)} = \\frac{\\partial L}{\\partial e_k}`} display />
      {simple && (
        <p className="explain-line">
          <Tex tex={`${errorSymbol(notation, layer, k)} =`} /> {direct ? '' : '('}
          <Num k={`h:${layer}:${k}`} /> − <Num k={`y:${k}`} />
          {direct ? '' : ')'}
          {!direct && (
            <>
              {' · '}
              <Num k={`s:${layer}:${k}`} />
            </>
          )}
        </p>
      )}
      <p className="explain-line">
        = <Num k={`d:${layer}:${k}`} error />
      </p>
      <p className="explain-prose">
        {direct && network.output !== 'linear'
          ? 'The derivative of the loss and that of the output cancel: what is left is how far the output is off.'
          : 'How the loss changes with the excitation of the output.'}
      </p>
    </>
  );
}

function DeltaForm(props: UnitFormProps) {
  const { story, notation, experiment } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const after = notation.units[layer + 1] ?? 0;
  const around = residualOf(experiment, notation, layer + 1);
  const next = errorSymbol(notation, layer + 1, 'i');
  return (
    <>
      <Tex
        tex={`${errorSymbol(notation, layer, k)} = \\sigma'\\bigl(${excitation(layer, String(k + 1))}\\bigr) ${around ? '\\Bigl(' : ''}\\sum_i ${weight(layer + 1, 'i', k)}\\, ${next}${around ? ` + \\frac{dL}{d${activation(notation, layer + 1, k)}}\\Bigr)` : ''}`}
        display
      />
      <p className="explain-line">
        = <Num k={`s:${layer}:${k}`} /> · (
        <Sum
          {...props}
          count={after}
          first
          term={(i) => ({
            factors: [`w:${layer + 1}:${i}:${k}`, `d:${layer + 1}:${i}`],
            link: { layer: layer + 1, unit: i, from: k },
            error: true,
          })}
        />
        {around && (
          <>
            {' + '}
            <Num k={`r:${layer + 1}:${k}`} />
          </>
        )}
        )
      </p>
      <p className="explain-line">
        = <Num k={`s:${layer}:${k}`} /> · <Num k={`r:${layer}:${k}`} /> = <Num k={`d:${layer}:${k}`} error />
      </p>
      <p className="explain-prose">
        The unit gathers the errors of the units it fed, each weighed by the link it used, and scales the sum
        by its own slope.{' '}
        {after > 1 &&
          'Its activation reaches the loss along every one of these ways: the total derivative is their sum.'}
      </p>
    </>
  );
}

function GradientForm(props: UnitFormProps) {
  const { story, notation, experiment } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const [checked, setChecked] = useState(false);
  const penalty = experiment.training.regularization.kind !== 'none';
  const error = errorSymbol(notation, layer, k);
  return (
    <>
      <Tex
        tex={`\\frac{\\partial L}{\\partial ${weight(layer, k, 'j')}} = ${error}\\, ${activation(notation, layer - 1, 'j')}${penalty ? ` + ${penaltyTex(experiment, layer, k)}` : ''}, \\qquad \\frac{\\partial L}{\\partial ${bias(layer, k)}} = ${error}`}
        display
      />
      <CheckTable {...props} layer={layer} unit={k} penalty={penalty} checked={checked} />
      <TextButton onClick={() => setChecked(!checked)}>
        {checked ? 'Hide the check' : 'Check gradient'}
      </TextButton>
    </>
  );
}

function penaltyTex({ training }: Experiment, layer: number, k: number): string {
  const w = weight(layer, k, 'j');
  return training.regularization.kind === 'l2' ? `\\lambda ${w}` : `\\lambda \\operatorname{sign} ${w}`;
}

function UpdateForm({ notation, experiment, minibatch, ...lighting }: UnitFormProps) {
  const { story } = lighting;
  const { layer } = story.stage;
  const k = story.place.item;
  const sending = layer === 0 ? notation.features.length : (notation.units[layer - 1] ?? 0);
  const { kind, learningRate } = experiment.training.optimizer;
  return (
    <>
      <Tex
        tex={
          kind === 'sgd'
            ? `w \\leftarrow w - \\eta \\frac{\\partial L}{\\partial w}, \\quad \\eta = ${learningRate}`
            : `w \\leftarrow w + \\Delta w, \\quad \\eta = ${learningRate}`
        }
        display
      />
      <table className="explain-table">
        <thead>
          <tr>
            <th scope="col">parameter</th>
            <th scope="col">before</th>
            <th scope="col">change</th>
            <th scope="col">after</th>
          </tr>
        </thead>
        <tbody>
          {[...Array.from({ length: sending }, (_, j) => j), 'b' as const].map((j) => (
            <tr key={j} {...(j !== 'b' && lightsLink({ layer, unit: k, from: j }, lighting))}>
              <th scope="row">
                <Tex tex={j === 'b' ? bias(layer, k) : weight(layer, k, j)} />
              </th>
              <td>
                <Num k={`w:${layer}:${k}:${j}`} />
              </td>
              <td>
                <Num k={`c:${layer}:${k}:${j}`} />
              </td>
              <td>
                <Num k={`n:${layer}:${k}:${j}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="explain-prose">
        {minibatch
          ? 'The step that training makes next, with the moments that the optimizer has gathered so far.'
          : 'The step that the optimizer makes on this token alone, with the moments it has gathered so far.'}
      </p>
    </>
  );
}

function LossAfterForm({ minibatch }: UnitFormProps) {
  return (
    <>
      <p className="explain-line">
        <Tex tex="L =" />{' '}
        {!minibatch && (
          <>
            <Num k="L" /> →{' '}
          </>
        )}
        <Num k="l" />
      </p>
      <p className="explain-prose">
        {minibatch
          ? 'The mean loss of the same tokens with the updated weights.'
          : 'The loss of the same token with the updated weights. Play trains on batches, not on this token.'}
      </p>
    </>
  );
}
