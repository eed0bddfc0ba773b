import { Fragment } from 'react';
import type { Link } from '../../figures/backprop/links';
import { lightsLink, type Lighting } from './lighting';
import { Num } from './numbers';

export interface Term {
  /** keys of the two factors */
  readonly factors: readonly [string, string];
  /** the link that the term comes along */
  readonly link: Link;
  /** the second factor is an error */
  readonly error?: boolean;
}

export interface SumProps extends Lighting {
  readonly count: number;
  readonly term: (index: number) => Term;
  /** No sign before the first term. */
  readonly first?: boolean;
}

/** A sum of products in numbers; pointing at a term lights the link that it comes along, and the other way round. */
export function Sum({ count, term, first = false, ...lighting }: SumProps) {
  return Array.from({ length: count }, (_, i) => {
    const { factors, link, error = false } = term(i);
    return (
      <Fragment key={i}>
        {(i > 0 || !first) && ' + '}
        <span className="term" {...lightsLink(link, lighting)}>
          <Num k={factors[0]} />·<Num k={factors[1]} error={error} />
        </span>
      </Fragment>
    );
  });
}
