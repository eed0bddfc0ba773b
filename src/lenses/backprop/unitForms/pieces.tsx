import type { ReactNode } from 'react';
import { Num, type NumProps } from '../numbers';
import './pieces.css';

/** A number after a sign or a dot: a negative one stands in brackets. */
export function Factor(props: NumProps) {
  return (
    <span className="factor">
      <Num {...props} />
    </span>
  );
}

/** A number that the experiment sets, as it was set. */
export function Constant({ value }: { value: number }) {
  return (
    <data className="num" value={String(value)}>
      {value}
    </data>
  );
}

/** What stays on one line. */
export function Chunk({ children }: { children: ReactNode }) {
  return <span className="chunk">{children}</span>;
}
