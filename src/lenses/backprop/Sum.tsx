import { Fragment } from 'react';
import type { UnitPlace } from './Nodes';
import { Num } from './numbers';

export interface Term {
  /** keys of the two factors */
  readonly factors: readonly [string, string];
  /** the unit that the term comes from */
  readonly unit: UnitPlace;
  /** the second factor is an error */
  readonly error?: boolean;
}

export interface SumProps {
  readonly count: number;
  readonly term: (index: number) => Term;
  /** No sign before the first term. */
  readonly first?: boolean;
  readonly lit: UnitPlace | null;
  readonly onLight: (unit: UnitPlace | null) => void;
}

/** A sum of products in numbers; pointing at a term lights the unit that it comes from, and the other way round. */
export function Sum({ count, term, first = false, lit, onLight }: SumProps) {
  return Array.from({ length: count }, (_, i) => {
    const { factors, unit, error = false } = term(i);
    const isLit = lit?.layer === unit.layer && lit.unit === unit.unit;
    return (
      <Fragment key={i}>
        {(i > 0 || !first) && ' + '}
        <span
          className="term"
          data-lit={isLit || undefined}
          onPointerEnter={() => onLight(unit)}
          onPointerLeave={() => onLight(null)}
        >
          <Num k={factors[0]} />·<Num k={factors[1]} error={error} />
        </span>
      </Fragment>
    );
  });
}
