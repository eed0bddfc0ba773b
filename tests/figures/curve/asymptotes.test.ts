import { describe, expect, it } from 'vitest';
import { activationValue } from '../../../src/figures/activationValue';
import { asymptoteOf, limitText, outputLimit, type Limit } from '../../../src/figures/curve/asymptotes';
import { ELEMENTWISE_ACTIVATIONS } from '../../../src/engine/activations/activations';
import { setActivation, setUnits, setNetwork, toggleFeature } from '../../../src/experiment/changes';
import type { Experiment } from '../../../src/experiment/experiment';
import { HIDDEN_ACTIVATIONS } from '../../../src/experiment/names';
import { exponentOf, setOrder } from '../../../src/experiment/polynomial';
import { layerSizes, parameterCount, parameterIndex } from '../../../src/experiment/shape';
import { createNumbers } from '../../engine/support';
import { curveExperiment } from '../../experiment/curveExperiment';

const small = [setUnits(0, 3), setUnits(1, 2)] as const;

function parametersOf(of: Experiment, seed: number): Float64Array {
  const number = createNumbers(seed);
  return Float64Array.from({ length: parameterCount(of) }, () => 2 * number());
}

/** ŷ at x by the definition, unit by unit. */
function outputAt(of: Experiment, parameters: Float64Array, x: number): number {
  const sizes = layerSizes(of);
  let values = of.features.map((feature) => x ** (exponentOf(feature) ?? NaN));
  for (let layer = 0; layer < sizes.length - 1; layer++) {
    const activation = of.network.hidden[layer]?.activation ?? 'linear';
    const below = values;
    const residual =
      layer < of.network.hidden.length &&
      of.network.connectivity === 'residual' &&
      sizes[layer] === sizes[layer + 1];
    values = Array.from({ length: sizes[layer + 1] ?? 0 }, (_, unit) => {
      let e = parameters[parameterIndex(sizes, { layer, unit, from: 'bias' })] ?? NaN;
      below.forEach(
        (h, j) => (e += h * (parameters[parameterIndex(sizes, { layer, unit, from: j })] ?? NaN)),
      );
      return ELEMENTWISE_ACTIVATIONS[activation].value(e) + (residual ? (below[unit] ?? NaN) : 0);
    });
  }
  return values[0] ?? NaN;
}

const at = (limit: Limit, x: number) => (limit ?? [NaN]).reduce((sum, c, k) => sum + c * x ** k, 0);

describe('the limit of a network for x → ±∞', () => {
  for (const activation of HIDDEN_ACTIVATIONS.filter((each) => each !== 'sin')) {
    it(`is what the network comes to far out, with ${activation} units`, () => {
      for (const change of [
        setNetwork({ connectivity: 'sequential' }),
        setNetwork({ connectivity: 'residual' }),
      ]) {
        const of = curveExperiment(...small, setUnits(1, 3), setActivation('all', activation), change);
        for (let seed = 1; seed <= 5; seed++) {
          const parameters = parametersOf(of, seed);
          for (const side of [-1, 1] as const) {
            const limit = outputLimit(of, parameters, side);
            const far = 4000 * side;
            const value = outputAt(of, parameters, far);
            expect(Math.abs(at(limit, far) - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
          }
        }
      }
    });
  }

  it('of two tanh units is worked by hand: b ± w₁ ± w₂', () => {
    const of = {
      ...curveExperiment(),
      network: { ...curveExperiment().network, hidden: [{ units: 2, activation: 'tanh' as const }] },
    };
    // weights 2, −3; biases 1, 1; output weights 0.5, 0.25; bias 0.1
    const parameters = [2, -3, 1, 1, 0.5, 0.25, 0.1];
    expect(outputLimit(of, parameters, 1)).toEqual([0.1 + 0.5 - 0.25]);
    expect(outputLimit(of, parameters, -1)?.[0]).toBeCloseTo(0.1 - 0.5 + 0.25, 14);
  });

  it('does not exist with sines, but does where nothing listens to them', () => {
    const of = curveExperiment(setActivation('all', 'sin'));
    const parameters = parametersOf(of, 3);
    expect(outputLimit(of, parameters, 1)).toBeNull();
    parameters.fill(0);
    expect(outputLimit(of, parameters, 1)).toEqual([0]);
  });

  it('of a polynomial is the polynomial, which has an asymptote up to order 1 only', () => {
    const line = outputLimit(curveExperiment(setOrder(1)), [3, 2], 1);
    expect(asymptoteOf(line)).toEqual({ level: 2, slope: 3 });
    const cubic = outputLimit(curveExperiment(setOrder(3)), [1, 0, -2, 0.5], -1);
    expect(cubic).toEqual([0.5, 1, 0, -2]);
    expect(asymptoteOf(cubic)).toBeNull();
    expect(limitText(cubic, String)).toBe('as -2 x³');
  });

  it('follows the highest power that a unit sees: tanh of −x³ goes to −1', () => {
    const of = curveExperiment(toggleFeature('x1^3', true), setUnits(0, 1), setUnits(1, 1));
    // Into the first unit 5x − x³; the rest passes tanh on.
    const parameters = [5, -1, 0, 1, 0, 1, 0];
    expect(outputLimit(of, parameters, 1)?.[0]).toBeCloseTo(Math.tanh(-1), 14);
    expect(outputLimit(of, parameters, -1)?.[0]).toBeCloseTo(Math.tanh(1), 14);
  });
});

it('activations have the values that the engine trains with', () => {
  for (const activation of HIDDEN_ACTIVATIONS)
    for (let e = -6; e <= 6; e += 0.25)
      expect(activationValue(activation, e)).toBeCloseTo(ELEMENTWISE_ACTIVATIONS[activation].value(e), 5);
});
