import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { Sum } from '../Sum';
import { activation, errorSymbol, excitation, weight } from '../symbols';
import { Factor } from './pieces';
import { hasResidual, type UnitFormProps } from './props';

export function DeltaForm(props: UnitFormProps) {
  const { story, notation, experiment } = props;
  const { layer } = story.stage;
  const k = story.place.item;
  const after = notation.units[layer + 1] ?? 0;
  const around = hasResidual(experiment, notation, layer + 1);
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
            <Factor k={`r:${layer + 1}:${k}`} />
          </>
        )}
        )
      </p>
      <p className="explain-line">
        = <Num k={`s:${layer}:${k}`} /> · <Factor k={`r:${layer}:${k}`} /> ={' '}
        <Num k={`d:${layer}:${k}`} error />
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
