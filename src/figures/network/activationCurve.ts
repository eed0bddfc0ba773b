import type { HiddenActivation, OutputActivation } from '../../experiment/names';
import { activationValue } from '../activationValue';

const POINTS = 24;
/** excitations −3 … 3 across the glyph, a full turn for the sine */
const REACH = 3;

/** Path of an activation's curve in a box, its least value at the bottom, its largest at the top. */
export function activationPath(
  activation: HiddenActivation | OutputActivation,
  width: number,
  height: number,
): string {
  const reach = activation === 'sin' ? Math.PI : REACH;
  const values = Array.from({ length: POINTS + 1 }, (_, i) =>
    drawnValue(activation, reach * ((2 * i) / POINTS - 1)),
  );
  // A step stands on the middle, where a sign goes below it.
  const least = activation === 'step' ? -1 : Math.min(...values);
  const span = Math.max(...values) - least;
  const point = (value: number, i: number) =>
    `${((i / POINTS) * width).toFixed(1)},${(height - ((value - least) / span) * height).toFixed(1)}`;
  return `M${values.map(point).join('L')}`;
}

function drawnValue(activation: HiddenActivation | OutputActivation, e: number): number {
  // Drawn steeper below 0 than it is, or no eye would see the difference to ReLU.
  if (activation === 'leaky-relu' && e < 0) return 0.15 * e;
  // Softmax of two is a sigmoid.
  return activationValue(activation === 'softmax' ? 'sigmoid' : activation, e);
}
