import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/data/createDataset';
import { loadResources } from '../../../src/data/resources';
import { createLayout } from '../../../src/engine/layout';
import { networkSpec } from '../../../src/engine/network';
import { createPlainProbe } from '../../../src/engine/plain/createPlainProbe';
import { traceToken, type TokenTrace } from '../../../src/engine/trace/trace';
import type { Experiment } from '../../../src/experiment/experiment';
import type { HiddenActivation } from '../../../src/experiment/names';
import { setDataset } from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import { layerSizes } from '../../../src/experiment/shape';
import { planeHeight } from '../../../src/figures/planes/plane';
import { createSceneMemory, layoutScene, type Scene } from '../../../src/figures/planes/scene';
import { createParameters } from '../../engine/support';

const PARABOLA = setDataset('parabola')(DEFAULT_EXPERIMENT);
await loadResources(PARABOLA.problem);

const WIDTH = 320;
const HEIGHT = planeHeight(WIDTH);
/** px: what an eye, or a screen, tells apart */
const PIXEL = 0.5;

function experimentWith(units: readonly number[], activation: HiddenActivation): Experiment {
  const hidden = units.map((count) => ({ units: count, activation }));
  return { ...PARABOLA, network: { ...PARABOLA.network, hidden, output: 'linear' } };
}

interface Drawn {
  readonly scene: Scene;
  readonly traces: readonly TokenTrace[];
  readonly parameters: Float32Array;
  readonly targets: Float64Array;
}

/** The scene from single precision, as the page has it, and every token's trace in double. */
function drawn(experiment: Experiment, token: number, seed = 5): Drawn {
  const network = networkSpec(experiment);
  const layout = createLayout(network);
  const { count, inputs, targets } = createDataset(experiment);
  const parameters = Float32Array.from(createParameters(network, seed));
  const columns = Float64Array.from(
    { length: 2 * count },
    (_, i) => inputs[2 * (i % count) + Math.floor(i / count)] ?? 0,
  );
  const values = createPlainProbe(layout, columns, count).run(network, parameters);
  const at = (unit: number, point: number) => values[unit * count + point] ?? NaN;
  const outputs = Float32Array.from({ length: 2 * count }, (_, i) =>
    at(layout.unitCount - 2 + (i % 2), Math.floor(i / 2)),
  );
  const sizes = layerSizes(experiment);
  const last = sizes[sizes.length - 2] ?? 0;
  const hidden = experiment.network.hidden.length > 0;
  const activations = Array.from({ length: last }, (_, j) =>
    hidden ? at(layout.unitCount - 2 - last + j, token) : (inputs[2 * token + j] ?? 0),
  );
  const scene = layoutScene(
    {
      width: WIDTH,
      height: HEIGHT,
      sizes,
      parameters,
      inputs,
      targets,
      outputs,
      image: Float64Array.from(outputs),
      token,
      activations,
      columns: hidden ? [0, 1] : null,
      moved: null,
    },
    createSceneMemory(),
  );
  const traces = Array.from({ length: count }, (_, i) =>
    traceToken(
      network,
      layout,
      parameters,
      inputs.subarray(2 * i, 2 * i + 2),
      targets.subarray(2 * i, 2 * i + 2),
    ),
  );
  return { scene, traces, parameters, targets };
}

/** px of a place, from the shown domain alone */
function pixels(
  { outputPlane: { left, right, top } }: Scene,
  [x = NaN, y = NaN]: ArrayLike<number> & Iterable<number>,
) {
  const scale = WIDTH / (right - left);
  return [(x - left) * scale, (top - y) * scale] as const;
}

function distance(places: Float64Array, index: number, [x, y]: readonly [number, number]): number {
  return Math.hypot((places[2 * index] ?? NaN) - x, (places[2 * index + 1] ?? NaN) - y);
}

describe.each([
  ['ten sigmoid units', [10], 'sigmoid'],
  ['five ReLU units', [5], 'relu'],
  ['two tanh layers', [8, 6], 'tanh'],
  ['no hidden layer', [], 'tanh'],
] as const)('with %s', (_, units, activation) => {
  const experiment = experimentWith(units, activation);

  it('every error vector is that of the double-precision trace, to the pixel', () => {
    const { scene, traces, targets } = drawn(experiment, 0);
    traces.forEach(({ output }, token) => {
      const target = targets.subarray(2 * token, 2 * token + 2);
      expect(distance(scene.errors, 2 * token, pixels(scene, target))).toBeLessThan(PIXEL);
      expect(distance(scene.errors, 2 * token + 1, pixels(scene, output))).toBeLessThan(PIXEL);
    });
    expect(scene.errors).toHaveLength(4 * traces.length);
  });

  it.each([0, 7, 23])(
    'the chain of token %i goes from the origin over b and every wⱼhⱼ to ŷ, to the pixel',
    (token) => {
      const { scene, traces, parameters } = drawn(experiment, token);
      const { x: h, h: output } = traces[token]?.layers.at(-1) ?? { x: [], h: [] };
      const offset = parameters.length - 2 * h.length - 2;
      const sum = [...parameters.subarray(-2)];
      expect(distance(scene.chain, 0, pixels(scene, [0, 0]))).toBeLessThan(PIXEL);
      expect(distance(scene.chain, 1, pixels(scene, sum))).toBeLessThan(PIXEL);
      h.forEach((value, j) => {
        for (const k of [0, 1])
          sum[k] = (sum[k] ?? NaN) + (parameters[offset + k * h.length + j] ?? NaN) * value;
        expect(distance(scene.chain, j + 2, pixels(scene, sum))).toBeLessThan(PIXEL);
      });
      expect(distance(scene.chain, h.length + 1, pixels(scene, output))).toBeLessThan(PIXEL);
    },
  );
});

describe('the threshold lines', () => {
  const experiment = experimentWith([10], 'sigmoid');

  it('lie where the trace’s excitation is 0, and their normals point to where it is positive', () => {
    const { scene, parameters } = drawn(experiment, 3);
    const network = networkSpec(experiment);
    const { left, right, top } = scene.inputPlane;
    const excitation = (unit: number, x: number, y: number) => {
      const place = [left + (x * (right - left)) / WIDTH, top - (y * (right - left)) / WIDTH];
      return traceToken(network, createLayout(network), parameters, place, [0, 0]).layers[0]?.e[unit] ?? NaN;
    };
    expect(scene.normals.length).toBeGreaterThan(4);
    for (const { unit, baseX, baseY, tipX, tipY } of scene.normals) {
      expect(Math.abs(excitation(unit, baseX, baseY))).toBeLessThan(1e-4);
      expect(excitation(unit, tipX, tipY)).toBeGreaterThan(0.01);
      expect(Math.hypot(tipX - baseX, tipY - baseY)).toBeCloseTo(24, 6);
    }
  });

  it('are active exactly where the chosen token’s excitation is positive', () => {
    for (const token of [0, 11, 23]) {
      const { scene, traces } = drawn(experiment, token);
      const e = traces[token]?.layers[0]?.e ?? [];
      expect(scene.thresholds.map(({ active }) => active)).toEqual(Array.from(e, (value) => value > 0));
    }
  });
});
