import { ACTIVATION_LABELS, type Activation } from '../../experiment/names';
import { formatFixed, formatPercent } from '../numbers';
import type { Projection } from './projection';

/** What the figure says in words; the layers go by their place, 0 the input, the last the output. */

export function layerName(layer: number, last: number): string {
  if (layer === 0) return 'input';
  return layer === last ? 'output' : `hidden layer ${layer}`;
}

/** Short, for a row of buttons. */
export function layerLabel(layer: number, last: number): string {
  if (layer === 0) return 'Input';
  return layer === last ? 'Output' : `Hidden ${layer}`;
}

/** hidden layer 1, or between hidden layers 1 and 2 */
export function placeName(at: number, last: number): string {
  const [from, to] = [Math.floor(at), Math.ceil(at)];
  if (from === to) return layerName(from, last);
  if (from > 0 && to < last) return `between layers ${from} and ${to}`;
  return `between ${layerName(from, last)} and ${layerName(to, last)}`;
}

/** 8 tanh units, or 2 features */
export function unitsText(units: number, activation: Activation | null): string {
  const noun = activation === null ? 'feature' : `${ACTIVATION_LABELS[activation]} unit`;
  return `${units} ${noun}${units === 1 ? '' : 's'}`;
}

/** How the layer is brought onto the figure; principal components with their shares. */
export function projectionSentence({ kind, shares }: Pick<Projection, 'kind' | 'shares'>): string {
  switch (kind) {
    case 'line':
      return 'One unit, one axis. Classes stand in rows so that they do not hide each other.';
    case 'plane':
      return 'Two units, two axes.';
    case 'space':
      return 'Three units, three axes. Drag or use the arrow keys to turn them.';
    case 'pair':
      return 'Two of the units; the others are not seen.';
    case 'principal': {
      const [first = 0, second = 0] = shares;
      const parts = `${formatPercent(first)} + ${formatPercent(second)}`;
      return `The two leading principal components hold ${parts} = ${formatPercent(first + second)} of the variance.`;
    }
  }
}

export interface NextWords {
  readonly projection: Projection['kind'];
  /** units of the next layer; 0 where there is none */
  readonly units: number;
  readonly softmax: boolean;
  /** of those units, how many are drawn */
  readonly drawn: number;
  /** a single output of a classification: the value between its classes; null otherwise */
  readonly boundary: number | null;
}

/** What the straight lines are. */
export function thresholdSentence({ projection, units, softmax, drawn, boundary }: NextWords): string {
  if (boundary !== null) return `The line is where ŷ = ${formatFixed(boundary, boundary === 0 ? 0 : 1)}.`;
  if (units === 0) return 'No layer follows.';
  const form = projection === 'space' ? 'plane' : projection === 'line' ? 'mark' : 'line';
  const where =
    projection === 'principal'
      ? ', cut by the plane of the components through the mean'
      : projection === 'pair'
        ? ', with the other units at their mean'
        : '';
  if (softmax) return `A ${form} is where two classes share the largest excitation${where}.`;
  if (units === 1)
    return `The ${form} is where the next layer has w·h + b = 0${where}${form === 'line' ? '; blue: above 0' : ''}.`;
  const some =
    drawn < units ? `${drawn} of the next layer’s ${units} units` : `the next layer’s ${units} units`;
  return `Each ${form} is where one of ${some} has w·h + b = 0${where}${form === 'line' ? '; blue: above 0' : ''}.`;
}

/** (0.83, −0.41) */
export function coordinatesText(values: readonly number[]): string {
  return `(${values.map((value) => formatFixed(value, 2)).join(', ')})`;
}
