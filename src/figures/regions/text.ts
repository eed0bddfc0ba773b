import { formatShort } from '../numbers';
import type { RegionBounds } from './bounds';
import type { PiecewiseNetwork } from './piecewise';

/** Units up to this many stand as digits of the pattern, more as a count. */
const MOST_DIGITS = 16;

/** 1 for each unit that is on, layer by layer: "1011 01". */
export function patternText({ layers }: PiecewiseNetwork, pattern: Uint8Array): string {
  return layers
    .slice(0, -1)
    .map(({ firstUnit, units }) => {
      const digits = pattern.subarray(firstUnit, firstUnit + units);
      if (units <= MOST_DIGITS) return digits.join('');
      return `${digits.reduce((on, digit) => on + digit, 0)} of ${units} on`;
    })
    .join(layers.some(({ units }) => units > MOST_DIGITS) ? ', ' : ' ');
}

/** The bound's number with where it comes from. */
export function boundText({ most, source, reached }: RegionBounds, network: PiecewiseNetwork): string {
  if (source === 'none') return 'Without a hidden layer the plane is one region.';
  const units = network.layers[0]?.units ?? 0;
  if (source === 'one layer') {
    const formula = new Set(network.inputs).size === 2 ? '1 + N + N(N − 1)/2' : '1 + N';
    return `One layer of N = ${units}: at most ${formula} = ${countText(most)}.`;
  }
  const least = reached === null ? '' : `; networks of this shape reach ${countText(reached)} (2014)`;
  return `Montúfar's bound: at most ${countText(most)} (2017)${least}.`;
}

/** 1,331, and beyond a million 3.5·10²⁶. */
export function countText(count: number): string {
  if (count < 1e6) return count.toLocaleString('en-US');
  const [mantissa = '', exponent = ''] = count.toExponential(1).split('e+');
  return `${mantissa}·10${Array.from(exponent, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')}`;
}

/** A coefficient after the first one: its sign apart from its magnitude. */
export function signedText(value: number): string {
  return `${value < 0 ? '−' : '+'} ${magnitudeText(Math.abs(value))}`;
}

/** Three significant digits. */
export function magnitudeText(value: number): string {
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5))
    return value.toExponential(1).replace(/^-/, '−');
  return formatShort(Number(value.toPrecision(3)));
}
