import { parabolaTarget } from '../../../data/lectures/parabola';

/** Points of the semicircle between which the network's image is drawn straight. */
const POINTS = 241;

const angles = Array.from({ length: POINTS }, (_, i) => (Math.PI * i) / (POINTS - 1));

/** The whole semicircle, [point][coordinate], from right to left. */
export const SEMICIRCLE = Float64Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));

/** What its points should become, [point][output]: the targets without noise, E[y|x]. */
export const PARABOLA = Float64Array.from(angles.flatMap((angle) => parabolaTarget(angle)));

/** ½‖ŷ − E[y|x]‖² averaged over the angle; both [point][output]. */
export function meanDeparture(image: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < PARABOLA.length; i++) sum += ((image[i] ?? NaN) - (PARABOLA[i] ?? NaN)) ** 2;
  return sum / (2 * POINTS);
}
