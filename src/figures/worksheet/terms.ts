import type { Quantity } from './quantities';

/** A formula of the sheet: one description that is computed, shown in symbols, and shown with numbers. */
export type Term =
  | { readonly kind: 'quantity'; readonly of: Quantity }
  | { readonly kind: 'number'; readonly value: number; readonly tex?: string }
  | { readonly kind: 'sum' | 'product'; readonly terms: readonly Term[] }
  | { readonly kind: 'difference'; readonly from: Term; readonly minus: Term }
  | { readonly kind: 'negative' | 'square'; readonly of: Term }
  | { readonly kind: 'quotient'; readonly over: Term; readonly under: Term }
  | {
      readonly kind: 'function';
      readonly of: Term;
      readonly value: (argument: number) => number;
      readonly tex: (argument: string) => string;
    };

export const quantity = (of: Quantity): Term => ({ kind: 'quantity', of });
export const number = (value: number, tex?: string): Term => ({
  ...{ kind: 'number', value },
  ...(tex === undefined ? {} : { tex }),
});
export const sum = (terms: readonly Term[]): Term =>
  terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'sum', terms };
export const product = (...terms: readonly Term[]): Term => ({ kind: 'product', terms });
export const difference = (from: Term, minus: Term): Term => ({ kind: 'difference', from, minus });

export function evaluate(term: Term, valueOf: (quantity: Quantity) => number): number {
  const value = (each: Term): number => evaluate(each, valueOf);
  switch (term.kind) {
    case 'quantity':
      return valueOf(term.of);
    case 'number':
      return term.value;
    case 'sum':
      return term.terms.reduce((total, each) => total + value(each), 0);
    case 'product':
      return term.terms.reduce((total, each) => total * value(each), 1);
    case 'difference':
      return value(term.from) - value(term.minus);
    case 'negative':
      return -value(term.of);
    case 'square':
      return value(term.of) * value(term.of);
    case 'quotient':
      return value(term.over) / value(term.under);
    case 'function':
      return term.value(value(term.of));
  }
}

/** The quantities that a formula takes. */
export function quantitiesOf(term: Term): readonly Quantity[] {
  switch (term.kind) {
    case 'quantity':
      return [term.of];
    case 'number':
      return [];
    case 'sum':
    case 'product':
      return term.terms.flatMap(quantitiesOf);
    case 'difference':
      return [...quantitiesOf(term.from), ...quantitiesOf(term.minus)];
    case 'quotient':
      return [...quantitiesOf(term.over), ...quantitiesOf(term.under)];
    case 'negative':
    case 'square':
    case 'function':
      return quantitiesOf(term.of);
  }
}

/** @param show a quantity's symbol, or its number; in TeX */
export function termTex(term: Term, show: (quantity: Quantity) => string): string {
  const tex = (each: Term): string => termTex(each, show);
  /** in parentheses where it would bind too weakly */
  const bound = (each: Term): string => (isLoose(each, tex(each)) ? `(${tex(each)})` : tex(each));
  const signed = (each: Term): string => (tex(each).startsWith('-') ? `(${tex(each)})` : tex(each));
  switch (term.kind) {
    case 'quantity':
      return show(term.of);
    case 'number':
      return term.tex ?? String(term.value);
    case 'sum':
      return term.terms.map((each, i) => (i === 0 ? tex(each) : signed(each))).join(' + ');
    case 'product':
      return term.terms.map(bound).join(' \\cdot ');
    case 'difference':
      return `${tex(term.from)} - ${bound(term.minus)}`;
    case 'negative':
      return `-${bound(term.of)}`;
    case 'square':
      // A symbol that carries its layer has a superscript already.
      return tex(term.of).includes('^') ? `(${tex(term.of)})^2` : `${bound(term.of)}^2`;
    case 'quotient':
      return `\\frac{${tex(term.over)}}{${tex(term.under)}}`;
    case 'function':
      return term.tex(tex(term.of));
  }
}

function isLoose(term: Term, tex: string): boolean {
  return term.kind === 'sum' || term.kind === 'difference' || tex.startsWith('-');
}
