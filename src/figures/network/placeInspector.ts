import type { NetworkLayout } from './layout';
import type { UnitRef } from '../../protocol/snapshot';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface InspectorSpace {
  /** what is in view, in the figure's coordinates */
  readonly view: Box;
  /** wanted size; the height may be cut down to `leastHeight`, then it scrolls inside */
  readonly width: number;
  readonly height: number;
  readonly leastHeight: number;
  /** other boxes that should stay in sight, as another inspector */
  readonly others: readonly Box[];
}

export interface InspectorPlace extends Box {
  /** whether it hides part of a unit or another box */
  readonly covers: boolean;
}

const MARGIN = 8;
/** px kept between the inspector and its unit, gauge and ring included */
const CLEARANCE = 14;

/** A place for a unit's numbers: never upon the unit itself, never out of view, upon as few other units as possible. */
export function placeInspector(layout: NetworkLayout, ref: UnitRef, space: InspectorSpace): InspectorPlace {
  const own = unitBox(layout, ref, CLEARANCE);
  const obstacles = [...unitBoxes(layout, ref), ...space.others];
  let best: InspectorPlace | null = null;
  let least = Infinity;
  for (const box of candidates(own, layout, space)) {
    const covered = obstacles.reduce((sum, other) => sum + overlap(box, other), 0);
    const cut = Math.max(0, space.height - box.height);
    const cost = (covered > 0 ? 400 + covered * 0.5 : 0) + distance(box, own) + cut * 0.6;
    if (cost < least) {
      least = cost;
      best = { ...box, covers: covered > 0 };
    }
  }
  return best ?? { ...squeeze(own, space), covers: true };
}

/** Boxes that line up with the view, the unit, or the gaps above, below and beside the columns. */
function candidates(own: Box, layout: NetworkLayout, space: InspectorSpace): Box[] {
  const { view } = space;
  const width = Math.min(space.width, view.width - 2 * MARGIN);
  const farthest = view.x + view.width - MARGIN - width;
  const into = (least: number, most: number, value: number) => Math.max(least, Math.min(most, value));
  const lefts = [own.x - width, own.x + own.width, own.x + own.width / 2 - width / 2, view.x, farthest];
  const first = view.y + MARGIN;
  const last = view.y + view.height - MARGIN;
  const tops = [first, layout.top, own.y, own.y + own.height];
  const bottoms = [last, layout.height - layout.foot, own.y, own.y + own.height];
  for (const column of layout.columns) {
    lefts.push(column.right + MARGIN, column.left - MARGIN - width);
    tops.push(column.bottom + MARGIN);
    bottoms.push(column.top - MARGIN);
  }
  const unique = (values: number[], least: number, most: number) => [
    ...new Set(values.map((value) => Math.round(into(least, most, value)))),
  ];
  const boxes: Box[] = [];
  for (const x of unique(lefts, view.x + MARGIN, farthest)) {
    for (const top of unique(tops, first, last)) {
      for (const bottom of unique(bottoms, first, last)) {
        for (const range of ranges(top, bottom, own, space)) {
          const box = { x, width, ...range };
          if (overlap(box, own) === 0) boxes.push(box);
        }
      }
    }
  }
  return boxes;
}

/** Where the inspector can stand between two heights: cut, or whole at either end or beside its unit. */
function ranges(top: number, bottom: number, own: Box, { height, leastHeight }: InspectorSpace) {
  const room = bottom - top;
  if (room < Math.min(leastHeight, height)) return [];
  if (room <= height) return [{ y: top, height: room }];
  const beside = Math.max(top, Math.min(bottom - height, own.y + own.height / 2 - height / 2));
  return [top, bottom - height, beside].map((y) => ({ y, height }));
}

/** Where nothing fits at all: the larger part of the view above or below the unit. */
function squeeze(own: Box, { view, width, height }: InspectorSpace): Box {
  const above = own.y - view.y - MARGIN;
  const below = view.y + view.height - MARGIN - own.y - own.height;
  const tall = Math.max(0, Math.min(height, Math.max(above, below)));
  const y = above > below ? own.y - tall : own.y + own.height;
  return { x: view.x + MARGIN, y, width: Math.min(width, view.width - 2 * MARGIN), height: tall };
}

function unitBox(layout: NetworkLayout, { layer, unit }: UnitRef, clearance: number): Box {
  const column = layout.columns[layer + 1];
  const at = column?.units[unit];
  const half = (column?.tile ?? 0) / 2 + clearance;
  return { x: (at?.x ?? 0) - half, y: (at?.y ?? 0) - half, width: 2 * half, height: 2 * half };
}

function unitBoxes(layout: NetworkLayout, except: UnitRef): Box[] {
  return layout.columns.flatMap((column, l) =>
    column.units.flatMap((_, unit) =>
      l === except.layer + 1 && unit === except.unit ? [] : [unitBox(layout, { layer: l - 1, unit }, 2)],
    ),
  );
}

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** px between two boxes */
function distance(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(dx, dy);
}
