import type { UnitRef } from '../../protocol/snapshot';
import type { ColumnLayout, NetworkLayout } from './layout';

/** Keys by which the keyboard goes from unit to unit. */
export const UNIT_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type UnitKey = (typeof UNIT_KEYS)[number];

export function isUnitKey(key: string): key is UnitKey {
  return UNIT_KEYS.some((each) => each === key);
}

/** The unit that a key leads to: within the layer, or to the nearest unit of the next layer. The inputs are no units. */
export function nextUnit(layout: NetworkLayout, from: UnitRef, key: UnitKey): UnitRef {
  const column = layout.columns[from.layer + 1];
  if (!column) return from;
  const last = column.units.length - 1;
  const within = (unit: number): UnitRef => (unit >= 0 && unit <= last ? { ...from, unit } : from);
  switch (key) {
    case 'Home':
      return within(0);
    case 'End':
      return within(last);
    case 'ArrowUp':
      return within(from.unit - column.across);
    case 'ArrowDown':
      return within(from.unit + column.across);
    case 'ArrowLeft':
      return from.unit % column.across > 0 ? within(from.unit - 1) : neighbour(layout, from, column, -1);
    case 'ArrowRight':
      return from.unit % column.across < column.across - 1 && from.unit < last
        ? within(from.unit + 1)
        : neighbour(layout, from, column, 1);
  }
}

function neighbour(layout: NetworkLayout, from: UnitRef, column: ColumnLayout, by: -1 | 1): UnitRef {
  const layer = from.layer + by;
  const next = layer < 0 ? undefined : layout.columns[layer + 1];
  const here = column.units[from.unit];
  if (!next || !here) return from;
  let unit = 0;
  let least = Infinity;
  next.units.forEach((each, i) => {
    // Of a compact layer's row, the picture on the side that one comes from.
    const distance = Math.abs(each.y - here.y) + 1e-3 * Math.abs(each.x - here.x);
    if (distance < least) [unit, least] = [i, distance];
  });
  return { layer, unit };
}
