import type { UnitRef } from '../../protocol/snapshot';
import type { Stage, StageKind } from './story';

/** The link into a unit from unit `from` of the layer before; layers as in the story, 0 = first hidden. */
export interface Link extends UnitRef {
  readonly from: number;
}

/** A unit, or one of the links into it. */
export interface Part extends UnitRef {
  readonly from?: number;
}

/**
 * The links that a stage speaks of, in the order of its terms: forward, gradient and update those into the unit, δ those
 * out of it, along which the errors come back.
 *
 * @param sizes units per layer, [features, hidden …, outputs]
 */
export function linksAt({ kind, layer }: Stage, item: number, sizes: readonly number[]): readonly Link[] {
  const count = (place: number) => Array.from({ length: sizes[place] ?? 0 }, (_, i) => i);
  switch (kind) {
    case 'forward':
    case 'gradient':
    case 'update':
      return count(layer).map((from) => ({ layer, unit: item, from }));
    case 'delta':
      return count(layer + 2).map((unit) => ({ layer: layer + 1, unit, from: item }));
    case 'input':
    case 'loss':
    case 'epsilon':
    case 'loss-after':
      return [];
  }
}

/** The unit at the end of a stage's link at which the stage's own unit is not: the one that its term comes from. */
export function farEnd(kind: StageKind, { layer, unit, from }: Link): UnitRef {
  return kind === 'delta' ? { layer, unit } : { layer: layer - 1, unit: from };
}

/** Whether a stage's link is the part pointed at, or leads to it. */
export function isPointedAt(kind: StageKind, link: Link, part: Part | null): boolean {
  if (part === null) return false;
  const { layer, unit, from } = part;
  if (from !== undefined) return link.layer === layer && link.unit === unit && link.from === from;
  const end = farEnd(kind, link);
  return end.layer === layer && end.unit === unit;
}
