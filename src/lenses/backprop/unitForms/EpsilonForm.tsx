import { Fragment } from 'react';
import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { epsilonTex, errorSymbol } from '../symbols';
import { Chunk, Factor } from './pieces';
import type { UnitFormProps } from './props';

export function EpsilonForm({ story, notation, experiment }: UnitFormProps) {
  const { layer } = story.stage;
  const k = story.place.item;
  const { loss, network } = experiment;
  const Form =
    loss !== 'mse' || network.output === 'linear' ? Plain : network.output === 'softmax' ? Joint : Sloped;
  return (
    <>
      <Tex tex={`${epsilonTex(loss, network.output)} = \\frac{\\partial L}{\\partial e_k}`} display />
      <p className="explain-line">
        <Tex tex={`${errorSymbol(notation, layer, k)} =`} />{' '}
        <Form layer={layer} k={k} outputs={notation.units[layer] ?? 1} /> ={' '}
        <Num k={`d:${layer}:${k}`} error />
      </p>
      <p className="explain-prose">{proseOf(experiment)}</p>
    </>
  );
}

function proseOf({ loss, network }: UnitFormProps['experiment']): string {
  if (loss === 'perceptron') return 'The output counts as fixed here: what is left is how far it is off.';
  if (loss === 'cross-entropy')
    return 'The derivative of the loss and that of the output cancel: what is left is how far the output is off.';
  if (network.output === 'softmax')
    return 'Every output depends on every excitation: the sum is what the others take away.';
  return 'How the loss changes with the excitation of the output.';
}

interface OutputProps {
  readonly layer: number;
  readonly k: number;
  readonly outputs: number;
}

/** ŷ − y */
function Plain({ layer, k }: OutputProps) {
  return (
    <Chunk>
      <Num k={`h:${layer}:${k}`} /> − <Factor k={`y:${k}`} />
    </Chunk>
  );
}

/** (ŷ − y) σ′(e) */
function Sloped(props: OutputProps) {
  const slope = <Num k={`s:${props.layer}:${props.k}`} />;
  return (
    <>
      (<Plain {...props} />) · {slope} ={' '}
      <Chunk>
        <Num k={`D:${props.k}`} /> · {slope}
      </Chunk>
    </>
  );
}

/** ŷₖ [(ŷₖ − yₖ) − Σⱼ (ŷⱼ − yⱼ) ŷⱼ] */
function Joint({ layer, k, outputs }: OutputProps) {
  const response = `h:${layer}:${k}`;
  return (
    <>
      <Num k={response} /> · [<Num k={`D:${k}`} /> − (
      {Array.from({ length: outputs }, (_, j) => (
        <Fragment key={j}>
          {j > 0 && ' + '}
          <Chunk>
            <Factor k={`D:${j}`} />·<Num k={`h:${layer}:${j}`} />
          </Chunk>
        </Fragment>
      ))}
      )] ={' '}
      <Chunk>
        <Num k={response} /> · (<Num k={`D:${k}`} /> − <Factor k="S" />)
      </Chunk>
    </>
  );
}
