import type { Palette } from '../../protocol/messages';
import { rampColor } from '../color';
import { formOf, type Form } from '../decisionMap/forms';
import type { PlanePoints } from '../decisionMap/layout';
import { DEEP_CLASSES, type MapStyle } from '../decisionMap/style';

/** Tokens that look the same, so that they are drawn in one go. */
export interface TokenGroup {
  readonly color: string;
  /** classes and values that have no deep colour of their own */
  readonly outlined: boolean;
  readonly form: Form;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Steps of the ramp on either side of zero that values are rounded to. */
const VALUE_STEPS = 10;

/** Classes by their colour and form, values by their colour. */
export function groupTokens(points: PlanePoints, style: MapStyle, palette: Palette): TokenGroup[] {
  const values = points.classes > 0 ? null : valueKeys(points);
  const keyOf = (token: number) => (values === null ? (points.labels[token] ?? 0) : (values[token] ?? 0));
  const keys = [...new Set(Array.from({ length: points.count }, (_, token) => keyOf(token)))];
  return keys
    .sort((a, b) => a - b)
    .map((key) => ({
      color: values === null ? (style.classes[key] ?? style.ink) : rampColor(palette, key / VALUE_STEPS),
      outlined: values !== null || (points.classes > 2 && key >= DEEP_CLASSES),
      form: values === null ? formOf(key, points.classes) : 'circle',
      train: points.train.filter((token) => keyOf(token) === key),
      test: points.test.filter((token) => keyOf(token) === key),
    }));
}

/** Regression: the first target in steps of the largest. */
function valueKeys({ targets, outputs, count }: PlanePoints): Int8Array {
  let largest = 0;
  for (let token = 0; token < count; token++)
    largest = Math.max(largest, Math.abs(targets[token * outputs] ?? 0));
  return Int8Array.from({ length: count }, (_, token) =>
    Math.round((VALUE_STEPS * (targets[token * outputs] ?? 0)) / (largest || 1)),
  );
}
