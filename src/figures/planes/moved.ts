import type { Plane } from './plane';
import { planeScale, planeX, planeY } from './plane';
import { columnOf, type LastLayer } from './chain';
import type { Normal } from './normals';
import type { UnitWeights } from './thresholds';

/** How a layer's update moved its vectors: arrows from old to new, all enlarged alike where the step is small. */
export interface MovedArrows {
  /** how many times longer than they are the arrows are drawn; at least 1 */
  readonly magnified: number;
  readonly arrows: readonly MovedArrow[];
}

/** In px; of unit or column `index` */
export interface MovedArrow {
  readonly index: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** px that the longest arrow has at most, where it is enlarged */
const LONGEST = 48;

/** The largest of 1, 2, 5, 10, … by which the longest arrow stays short enough. */
export function magnification(longest: number): number {
  if (!(longest > 0)) return 1;
  const room = LONGEST / longest;
  if (room < 2) return 1;
  const power = 10 ** Math.floor(Math.log10(room));
  const most = [5, 2, 1].find((step) => step * power <= room) ?? 1;
  return Math.min(1e6, most * power);
}

/** Columns wⱼ of the last layer in the output plane, each as the place that its tip has. */
export function movedColumns(
  plane: Plane,
  layer: LastLayer,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): MovedArrows {
  const starts = Array.from({ length: layer.terms }, (_, j) => {
    const [x, y] = columnOf(before, layer, j);
    const [newX, newY] = columnOf(after, layer, j);
    return { index: j, x: planeX(plane, x), y: planeY(plane, y), dx: newX - x, dy: newY - y };
  });
  return enlarge(plane, starts);
}

/** Rows wₖ of the first layer in the input plane, each from the tip of the normal that it had. */
export function movedRows(
  plane: Plane,
  normals: readonly Normal[],
  before: (unit: number) => UnitWeights,
  after: (unit: number) => UnitWeights,
): MovedArrows {
  const starts = normals.map(({ unit, tipX, tipY }) => {
    const old = before(unit);
    const now = after(unit);
    return { index: unit, x: tipX, y: tipY, dx: now.w1 - old.w1, dy: now.w2 - old.w2 };
  });
  return enlarge(plane, starts);
}

interface Start {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** in the plane's units */
  readonly dx: number;
  readonly dy: number;
}

function enlarge(plane: Plane, starts: readonly Start[]): MovedArrows {
  const scale = planeScale(plane);
  const longest = Math.max(0, ...starts.map(({ dx, dy }) => scale * Math.hypot(dx, dy)));
  const magnified = magnification(longest);
  const by = scale * magnified;
  const arrows = starts.map(({ index, x, y, dx, dy }) => ({
    index,
    fromX: x,
    fromY: y,
    toX: x + by * dx,
    toY: y - by * dy,
  }));
  return { magnified, arrows };
}
