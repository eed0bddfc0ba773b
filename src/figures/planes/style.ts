import { cssColor } from '../color';

/** What the planes take from the theme. */
export interface PlanesStyle {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkFaint: string;
  readonly paper: string;
  readonly rule: string;
  readonly frame: string;
  readonly positive: string;
  readonly error: string;
}

export function readPlanesStyle(root: Element): PlanesStyle {
  return {
    ink: cssColor(root, 'ink'),
    inkSecondary: cssColor(root, 'ink-2'),
    inkFaint: cssColor(root, 'ink-3'),
    paper: cssColor(root, 'paper'),
    rule: cssColor(root, 'rule'),
    frame: cssColor(root, 'rule-2'),
    positive: cssColor(root, 'pos'),
    error: cssColor(root, 'err'),
  };
}
