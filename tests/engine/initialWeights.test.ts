import { describe, expect, it } from 'vitest';
import { carryParameters } from '../../src/engine/carryOver';
import type { Layout } from '../../src/engine/engine';
import { initialParameters, tensorFlowPlaygroundParameters } from '../../src/engine/initialWeights';
import { createLayout } from '../../src/engine/layout';
import { networkSpec } from '../../src/engine/network';
import { addLayer, removeLayer, setNetwork, setUnits, toggleFeature } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import type { Experiment } from '../../src/experiment/experiment';
import { layerSizes, parameterIndex } from '../../src/experiment/shape';

/** Features x1, x2; 8 and 6 units; one output. Uniform weights do not depend on the widths. */
const BASE: Experiment = setNetwork({ initial: 'uniform' })(DEFAULT_EXPERIMENT);
const OUTPUT = -1;
/** layer, receiving unit, sender */
type Place = readonly [number, number, number | 'bias'];

function parameterOf(
  experiment: Experiment,
  flat: ArrayLike<number>,
  layer: number,
  unit: number,
  from: number | 'bias',
) {
  const sizes = layerSizes(experiment);
  const index = parameterIndex(sizes, { layer: layer === OUTPUT ? sizes.length - 2 : layer, unit, from });
  return flat[index];
}

/** The weights of BASE that should outlive a change, by layer, unit and sender; features by their place in `after`. */
function survivors(
  experiment: Experiment,
  flat: ArrayLike<number>,
  places: readonly (readonly [number, number, number])[],
) {
  return places.map(([layer, unit, from]) => parameterOf(experiment, flat, layer, unit, from));
}

const layoutOf = (experiment: Experiment): Layout => createLayout(networkSpec(experiment));

describe('starting weights', () => {
  it('are the same for the same seed and others for another', () => {
    const start = initialParameters(BASE);
    expect(initialParameters(BASE)).toEqual(start);
    expect(initialParameters({ ...BASE, seed: BASE.seed + 1 })).not.toEqual(start);
  });

  it('fill the range of their kind, rounded to single precision, with biases at 0', () => {
    const wide = [setUnits(0, 64), setUnits(1, 64)].reduce((experiment, change) => change(experiment), BASE);
    const limits = { xavier: Math.sqrt(6 / 128), he: Math.sqrt(6 / 64), uniform: 0.5, zeros: 0 };
    for (const initial of ['xavier', 'he', 'uniform', 'zeros'] as const) {
      const flat = initialParameters(setNetwork({ initial })(wide));
      const { weights, bias, units } = layoutOf(wide).layers[1] ?? { weights: 0, bias: 0, units: 0 };
      const drawn = flat.subarray(weights, bias);
      const limit = limits[initial];
      expect(Math.max(...drawn)).toBeLessThanOrEqual(limit * 1.0000001);
      expect(Math.max(...drawn)).toBeGreaterThanOrEqual(limit * 0.99);
      expect(Math.min(...drawn)).toBeLessThanOrEqual(-limit * 0.99);
      expect(Math.abs(drawn.reduce((sum, w) => sum + w, 0) / drawn.length)).toBeLessThanOrEqual(limit * 0.03);
      expect(Array.from(flat)).toEqual(Array.from(flat, Math.fround));
      expect(Array.from(flat.subarray(bias, bias + units))).toEqual(new Array(units).fill(0));
    }
  });

  it('do not move when a unit, a layer or a feature is added or removed', () => {
    const start = initialParameters(BASE);
    const changed = (experiment: Experiment) => initialParameters(experiment);
    const common = [[0, 0, 0], [0, 7, 1], [1, 0, 0], [1, 5, 7], [OUTPUT, 0, 0], [OUTPUT, 0, 5]] as const; // prettier-ignore
    const expected = survivors(BASE, start, common);
    for (const change of [setUnits(0, 9), setUnits(1, 12), addLayer(), toggleFeature('x1*x2', true)]) {
      const after = change(BASE);
      expect(survivors(after, changed(after), common)).toEqual(expected);
    }
    const oneLayer = removeLayer()(BASE);
    const kept = [[0, 3, 1], [OUTPUT, 0, 4]] as const; // prettier-ignore
    expect(survivors(oneLayer, changed(oneLayer), kept)).toEqual(survivors(BASE, start, kept));
    const onlyX2 = toggleFeature('x1', false)(BASE);
    expect(parameterOf(onlyX2, changed(onlyX2), 0, 3, 0)).toBe(parameterOf(BASE, start, 0, 3, 1));
  });

  it('differ from place to place', () => {
    const weights = initialParameters(BASE).filter((w) => w !== 0);
    expect(new Set(weights).size).toBe(weights.length);
    expect(weights).toHaveLength(16 + 48 + 6);
  });

  it('are those given, where the experiment gives them', () => {
    const given = { ...BASE, parameters: [{ weights: [[1, 2], [3, 4]], bias: [5, 6] }, { weights: [[7, 8]], bias: [0.1] }] }; // prettier-ignore
    expect(Array.from(initialParameters(given))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0.1]);
  });

  it('of the TensorFlow Playground take its stream layer by layer, with biases of 0.1', () => {
    const layout = createLayout({
      inputs: 1,
      layers: networkSpec(removeLayer()(BASE)).layers.map((l) => ({ ...l, units: 2 })),
    });
    let draws = 0;
    const random = () => (draws += 1) / 16;
    const flat = tensorFlowPlaygroundParameters(layout, random, false);
    expect(Array.from(flat)).toEqual([-0.4375, -0.375, 0.1, 0.1, -0.3125, -0.25, -0.1875, -0.125, 0.1, 0.1]);
    expect(Array.from(tensorFlowPlaygroundParameters(layout, random, true))).toEqual(new Array(10).fill(0));
    const replay: Experiment = { ...BASE, network: { ...BASE.network, initial: 'tensorflow-playground' } };
    expect(() => initialParameters(replay)).toThrow(/stream/);
  });
});

