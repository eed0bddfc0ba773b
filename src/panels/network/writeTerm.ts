import { showRounded } from './weightText';
import { writeText } from '../../figures/writeText';

export interface TermPlaces {
  /** classes of the elements */
  readonly sign: string;
  readonly value: string;
  /** The first term of a sum has no plus. */
  readonly leads: boolean;
}

/** A term's sign and digits into their places in a formula. */
export function writeTerm(root: HTMLElement, { sign, value, leads }: TermPlaces, number: number): void {
  writeText(root.querySelector(`.${sign}`), number < 0 ? '−' : leads ? '' : '+');
  writeText(root.querySelector(`.${value}`), showRounded(Math.abs(number)));
}
