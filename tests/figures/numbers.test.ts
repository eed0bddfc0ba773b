import { describe, expect, test } from 'vitest';
import {
  formatFixed,
  formatLogTick,
  formatLoss,
  formatPercent,
  formatShort,
} from '../../src/figures/numbers';

describe('numbers on the page', () => {
  test.each([
    [12.3456, '12.35'],
    [1.23456, '1.235'],
    [0.693147, '0.6931'],
    [0.0123456, '0.01235'],
    [0.00123, '0.001230'],
    [0.000123, '1.23e-4'],
    [1.2e-8, '1.20e-8'],
    [0, '0'],
    [123456.7, '123457'],
    [NaN, '–'],
    [Infinity, '–'],
  ])('a loss of %f reads %s', (value, text) => {
    expect(formatLoss(value)).toBe(text);
  });

  test.each([
    [0.5, '0.5'],
    [1000, '1000'],
    [0.001, '0.001'],
    [1e-4, '10⁻⁴'],
    [2e-6, '2·10⁻⁶'],
    [1e12, '10¹²'],
  ])('a tick at %f reads %s', (value, text) => {
    expect(formatLogTick(value)).toBe(text);
  });

  test('have a true minus sign, and none before zero', () => {
    expect(formatFixed(-3.4, 2)).toBe('−3.40');
    expect(formatFixed(-0.001, 2)).toBe('0.00');
    expect(formatShort(-0.8)).toBe('−0.8');
    expect(formatShort(20)).toBe('20');
  });

  test('are whole shares as percentages with one decimal, and a dash where there are none', () => {
    expect(formatPercent(0.972)).toBe('97.2%');
    expect(formatPercent(1)).toBe('100.0%');
    expect(formatPercent(NaN)).toBe('–');
  });
});