describe('parameters carried over into another shape', () => {
  const trained = initialParameters(BASE).map((_, i) => i + 1);
  const carry = (after: Experiment) =>
    carryParameters(BASE, trained, after, new Float64Array(layoutOf(after).parameterCount));
  const valueIn = (after: Experiment, ...place: Place) => parameterOf(after, carry(after), ...place);
  const valueBefore = (...place: Place) => parameterOf(BASE, trained, ...place);

  it('keep their values when a unit is added, which starts fresh', () => {
    const after = setUnits(0, 9)(BASE);
    const kept: Place[] = [[0, 7, 1], [0, 7, 'bias'], [1, 5, 7], [OUTPUT, 0, 5], [OUTPUT, 0, 'bias']]; // prettier-ignore
    for (const place of kept) {
      expect(valueIn(after, ...place)).toBe(valueBefore(...place));
    }
    expect([valueIn(after, 0, 8, 0), valueIn(after, 0, 8, 'bias'), valueIn(after, 1, 5, 8)]).toEqual([
      0, 0, 0,
    ]);
  });

  it('follow their feature when another is switched on or off', () => {
    const more = toggleFeature('x1^2', true)(BASE);
    expect(valueIn(more, 0, 2, 1)).toBe(valueBefore(0, 2, 1));
    expect(valueIn(more, 0, 2, 2)).toBe(0);
    const fewer = toggleFeature('x1', false)(BASE);
    expect(valueIn(fewer, 0, 2, 0)).toBe(valueBefore(0, 2, 1));
  });

  it('stay with the output layer when hidden layers come and go', () => {
    const more = addLayer()(BASE);
    expect(valueIn(more, OUTPUT, 0, 3)).toBe(valueBefore(OUTPUT, 0, 3));
    expect([valueIn(more, 1, 2, 3), valueIn(more, 2, 0, 0)]).toEqual([valueBefore(1, 2, 3), 0]);
    const fewer = removeLayer()(BASE);
    expect(valueIn(fewer, OUTPUT, 0, 5)).toBe(valueBefore(OUTPUT, 0, 5));
    expect(valueIn(fewer, OUTPUT, 0, 6)).toBe(0);
    const none = removeLayer()(fewer);
    expect([valueIn(none, OUTPUT, 0, 0), valueIn(none, OUTPUT, 0, 'bias')]).toEqual([
      0,
      valueBefore(OUTPUT, 0, 'bias'),
    ]);
  });
});
