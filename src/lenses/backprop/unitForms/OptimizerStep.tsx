import type { ReactNode } from 'react';
import type { Optimizer } from '../../../experiment/experiment';
import { Tex } from '../../../panels/network/Tex';
import { Num } from '../numbers';
import { Chunk, Constant, Factor } from './pieces';

export interface OptimizerStepProps {
  readonly optimizer: Optimizer;
  /** the weight's place, `layer:unit:from` */
  readonly at: string;
  /** the weight's symbol */
  readonly symbol: string;
  /** Key of the gradient that the optimizer takes. */
  readonly gradient: string;
  /** What the penalty does to the weight after the optimizer's step. */
  readonly after?: ReactNode;
}

/** An optimizer's step for one weight in numbers: what it keeps, then the weight. */
export function OptimizerStep(props: OptimizerStepProps) {
  const { optimizer, at, symbol, after } = props;
  return (
    <>
      <Kept {...props} />
      <Line tex={`${symbol} =`}>
        <Num k={`w:${at}`} /> −{' '}
        <Chunk>
          <Constant value={optimizer.learningRate} /> · <Direction {...props} />
        </Chunk>
        {after} = <Num k={`n:${at}`} />
      </Line>
    </>
  );
}

function Line({ tex, children }: { tex: string; children: ReactNode }) {
  return (
    <p className="explain-line">
      <Tex tex={tex} /> {children}
    </p>
  );
}

/** a·old + share·g, or with g² */
interface BlendProps {
  readonly tex: string;
  readonly old: string;
  readonly next: string;
  readonly gradient: string;
  readonly keeps: number;
  readonly takes: ReactNode;
  readonly squared?: boolean;
}

function Blend({ tex, old, next, gradient, keeps, takes, squared = false }: BlendProps) {
  return (
    <Line tex={tex}>
      <Chunk>
        <Constant value={keeps} /> · <Factor k={old} />
      </Chunk>{' '}
      +{' '}
      <Chunk>
        {takes}
        {squared ? <Square k={gradient} /> : <Factor k={gradient} />}
      </Chunk>{' '}
      = <Num k={next} />
    </Line>
  );
}

/** In brackets whatever its sign: it may be written with an exponent. */
function Square({ k }: { k: string }) {
  return (
    <>
      (<Num k={k} />
      )²
    </>
  );
}

const rest = (share: number): ReactNode => (
  <>
    (1 − <Constant value={share} />) ·{' '}
  </>
);

/** What the optimizer keeps from step to step. */
function Kept({ optimizer, at, gradient }: OptimizerStepProps) {
  const first = { old: `a:${at}`, next: `A:${at}`, gradient };
  switch (optimizer.kind) {
    case 'sgd':
      return null;
    case 'momentum':
    case 'nesterov':
      return <Blend tex="v =" {...first} keeps={optimizer.momentum} takes={null} />;
    case 'adagrad':
      return (
        <Line tex="s =">
          <Num k={first.old} /> +{' '}
          <Chunk>
            <Square k={gradient} />
          </Chunk>{' '}
          = <Num k={first.next} />
        </Line>
      );
    case 'rmsprop':
      return <Blend tex="s =" {...first} keeps={optimizer.decay} takes={rest(optimizer.decay)} squared />;
    case 'adam': {
      const { beta1, beta2 } = optimizer;
      const second = { old: `k:${at}`, next: `K:${at}`, gradient };
      return (
        <>
          <Blend tex="m =" {...first} keeps={beta1} takes={rest(beta1)} />
          <Blend tex="v =" {...second} keeps={beta2} takes={rest(beta2)} squared />
          <Line tex="\hat m =">
            <Num k={`A:${at}`} /> / <Num k={`1:${at}`} /> = <Num k={`z:${at}`} />
          </Line>
          <Line tex="\hat v =">
            <Num k={`K:${at}`} /> / <Num k={`2:${at}`} /> = <Num k={`Z:${at}`} />
          </Line>
        </>
      );
    }
  }
}

/** What η multiplies. */
function Direction({ optimizer, at, gradient }: OptimizerStepProps) {
  switch (optimizer.kind) {
    case 'sgd':
      return <Factor k={gradient} />;
    case 'momentum':
      return <Factor k={`A:${at}`} />;
    case 'nesterov':
      return (
        <>
          (<Num k={gradient} /> + <Constant value={optimizer.momentum} /> · <Factor k={`A:${at}`} />)
        </>
      );
    case 'adagrad':
    case 'rmsprop':
      return <Divided by={`A:${at}`} k={gradient} />;
    case 'adam':
      return <Divided by={`Z:${at}`} k={`z:${at}`} />;
  }
}

function Divided({ k, by }: { k: string; by: string }) {
  return (
    <>
      <Factor k={k} /> / (√
      <Num k={by} /> + <Tex tex="10^{-8}" />)
    </>
  );
}
