import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../src/controls/parseNumber';

const RATE = { min: 0.00001, max: 10 };
const BATCH = { min: 1, max: 2000, integer: true, word: 'all' };

const valueOf = (text: string, limits: Parameters<typeof parseNumber>[1]) => {
  const parsed = parseNumber(text, limits);
  return parsed.ok ? parsed.value : parsed.fault;
};

describe('a typed number', () => {
  it('may be written in every usual way', () => {
    expect(['0.03', ' .03 ', '3e-2', '+0.03', '0.030'].map((text) => valueOf(text, RATE))).toEqual(
      Array(5).fill(0.03),
    );
    expect(valueOf('−2', { min: -5, max: 5 })).toBe(-2);
  });

  it('may be the word that stands beside the numbers', () => {
    expect(valueOf(' All ', BATCH)).toBe('all');
    expect(valueOf('all', RATE)).toBe('Expected a number from 0.00001 to 10, found “all”.');
  });

  it('is refused in a sentence that says what was expected and what was found', () => {
    expect(valueOf('fast', RATE)).toBe('Expected a number from 0.00001 to 10, found “fast”.');
    expect(valueOf('11', RATE)).toBe('Expected a number from 0.00001 to 10, found 11.');
    expect(valueOf('', RATE)).toBe('Expected a number from 0.00001 to 10, found nothing.');
    expect(valueOf('2.5', BATCH)).toBe('Expected a whole number from 1 to 2000, or “all”, found 2.5.');
    expect(valueOf('0', BATCH)).toBe('Expected a whole number from 1 to 2000, or “all”, found 0.');
  });

  it('is not what JavaScript alone would take for one', () => {
    for (const text of ['0x1', 'Infinity', '1e', '1 2', '1,5', '--1', 'NaN']) {
      expect(typeof valueOf(text, { min: -1e9, max: 1e9 })).toBe('string');
    }
  });

  it('is found again from what the field shows', () => {
    for (const value of [0.00001, 1e-7, 1e-12, 0.1 + 0.2, 123456, 0]) {
      expect(valueOf(formatNumber(value), { min: 0, max: 1e9 })).toBeCloseTo(value, 12);
    }
  });
});

it('shows settings without powers of ten or stray decimals', () => {
  expect([0.00001, 0.1 + 0.2, 1e-7, 10, -0.5].map(formatNumber)).toEqual([
    '0.00001',
    '0.3',
    '0.0000001',
    '10',
    '−0.5',
  ]);
});
