import { showRounded } from './weightText';

export interface TermPlaces {
  /** classes of the elements */
  readonly sign: string;
  readonly value: string;
  /** The first term of a sum has no plus. */
  readonly leads: boolean;
}

/** A term's sign and digits into their places in a formula. */
export function writeTerm(root: HTMLElement, { sign, value, leads }: TermPlaces, number: number): void {
  setText(root.querySelector(`.${sign}`), number < 0 ? '−' : leads ? '' : '+');
  setText(root.querySelector(`.${value}`), showRounded(Math.abs(number)));
}

function setText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
