import type { Feature } from '../../experiment/names';
import type { Problem } from '../../experiment/experiment';
import type { Palette } from '../../protocol/messages';
import { rampColor } from '../color';

/** A first-layer unit's weights where the inputs are an image's pixels. */

export const PIXELS = 8;

/** Whether the inputs of a layer are the pixels of an 8 × 8 image. */
export function isPixelLayer(problem: Problem, layer: number): boolean {
  return layer === 0 && problem.dataset === 'digits';
}

/** x12 → pixel 11 */
export function pixelOf(feature: Feature): number {
  return Number(feature.slice(1)) - 1;
}

/** Every pixel in the colour of its weight; those that are no input stay blank. */
export function drawPixels(
  context: CanvasRenderingContext2D,
  features: readonly Feature[],
  weights: ArrayLike<number>,
  scale: number,
  side: number,
  palette: Palette,
): void {
  const cell = side / PIXELS;
  features.forEach((feature, i) => {
    const pixel = pixelOf(feature);
    const column = pixel % PIXELS;
    const row = (pixel - column) / PIXELS;
    context.fillStyle = rampColor(palette, (weights[i] ?? 0) / scale);
    context.fillRect(column * cell, row * cell, cell + 0.5, cell + 0.5);
  });
}
