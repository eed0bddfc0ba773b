import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { unitButtonName } from '../../src/panels/network/names';
import { parameterName } from '../../src/panels/network/parameterNames';
import { parseWeight, showExactWeight, showWeight } from '../../src/panels/network/weightInput';
import { showRounded } from '../../src/panels/network/weightText';

describe('a typed weight', () => {
  it.each([
    ['-0.5', -0.5],
    ['−0.5', -0.5],
    ['1e-3', 0.001],
    ['0,25', 0.25],
    [' +.5 ', 0.5],
    ['-2.', -2],
  ])('reads %j', (text, value) => {
    expect(parseWeight(text)).toEqual({ ok: true, value });
  });
  it.each(['', 'abc', '1.2.3', '0x10', 'NaN', 'Infinity', '1e99', '1,000,5'])(
    'refuses %j in one sentence',
    (text) => {
      const parsed = parseWeight(text);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.fault).toMatch(/^Expected a number .*, found .*\.$/);
    },
  );
});

describe('a weight on show', () => {
  it('can be typed again', () => {
    for (const value of [0, -0.42857142, 1e-7, 12345.678, -3]) {
      expect(Number(showWeight(value))).toBeCloseTo(value, 0);
      expect(parseWeight(showWeight(value)).ok).toBe(true);
    }
  });
  it('has all digits of single precision where it is edited', () => {
    expect(showExactWeight(Math.fround(0.1))).toBe('0.1');
    for (const value of [Math.fround(-0.4285714), Math.fround(Math.PI * 1e-3)]) {
      expect(Math.fround(Number(showExactWeight(value)))).toBe(value);
    }
  });
  it('has all digits of double precision where only that holds it', () => {
    for (const value of [0.1, Math.PI, -1 / 3, 5512.6312345678])
      expect(Number(showExactWeight(value))).toBe(value);
  });
  it('has a true minus sign where it is only read, and no negative zero', () => {
    expect(showRounded(-1.234)).toBe('−1.23');
    expect(showRounded(-0.001)).toBe('0.00');
  });
});

describe('the names of units and weights', () => {
  const name = (layer: number, unit: number, from: number | 'bias') =>
    parameterName(DEFAULT_EXPERIMENT, { layer, unit, from });
  it('are those that guides lean on', () => {
    expect(unitButtonName({ layer: 0, unit: 2 }, 2)).toBe('Hidden layer 1, unit 3');
    expect(unitButtonName({ layer: 2, unit: 0 }, 2)).toBe('Output 1');
    expect(name(0, 2, 0)).toBe('Weight from x1 to hidden layer 1, unit 3');
    expect(name(1, 0, 2)).toBe('Weight from hidden layer 1, unit 3 to hidden layer 2, unit 1');
    expect(name(2, 0, 0)).toBe('Weight from hidden layer 2, unit 1 to output 1');
    expect(name(0, 2, 'bias')).toBe('Bias of hidden layer 1, unit 3');
    expect(name(2, 0, 'bias')).toBe('Bias of output 1');
  });
});
