import type { UnitRef } from '../../protocol/snapshot';

/** The names by which tests, guides and screen readers find units. */

/** hidden layer 1, unit 3; output 1 */
export function unitName({ layer, unit }: UnitRef, hiddenLayers: number): string {
  return layer === hiddenLayers ? `output ${unit + 1}` : `hidden layer ${layer + 1}, unit ${unit + 1}`;
}

/** Hidden layer 1, unit 3 */
export function unitButtonName(ref: UnitRef, hiddenLayers: number): string {
  const name = unitName(ref, hiddenLayers);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
