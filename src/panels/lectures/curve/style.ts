import { cssColor } from '../../../figures/color';

export function readCurveColors(root: HTMLElement) {
  return {
    ink: cssColor(root, 'ink'),
    inkSecond: cssColor(root, 'ink-2'),
    inkFaint: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    frame: cssColor(root, 'rule-2'),
    paper: cssColor(root, 'paper'),
    positive: cssColor(root, 'pos'),
    negative: cssColor(root, 'neg'),
    error: cssColor(root, 'err'),
  };
}
