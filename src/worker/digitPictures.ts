import type { Dataset } from '../data/dataset';
import { featureInputs, featurePrecision } from '../data/features';
import { DIGIT_PIXELS, DIGIT_SIDE } from '../data/digits/digitShape';
import type { Engine, Probe } from '../engine/engine';
import type { NetworkSpec } from '../engine/network';
import { paintUnit, type ValueScale } from '../engine/paint';
import { layerSizes } from '../experiment/shape';
import type { Watch } from '../protocol/messages';
import type { UnitMaps } from '../protocol/snapshot';
import type { BufferPool } from './bufferPool';
import { largest, mapScales, type MapScale } from './mapScales';
import type { Run } from './run';

/** Pixels a side of a unit's picture: six for each of a digit's. */
const TILE = 6 * DIGIT_SIDE;
/** Pictures side by side in the atlas. */
const COLUMNS = 16;

/**
 * Pictures of a network that reads digits, where a grid over two of 64 inputs means nothing: an input shows its pixel
 * of the chosen token, a unit of the first layer its weights in the place of the pixels they weigh, any other unit the
 * one color of its activation for the chosen token.
 */
export function createDigitPictures(engine: Engine, pool: BufferPool) {
  const activations = createActivations(engine);
  const weights = new Float32Array(DIGIT_PIXELS);
  const tile = new Float32Array(TILE * TILE);

  return function paintDigitMaps(run: Run, network: NetworkSpec, watch: Watch): UnitMaps {
    const { layers } = run.trainer.layout;
    const { inputs, units } = activations(run, network, watch.token);
    const rows = Math.ceil((network.inputs + units.length) / COLUMNS);
    const rgba = new Uint8ClampedArray(pool.take(4 * COLUMNS * TILE * rows * TILE));
    const scales = mapScales(network, units, 1);
    scales[0] = { center: 0, magnitude: largestWeight(run) };
    let picture = 0;
    const paint = ({ center, magnitude }: MapScale) => {
      const column = picture % COLUMNS;
      const row = (picture - column) / COLUMNS;
      const start = 4 * (row * TILE * COLUMNS + column) * TILE;
      const scale: ValueScale = { center, scale: magnitude, discrete: watch.discrete };
      paintUnit(
        { rgba, start, rowBytes: 4 * TILE * COLUMNS, size: TILE },
        tile,
        0,
        scale,
        watch.palette.ramp,
      );
      picture++;
    };
    for (const input of inputs) {
      tile.fill(input);
      paint({ center: 0, magnitude: 1 });
    }
    layers.forEach((layer, l) => {
      for (let k = 0; k < layer.units; k++) {
        if (l === 0) {
          readWeights(weights, run, k);
          enlarge(tile, weights);
        } else {
          tile.fill(units[layer.firstUnit + k] ?? 0);
        }
        paint(scales[l] ?? { center: 0, magnitude: 1 });
      }
    });
    const magnitudes = new Float32Array(pool.take(4 * scales.length));
    scales.forEach((scale, l) => (magnitudes[l] = scale.magnitude));
    return { size: TILE, columns: COLUMNS, rows, rgba, scales: magnitudes };
  };
}

/** Features and all units' activations for one token; the probe is made anew only when the network's shape changes. */
function createActivations(engine: Engine) {
  let key = '';
  let of: { readonly dataset: Dataset; readonly token: number } | null = null;
  let probe: Probe | null = null;
  let inputs: Float64Array = new Float64Array(0);
  return (run: Run, network: NetworkSpec, wanted: number) => {
    const { experiment, dataset, trainer } = run;
    const { features } = experiment;
    const { coordinates } = dataset;
    const token = Math.max(0, Math.min(dataset.count - 1, wanted));
    const shape = [layerSizes(experiment), features].join();
    if (probe === null || shape !== key || dataset !== of?.dataset || token !== of.token) {
      const point = dataset.inputs.slice(token * coordinates, (token + 1) * coordinates);
      inputs = featureInputs(features, point, coordinates, featurePrecision(experiment));
      if (probe === null || shape !== key) probe = engine.createProbe(trainer.layout, inputs, 1);
      else probe.move(inputs);
      key = shape;
      of = { dataset, token };
    }
    return { inputs, units: probe.run(network, trainer.parameters) };
  };
}

/** The magnitude of the first layer's strongest weight. */
function largestWeight({ trainer }: Run): number {
  const first = trainer.layout.layers[0];
  if (first === undefined) return 1;
  return largest(trainer.parameters, first.weights, first.weights + first.inputs * first.units);
}

/** A first-layer unit's weights pixel by pixel; no number where a pixel is no input. */
function readWeights(weights: Float32Array, { trainer, experiment }: Run, unit: number): void {
  const first = trainer.layout.layers[0];
  if (first === undefined) return;
  weights.fill(NaN);
  experiment.features.forEach((feature, f) => {
    weights[Number(feature.slice(1)) - 1] =
      trainer.parameters[first.weights + unit * first.inputs + f] ?? NaN;
  });
}

/** Every pixel as a square. */
function enlarge(tile: Float32Array, pixels: Float32Array): void {
  const zoom = TILE / DIGIT_SIDE;
  for (let i = 0; i < tile.length; i++) {
    const row = Math.floor(i / TILE / zoom);
    const column = Math.floor((i % TILE) / zoom);
    tile[i] = pixels[row * DIGIT_SIDE + column] ?? NaN;
  }
}
