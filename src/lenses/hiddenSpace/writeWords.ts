import { coordinatesText, projectionSentence } from '../../figures/hiddenSpace/words';
import { valueAt } from '../../figures/hiddenSpace/layerValues';
import type { Snapshot } from '../../protocol/snapshot';
import { valuesOf } from './hiddenSpaceModel';
import type { LayerPicture } from './hiddenSpaceScene';
import type { HiddenSpaceChoice } from './useHiddenSpace';
import { writeText } from '../../figures/writeText';

/** Units whose values fit a line; of more the place on the figure is given. */
const MOST = 4;

/** Writes what changes while training: the share of the variance, and where the chosen token stands. */
export function writeWords(
  element: HTMLElement,
  { model, at, layer, units }: HiddenSpaceChoice,
  { layer: drawn, projection }: LayerPicture,
  snapshot: Snapshot,
  token: number,
): void {
  if (layer !== drawn || !Number.isInteger(at)) return;
  write(element, 'projection', projectionSentence(projection));
  const layerValues = valuesOf(model, snapshot, layer, 'tokens');
  if (layerValues === null || token >= layerValues.count) return;
  const values = Array.from({ length: units }, (_, k) => valueAt(layerValues, k, token));
  const along = projection.directions.map((direction) =>
    direction.reduce((sum, entry, k) => sum + entry * ((values[k] ?? 0) - (projection.base[k] ?? 0)), 0),
  );
  const symbol = layer === 0 ? 'x' : layer === model.sizes.length - 1 ? 'ŷ' : 'h';
  const text =
    units <= MOST
      ? `${symbol} = ${units === 1 ? coordinatesText(values).slice(1, -1) : coordinatesText(values)}`
      : `at ${coordinatesText(along)} on the figure`;
  write(element, 'token', `Token ${token + 1}: ${text}`);
}

function write(root: HTMLElement, part: string, text: string): void {
  writeText(root.querySelector(`[data-part="${part}"]`), text);
}
