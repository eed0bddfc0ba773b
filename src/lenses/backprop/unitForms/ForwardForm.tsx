import { Fragment } from 'react';
import { isProbability } from '../../../experiment/names';
import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { Sum } from '../Sum';
import { activation, bias, excitation, functionTex, isOutput, weight } from '../symbols';
import { Chunk, Factor } from './pieces';
import { activationOf, hasResidual, sendingOf, type UnitFormProps } from './props';

export function ForwardForm(props: UnitFormProps) {
  const { story, notation, experiment } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const sigma = activationOf(experiment, layer);
  const before = activation(notation, layer - 1, 'j');
  return (
    <>
      <Tex
        tex={`${excitation(layer, String(k + 1))} = ${bias(layer, k)} + \\sum_j ${weight(layer, k, 'j')}\\, ${before}`}
        display
      />
      <p className="explain-line">
        = <Num k={`w:${layer}:${k}:b`} />
        <Sum
          {...props}
          count={sendingOf(notation, layer)}
          term={(j) => ({
            factors: [`w:${layer}:${k}:${j}`, `i:${layer}:${j}`],
            link: { layer, unit: k, from: j },
          })}
        />{' '}
        = <Num k={`e:${layer}:${k}`} />
      </p>
      {sigma === 'softmax' ? <Softmax {...props} /> : <Response {...props} />}
      <p className="explain-prose">
        {isOutput(notation, layer) && isProbability(sigma)
          ? 'The unit gathers its inputs, weighs them, and gives a probability.'
          : 'The unit gathers its inputs, weighs them, and bends the sum.'}
      </p>
    </>
  );
}

/** h = σ(e), or σ(e) + x */
function Response({ story, notation, experiment }: UnitFormProps) {
  const { layer } = story.stage;
  const k = story.place.item;
  const sigma = functionTex(activationOf(experiment, layer));
  const residual = hasResidual(experiment, notation, layer);
  const around = residual ? ` + ${activation(notation, layer - 1, k)}` : '';
  return (
    <>
      <Tex
        tex={`${activation(notation, layer, k)} = ${sigma}\\bigl(${excitation(layer, String(k + 1))}\\bigr)${around}`}
        display
      />
      <p className="explain-line">
        ={' '}
        <Chunk>
          <Tex tex={sigma} />(<Num k={`e:${layer}:${k}`} />)
        </Chunk>
        {residual && (
          <>
            {' + '}
            <Factor k={`i:${layer}:${k}`} />
          </>
        )}{' '}
        = <Num k={`h:${layer}:${k}`} />
      </p>
    </>
  );
}

/** ŷₖ = exp(eₖ) / Σⱼ exp(eⱼ) */
function Softmax({ story, notation }: UnitFormProps) {
  const { layer } = story.stage;
  const k = story.place.item;
  const power = (j: number) => (
    <Chunk>
      <Tex tex="\exp" />(<Num k={`e:${layer}:${j}`} />)
    </Chunk>
  );
  return (
    <>
      <Tex
        tex={`${activation(notation, layer, k)} = \\frac{\\exp ${excitation(layer, String(k + 1))}}{\\sum_j \\exp ${excitation(layer, 'j')}}`}
        display
      />
      <p className="explain-line">
        = {power(k)} / (
        {Array.from({ length: notation.units[layer] ?? 0 }, (_, j) => (
          <Fragment key={j}>
            {j > 0 && ' + '}
            {power(j)}
          </Fragment>
        ))}
        ) = <Num k={`h:${layer}:${k}`} />
      </p>
    </>
  );
}
