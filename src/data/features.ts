import type { Experiment } from '../experiment/experiment';
import type { Feature, Precision } from '../experiment/names';
import { isTensorFlowPlayground } from '../experiment/shape';
import { sine } from './sine';

/** What the network is fed: functions of a token's coordinates. */

/**
 * `single`: computed features are rounded to single precision. `double`: they are not. Both by operations that are the
 * same in every browser; `tensorflow-playground`: as that program computes them, for its own problems only.
 */
export type FeaturePrecision = Precision | 'tensorflow-playground';

export function featurePrecision({
  problem,
  precision = 'single',
}: Pick<Experiment, 'problem' | 'precision'>): FeaturePrecision {
  return isTensorFlowPlayground(problem) ? 'tensorflow-playground' : precision;
}

/**
 * Features of points, [feature][token].
 * @param points [token][coordinate], count × coordinates
 */
export function featureInputs(
  features: readonly Feature[],
  points: Float64Array,
  coordinates: number,
  precision: FeaturePrecision,
): Float64Array {
  const count = points.length / coordinates;
  const inputs = new Float64Array(features.length * count);
  features.forEach((feature, f) => {
    for (let token = 0; token < count; token++) {
      inputs[f * count + token] = featureValue(feature, points, token * coordinates, precision);
    }
  });
  return inputs;
}

/** Value of a feature for the point whose coordinates begin at `offset`. */
export function featureValue(
  feature: Feature,
  points: ArrayLike<number>,
  offset: number,
  precision: FeaturePrecision,
): number {
  const x1 = points[offset] ?? 0;
  const x2 = points[offset + 1] ?? 0;
  const round = precision === 'single' ? Math.fround : (value: number) => value;
  const sin = precision === 'tensorflow-playground' ? Math.sin : sine;
  switch (feature) {
    case 'x1^2':
      return round(x1 * x1);
    case 'x2^2':
      return round(x2 * x2);
    case 'x1*x2':
      return round(x1 * x2);
    case 'x1^3':
    case 'x1^4':
    case 'x1^5':
    case 'x1^6':
    case 'x1^7':
    case 'x1^8':
    case 'x1^9':
      return round(power(x1, Number(feature.slice(3))));
    case 'sin(x1)':
      return round(sin(x1));
    case 'sin(x2)':
      return round(sin(x2));
    default:
      return points[offset + Number(feature.slice(1)) - 1] ?? 0;
  }
}

function power(x: number, order: number): number {
  let product = 1;
  for (let k = 0; k < order; k++) product *= x;
  return product;
}

/** As text: x₁², x₁x₂, sin(x₁). */
export function featureSymbol(feature: Feature): string {
  return feature
    .replace(/x(\d+)/gu, (_, digits: string) => `x${subscript(digits)}`)
    .replace(/\^(\d)/u, (_, digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
    .replace('*', '');
}

function subscript(digits: string): string {
  return Array.from(digits, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit))).join('');
}

/** For KaTeX: x_1^2, x_1 x_2, \sin(x_1). */
export function featureTex(feature: Feature): string {
  return feature
    .replace(/x(\d+)/gu, (_, digits: string) => `x_${digits.length > 1 ? `{${digits}}` : digits}`)
    .replace('*', ' ')
    .replace('sin', '\\sin');
}
