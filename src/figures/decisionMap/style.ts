import { cssColor } from '../color';

/** What the decision map takes from the theme. */
export interface MapStyle {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly paper: string;
  /** colour of each class's points; two classes: negative side, positive side */
  readonly classes: readonly string[];
}

/** Classes beyond these four have no deep colour of their own: they take their region's, and an ink outline. */
export const DEEP_CLASSES = 4;

export function readMapStyle(root: Element, classes: number): MapStyle {
  return {
    ink: cssColor(root, 'ink'),
    inkSecondary: cssColor(root, 'ink-2'),
    paper: cssColor(root, 'paper'),
    classes: Array.from({ length: classes }, (_, k) => cssColor(root, classToken(k, classes))),
  };
}

/** The CSS token of a class's points. */
export function classToken(label: number, classes: number): string {
  if (classes <= 2) return label === 1 ? 'pos-deep' : 'neg-deep';
  return label < DEEP_CLASSES ? `cat-${label + 1}` : `class-${label + 1}`;
}
