import { excitationRows, inputRows, responseRows, type AffineRows, type Excitations } from './affine';
import { partCell, type Cell } from './cells';
import { isBent, type PiecewiseLayer, type PiecewiseNetwork } from './piecewise';

/** A region: all points with one activation pattern. It is convex, so no pattern occurs in two places. */
export interface Region {
  readonly cell: Cell;
  /** [hidden unit of all layers] 1 where the unit is on, e > 0 */
  readonly pattern: Uint8Array;
}

export interface RegionCount {
  readonly count: number;
  /** false where there are more than were asked for */
  readonly complete: boolean;
}

/** A region of the layers so far; `input` is what the next one gets there. */
interface Branch extends Region {
  readonly depth: number;
  readonly input: AffineRows;
}

/**
 * Parts a cell by the line of every hidden unit, layer by layer: in a region of the layers before, a layer's
 * excitations are affine, and each unit parts the region by the line where its excitation is 0. Hands every region to
 * `visit`, at most `most`. Yields after each piece of work of a few microseconds, so that the caller can interrupt.
 */
export function* traceRegions(
  network: PiecewiseNetwork,
  parameters: ArrayLike<number>,
  start: Cell,
  most: number,
  visit: (region: Region) => void,
): Generator<undefined, RegionCount, undefined> {
  const last = network.layers.length - 1;
  const pattern = new Uint8Array(network.hiddenUnits);
  const branches: Branch[] = [{ cell: start, pattern, depth: 0, input: inputRows(network) }];
  let count = 0;
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const layer = network.layers[branch.depth];
    if (branch.depth === last || layer === undefined) {
      if (count === most) return { count, complete: false };
      count++;
      visit(branch);
      continue;
    }
    const excitations = excitationRows(layer, parameters, branch.input);
    // Every piece goes on to a region of its own at least.
    const room = most - count + 1;
    for (const region of yield* partByLayer(branch, layer, excitations, room)) {
      const input = responseRows(layer, excitations.rows, branch.input, region.pattern);
      branches.push({ ...region, depth: branch.depth + 1, input });
      yield;
    }
  }
  return { count, complete: true };
}

/** The pieces into which one layer parts a region; it may stop once it has more than `room`. */
function* partByLayer(
  { cell, pattern }: Region,
  layer: PiecewiseLayer,
  { rows, scales }: Excitations,
  room: number,
): Generator<undefined, Region[], undefined> {
  let pieces: Region[] = [{ cell, pattern }];
  if (!isBent(layer)) return pieces;
  for (let k = 0; k < layer.units && pieces.length <= room; k++) {
    const finer: Region[] = [];
    for (const piece of pieces) {
      const { on, off } = partCell(piece.cell, rows, scales, 3 * k);
      if (off !== null) finer.push({ cell: off, pattern: piece.pattern });
      if (on !== null) finer.push({ cell: on, pattern: withUnitOn(piece.pattern, layer.firstUnit + k) });
      yield;
    }
    pieces = finer;
  }
  return pieces;
}

function withUnitOn(pattern: Uint8Array, unit: number): Uint8Array {
  const changed = pattern.slice();
  changed[unit] = 1;
  return changed;
}
