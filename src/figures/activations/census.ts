/** Which units no longer tell their inputs apart: counted over the tokens that train. */

/** An activation as the engine has it. */
export interface ActivationCurve {
  value(e: number): number;
  derivative(e: number): number;
}

/** Saturated: |σ′(e)| below this share of its largest … */
export const FLAT_SHARE = 0.05;
/** … for at least this share of the tokens. */
export const SATURATED_SHARE = 0.95;

export type UnitState = 'responding' | 'saturated' | 'dead';

/** Excitations between which the largest slope of every activation of the page lies. */
const SLOPE_REACH = 16;
const SLOPE_SAMPLES = 3200;

/** max |σ′|, or 0 for activations that pass no gradient. */
export function largestSlope({ derivative }: ActivationCurve): number {
  let largest = 0;
  for (let i = 0; i <= SLOPE_SAMPLES; i++) {
    const slope = Math.abs(derivative(SLOPE_REACH * ((2 * i) / SLOPE_SAMPLES - 1)));
    if (slope > largest) largest = slope;
  }
  return largest;
}

/** Whether a unit hardly responds to small changes of this excitation. `steepest` is max |σ′|. */
export function isFlat(curve: ActivationCurve, e: number, steepest: number): boolean {
  return Math.abs(curve.derivative(e)) < FLAT_SHARE * steepest;
}

/**
 * Dead: σ(e) = 0 and σ′(e) = 0 for every token, so that the unit neither sends nor learns anything. Saturated: as above.
 * @param excitations [token]
 * @param tokens those that count
 * @param steepest max |σ′|
 */
export function unitState(
  curve: ActivationCurve,
  excitations: Float32Array,
  tokens: Uint32Array,
  steepest: number,
): UnitState {
  let flat = 0;
  let silent = 0;
  const limit = FLAT_SHARE * steepest;
  for (const token of tokens) {
    const e = excitations[token] ?? 0;
    const slope = Math.abs(curve.derivative(e));
    if (slope < limit) flat++;
    if (slope === 0 && curve.value(e) === 0) silent++;
  }
  if (tokens.length === 0) return 'responding';
  if (silent === tokens.length) return 'dead';
  return flat >= SATURATED_SHARE * tokens.length ? 'saturated' : 'responding';
}

/** [layer][unit] */
export type Census = readonly (readonly UnitState[])[];

/** "hidden 1: units 3 and 7; hidden 2: unit 1", or "none" */
export function namedUnits(census: Census, state: UnitState): string {
  const layers = census.flatMap((units, layer) => {
    const numbers = units.flatMap((each, unit) => (each === state ? [String(unit + 1)] : []));
    return numbers.length === 0 ? [] : [`hidden ${layer + 1}: ${listed(numbers, units.length)}`];
  });
  return layers.length === 0 ? 'none' : layers.join('; ');
}

/** unit 3; units 3 and 7; units 1, 3 and 7; all 8 units */
function listed(numbers: readonly string[], units: number): string {
  if (numbers.length === units && units > 2) return `all ${units} units`;
  const last = numbers[numbers.length - 1] ?? '';
  if (numbers.length === 1) return `unit ${last}`;
  return `units ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

export function countOfState(census: Census, state: UnitState): number {
  return census.reduce((sum, units) => sum + units.filter((each) => each === state).length, 0);
}
