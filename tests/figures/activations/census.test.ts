import { describe, expect, it } from 'vitest';
import { ELEMENTWISE_ACTIVATIONS } from '../../../src/engine/activations/activations';
import { HIDDEN_ACTIVATIONS } from '../../../src/experiment/names';
import { countOfState, largestSlope, namedUnits, unitState } from '../../../src/figures/activations/census';

const { tanh, relu, step, sign, sin, linear, 'leaky-relu': leakyRelu } = ELEMENTWISE_ACTIVATIONS;

/** 100 tokens of which `flat` have the excitation `far`, the others 0.1. */
function stateOf(curve: typeof tanh, far: number, flat: number) {
  const excitations = Float32Array.from({ length: 100 }, (_, token) => (token < flat ? far : 0.1));
  const tokens = Uint32Array.from({ length: 100 }, (_, token) => token);
  return unitState(curve, excitations, tokens, largestSlope(curve));
}

describe('the state of a unit', () => {
  it('is saturated from 95 of 100 tokens on', () => {
    expect(stateOf(tanh, 4, 94)).toBe('responding');
    expect(stateOf(tanh, 4, 95)).toBe('saturated');
    expect(stateOf(tanh, -4, 100)).toBe('saturated');
  });

  it('is measured against 5% of the largest slope', () => {
    // 1 − tanh² = 0.05 at 2.1785
    expect(stateOf(tanh, 2.17, 100)).toBe('responding');
    expect(stateOf(tanh, 2.19, 100)).toBe('saturated');
  });

  it('is dead where no token ever gets through', () => {
    expect(stateOf(relu, -1, 100)).toBe('dead');
    expect(stateOf(relu, -1, 99)).toBe('saturated');
    expect(stateOf(step, -1, 100)).toBe('dead');
  });

  it('is neither for units that always send something or have no slope to lose', () => {
    expect(stateOf(sign, -1, 100)).toBe('responding');
    expect(stateOf(step, -1, 99)).toBe('responding');
    expect(stateOf(linear, -9, 100)).toBe('responding');
    expect(stateOf(sin, 3, 100)).toBe('responding');
  });

  it('is saturated but not dead for a leaky ReLU on its flat side', () => {
    expect(stateOf(leakyRelu, -1, 100)).toBe('saturated');
  });

  it('counts only the tokens given', () => {
    const excitations = Float32Array.of(-1, -1, 5);
    expect(unitState(relu, excitations, Uint32Array.of(0, 1), 1)).toBe('dead');
    expect(unitState(relu, excitations, Uint32Array.of(0, 1, 2), 1)).toBe('responding');
    expect(unitState(relu, excitations, Uint32Array.of(), 1)).toBe('responding');
  });
});

it.each(HIDDEN_ACTIVATIONS)('the largest slope of %s is that of a search over −40 … 40', (name) => {
  const { derivative } = ELEMENTWISE_ACTIVATIONS[name];
  let largest = 0;
  for (let e = -40; e <= 40; e += 0.001) largest = Math.max(largest, Math.abs(derivative(e)));
  expect(largestSlope(ELEMENTWISE_ACTIVATIONS[name])).toBeCloseTo(largest, 4);
});

describe('the names of units in a state', () => {
  const census = [
    ['responding', 'dead', 'dead', 'dead'],
    ['saturated', 'responding'],
    ['dead', 'dead', 'dead'],
  ] as const;

  it('go by layer', () => {
    expect(namedUnits(census, 'saturated')).toBe('hidden 2: unit 1');
    expect(namedUnits(census, 'dead')).toBe('hidden 1: units 2, 3 and 4; hidden 3: all 3 units');
    expect(namedUnits([['dead', 'dead']], 'dead')).toBe('hidden 1: units 1 and 2');
    expect(namedUnits(census.slice(1, 2), 'dead')).toBe('none');
    expect(countOfState(census, 'dead')).toBe(6);
  });
});
