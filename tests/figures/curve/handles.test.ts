import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasSteps,
  heightPlace,
  moveStep,
  positionOf,
  raiseStep,
  spreadHandles,
  steepenStep,
  steepnessPlace,
  stepIndices,
  stepOf,
  weightAt,
} from '../../../src/figures/curve/handles';
import {
  removeLayer,
  setActivation,
  setDataset,
  setUnits,
  toggleFeature,
} from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';

const one = setUnits(0, 2)(removeLayer()(setDataset('curve')(DEFAULT_EXPERIMENT)));
const step = { weight: -4, bias: 1, output: 0.5 };

describe('a unit as a step', () => {
  it('stands where its excitation is 0', () => {
    expect(positionOf(step)).toBe(0.25);
    expect(positionOf({ ...step, weight: 0 })).toBeNaN();
  });

  it('moved stands at the new place, as steep and as high as before', () => {
    expect(moveStep(step, -0.5)).toEqual({ weight: -4, bias: -2, output: 0.5 });
    expect(positionOf(moveStep({ ...step, weight: 0 }, 0.3))).toBeCloseTo(0.3, 14);
  });

  it('made steeper stays at its place and keeps the side that is on', () => {
    const steeper = steepenStep(step, -20);
    expect(positionOf(steeper)).toBeCloseTo(0.25, 14);
    expect(steeper.weight).toBe(-20);
    expect(steepenStep(step, -1e9).weight).toBeGreaterThan(-1000);
    expect(steepenStep(step, 0).weight).not.toBe(0);
  });

  it('has its handles on its own curve, and goes where they are put', () => {
    for (const activation of ['tanh', 'sigmoid', 'relu', 'softplus'] as const) {
      const { x } = steepnessPlace(step, activation);
      expect(weightAt(step, x)).toBeCloseTo(step.weight, 12);
      const put = steepenStep(step, weightAt(step, 0.1));
      expect(steepnessPlace(put, activation).x).toBeCloseTo(0.1, 12);
      const raised = raiseStep(step, activation, 1.7);
      expect(heightPlace(raised, activation)?.y).toBeCloseTo(1.7, 12);
      expect(raised).toMatchObject({ weight: step.weight, bias: step.bias });
    }
    // tanh at the left end: e = −4·(−1) + 1 = 5
    expect(heightPlace(step, 'tanh')).toEqual({ x: -1, y: 0.5 * Math.tanh(5) });
  });

  it('cannot be turned round by its handle for steepness', () => {
    expect(weightAt(step, 5)).toBeLessThan(0);
    expect(weightAt({ ...step, weight: 3, bias: 0 }, -5)).toBeGreaterThan(0);
  });

  it('has no height to be read where it is off at the end of the data', () => {
    expect(heightPlace({ weight: 10, bias: -100, output: 1 }, 'sigmoid')).toBeNull();
    const off = { weight: 10, bias: -100, output: 1 };
    expect(raiseStep(off, 'sigmoid', 3)).toEqual(off);
  });

  it('reads and writes the parameters in the layout’s order', () => {
    // weights of units 1 and 2, their biases, output weights, output bias
    const parameters = [1, 2, 3, 4, 5, 6, 7];
    expect(stepOf(one, parameters, 1)).toEqual({ weight: 2, bias: 4, output: 6 });
    expect(stepIndices(one, 0)).toEqual({ weight: 0, bias: 2, output: 4 });
  });

  it('exists with one hidden layer on x alone', () => {
    expect(hasSteps(one)).toBe(true);
    expect(hasSteps(setActivation(0, 'relu')(one))).toBe(true);
    expect(hasSteps(toggleFeature('x1^2', true)(one))).toBe(false);
    expect(hasSteps(removeLayer()(one))).toBe(false);
  });
});

describe('handles over the frame', () => {
  it('stay where they belong while they have room', () => {
    expect(spreadHandles([100, 20, 60], 0, 300)).toEqual([100, 20, 60]);
  });

  it('stand beside one another around the place they share', () => {
    expect(spreadHandles([50, 50, 50], 0, 300)).toEqual([35, 50, 65]);
  });

  it('never cover each other, in the order of their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (wanted) => {
          const spread = spreadHandles(wanted, 0, 300);
          const order = wanted.map((_, i) => i).sort((a, b) => (spread[a] ?? 0) - (spread[b] ?? 0));
          for (let i = 1; i < order.length; i++) {
            const [before = 0, after = 0] = [order[i - 1], order[i]];
            expect((spread[after] ?? 0) - (spread[before] ?? 0)).toBeGreaterThan(14.99);
            expect(wanted[after]).toBeGreaterThanOrEqual(Math.min(wanted[before] ?? 0, 300));
          }
        },
      ),
    );
  });
});
