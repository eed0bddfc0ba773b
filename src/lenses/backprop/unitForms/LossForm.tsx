import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { lossTex } from '../symbols';
import { Chunk, Factor } from './pieces';
import type { UnitFormProps } from './props';

export function LossForm({ experiment, notation }: UnitFormProps) {
  const { loss, network } = experiment;
  const last = notation.units.length - 1;
  const outputs = notation.units[last] ?? 1;
  const terms = Array.from({ length: outputs }, (_, k) => (
    <Fragment key={k}>
      {k > 0 && ' + '}
      {lossTerm(experiment, last, k)}
    </Fragment>
  ));
  return (
    <>
      <Tex tex={lossTex(loss, network.output, outputs)} display />
      <p className="explain-line">
        = {whole(experiment, outputs, terms)} = <Num k="L" />
      </p>
      <p className="explain-prose">How far the output is from the target y, as one number.</p>
    </>
  );
}

/** What stands around the outputs' terms. */
function whole({ loss }: UnitFormProps['experiment'], outputs: number, terms: ReactNode): ReactElement {
  switch (loss) {
    case 'mse':
      return outputs === 1 ? <>½ · {terms}</> : <>½ · [{terms}]</>;
    case 'cross-entropy':
      return <>−({terms})</>;
    case 'perceptron':
      return <>{terms}</>;
  }
}

function lossTerm({ loss, network }: UnitFormProps['experiment'], last: number, k: number): ReactNode {
  const response = `h:${last}:${k}`;
  if (loss !== 'cross-entropy')
    return (
      <Chunk>
        (<Num k={response} /> − <Factor k={`y:${k}`} />)
        {loss === 'mse' ? (
          '²'
        ) : (
          <>
            {' · '}
            <Factor k={`e:${last}:${k}`} />
          </>
        )}
      </Chunk>
    );
  return (
    <>
      <Logarithm share={`y:${k}`} of={response} />
      {network.output !== 'softmax' && (
        <>
          {' + '}
          <Logarithm share={`v:${k}`} of={`u:${k}`} />
        </>
      )}
    </>
  );
}

function Logarithm({ share, of }: { share: string; of: string }) {
  return (
    <Chunk>
      <Num k={share} />·<Tex tex="\ln" /> <Num k={of} />
    </Chunk>
  );
}
