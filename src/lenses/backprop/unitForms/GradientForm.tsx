import { useState } from 'react';
import { TextButton } from '../../../controls/TextButton';
import type { Experiment } from '../../../experiment/experiment';
import { Tex } from '../../../panels/network/Tex';
import { CheckTable } from '../CheckTable';
import { Num } from '../numbers';
import { activation, bias, errorSymbol, weight } from '../symbols';
import { Chunk, Constant, Factor } from './pieces';
import { sendingOf, toldSender, type UnitFormProps } from './props';

export function GradientForm(props: UnitFormProps) {
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
      <Product {...props} />
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

/** The gradient of one weight in numbers: the one pointed at, or the first. */
function Product(props: UnitFormProps) {
  const { story, notation, experiment, minibatch } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const j = toldSender(props, sendingOf(notation, layer));
  const { kind, rate } = experiment.training.regularization;
  const at = `${layer}:${k}:${j}`;
  return (
    <>
      <p className="explain-line">
        <Tex tex={`\\partial L / \\partial ${weight(layer, k, j)} =`} />{' '}
        <Chunk>
          <Num k={`d:${layer}:${k}`} error /> · <Factor k={`i:${layer}:${j}`} />
        </Chunk>{' '}
        = <Num k={`g:${at}`} error />
      </p>
      {minibatch && (
        <p className="explain-line">
          Mean of these products over the minibatch: <Num k={`m:${at}`} error />
        </p>
      )}
      {kind !== 'none' && (
        <p className="explain-line">
          With the penalty: <Num k={`m:${at}`} error /> +{' '}
          <Chunk>
            <Constant value={rate} /> · {kind === 'l1' && 'sign '}
            <Factor k={`w:${at}`} />
          </Chunk>{' '}
          = <Num k={`G:${at}`} />
        </p>
      )}
    </>
  );
}
