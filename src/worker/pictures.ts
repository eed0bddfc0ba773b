import type { Painter } from '../engine/engine';
import type { NetworkSpec } from '../engine/network';
import { paintClasses } from '../engine/paint';
import type { Reals } from '../engine/reals';
import { isProbability } from '../experiment/names';
import { classCount } from '../experiment/shape';
import type { Watch } from '../protocol/messages';
import type { OutputField, UnitMaps } from '../protocol/snapshot';
import type { BufferPool } from './bufferPool';
import { largest, mapScales, type MapScale } from './mapScales';
import type { Run } from './run';

/** Pixels a side of a unit's picture. */
const TILE = 50;
/** Pictures side by side in the atlas. */
const COLUMNS = 16;

/** Everything computed on one grid. */
export interface GridValues {
  /** cells a side */
  readonly size: number;
  readonly network: NetworkSpec;
  /** [feature][cell] */
  readonly inputs: Float64Array;
  /** [unit][cell], hidden units and outputs in the layout's order */
  readonly units: Float32Array;
}

/** The pictures of all features and units in one atlas. */
export function paintMaps(pool: BufferPool, painter: Painter, grid: GridValues, watch: Watch): UnitMaps {
  const { network, size } = grid;
  const cells = size * size;
  const count = network.inputs + grid.units.length / cells;
  const rows = Math.ceil(count / COLUMNS);
  const scales = mapScales(network, grid.units, cells);
  // The mean of 2 × 2 cells, or the cells themselves.
  const zoom = size === TILE ? 1 : 2;
  painter.begin(COLUMNS * TILE, rows * TILE, watch.palette.ramp);
  let picture = 0;
  const paint = (values: Reals, start: number, { center, magnitude }: MapScale) => {
    const column = picture % COLUMNS;
    const row = (picture - column) / COLUMNS;
    const square = { column: column * TILE, row: row * TILE, size: TILE, zoom } as const;
    painter.paint(values, start, square, { center, scale: magnitude, discrete: watch.discrete });
    picture++;
  };
  for (let f = 0; f < network.inputs; f++) {
    paint(grid.inputs, f * cells, { center: 0, magnitude: largest(grid.inputs, f * cells, (f + 1) * cells) });
  }
  let unit = 0;
  network.layers.forEach((layer, l) => {
    const scale = scales[l] ?? { center: 0, magnitude: 1 };
    for (let k = 0; k < layer.units; k++) paint(grid.units, unit++ * cells, scale);
  });
  const rgba = new Uint8ClampedArray(pool.take(4 * COLUMNS * TILE * rows * TILE));
  painter.copyTo(rgba);
  const magnitudes = new Float32Array(pool.take(4 * scales.length));
  scales.forEach((scale, l) => (magnitudes[l] = scale.magnitude));
  return { size: TILE, columns: COLUMNS, rows, rgba, scales: magnitudes };
}

/** The output figure's map: that of the unit asked for, or of the network's output. */
export function paintField(
  pool: BufferPool,
  painter: Painter,
  grid: GridValues,
  run: Run,
  watch: Watch,
): OutputField {
  const { network, size } = grid;
  const cells = size * size;
  const rgba = new Uint8ClampedArray(pool.take(4 * cells));
  const outputs = network.layers[network.layers.length - 1]?.units ?? 1;
  const first = grid.units.length / cells - outputs;
  const classes = classCount(run.experiment.problem);
  const { palette, discrete } = watch;
  if (watch.unit === null && classes > 2 && outputs === classes) {
    const values = new Float32Array(pool.take(4 * classes * cells));
    values.set(grid.units.subarray(first * cells));
    paintClasses({ rgba, start: 0, rowBytes: 4 * size, size }, values, classes, palette, discrete);
    return { size, values, channels: classes, rgba, scale: 1, unit: null };
  }

  const chosen = watch.unit === null ? null : unitValues(grid, watch.unit.layer, watch.unit.unit);
  // Two classes with two outputs: the probability of the second, as a sigmoid would give it.
  const values = new Float32Array(pool.take(4 * cells));
  const index = first + (classes === 2 && outputs === 2 ? 1 : 0);
  values.set(chosen?.values ?? grid.units.subarray(index * cells, (index + 1) * cells));
  const { center, magnitude } = chosen?.scale ?? outputScale(grid, run);
  painter.begin(size, size, palette.ramp);
  painter.paint(values, 0, { column: 0, row: 0, size, zoom: 1 }, { center, scale: magnitude, discrete });
  painter.copyTo(rgba);
  return { size, values, channels: 1, rgba, scale: magnitude, unit: chosen === null ? null : watch.unit };
}

/** A feature (layer −1) or unit on the grid; null when the network has no such unit. */
function unitValues(grid: GridValues, layer: number, unit: number) {
  const { network, size } = grid;
  const cells = size * size;
  if (layer < 0) {
    if (unit >= network.inputs) return null;
    const values = grid.inputs.subarray(unit * cells, (unit + 1) * cells);
    return { values, scale: { center: 0, magnitude: largest(values, 0, cells) } };
  }
  const spec = network.layers[layer];
  if (spec === undefined || unit >= spec.units) return null;
  let index = unit;
  for (let l = 0; l < layer; l++) index += network.layers[l]?.units ?? 0;
  const scale = mapScales(network, grid.units, cells)[layer] ?? { center: 0, magnitude: 1 };
  return { values: grid.units.subarray(index * cells, (index + 1) * cells), scale };
}

/** Classes ±1 and probabilities have their own scale; regression that of its targets. */
function outputScale(grid: GridValues, run: Run): MapScale {
  const last = grid.network.layers[grid.network.layers.length - 1];
  if (last !== undefined && isProbability(last.activation)) return { center: 0.5, magnitude: 0.5 };
  if (last?.activation === 'tanh' || run.dataset.classes > 0) return { center: 0, magnitude: 1 };
  return { center: 0, magnitude: largest(run.dataset.targets, 0, run.dataset.targets.length) };
}
