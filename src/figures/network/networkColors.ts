import { cssColor } from '../color';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Colors of the present theme, as canvas takes them. */
export interface NetworkColors {
  readonly positive: string;
  readonly negative: string;
  readonly ink: string;
  readonly inkSecond: string;
  readonly inkThird: string;
  readonly paper: string;
  readonly rule: string;
  readonly positiveBytes: Rgb;
  readonly negativeBytes: Rgb;
  readonly paperBytes: Rgb;
  /** opacity of the weakest link */
  readonly faintest: number;
}

export function readNetworkColors(root: Element): NetworkColors {
  const faintest = Number(getComputedStyle(root).getPropertyValue('--link-min'));
  const positive = cssColor(root, 'pos');
  const negative = cssColor(root, 'neg');
  const paper = cssColor(root, 'paper');
  return {
    ...{ positive, negative, paper },
    ...{ positiveBytes: bytes(positive), negativeBytes: bytes(negative), paperBytes: bytes(paper) },
    ink: cssColor(root, 'ink'),
    inkSecond: cssColor(root, 'ink-2'),
    inkThird: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    faintest: faintest > 0 ? faintest : 0.26,
  };
}

/** rgb(1 2 3) → [1, 2, 3] */
function bytes(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return [red, green, blue];
}
