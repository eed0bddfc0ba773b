import { describe, expect, test } from 'vitest';
import { fieldKind, fieldLevels, scaleEnds } from '../../../src/figures/decisionMap/levels';

const texts = (...parameters: Parameters<typeof fieldLevels>) =>
  fieldLevels(...parameters)
    .map(({ value, text }) => ({ value, text }))
    .sort((a, b) => a.value - b.value)
    .map(({ text }) => text);

describe('levels of isolines', () => {
  test('are probabilities for sigmoid and softmax, one half first', () => {
    expect(fieldKind('sigmoid')).toBe('probability');
    expect(fieldKind('softmax')).toBe('probability');
    expect(texts('probability', 0.5)).toEqual([
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
      '0.6',
      '0.7',
      '0.8',
      '0.9',
    ]);
    expect(fieldLevels('probability', 0.5)[0]?.value).toBe(0.5);
  });

  test('run from −1 to 1 for tanh and sin, zero first', () => {
    expect(fieldKind('tanh')).toBe('signed');
    expect(fieldKind('sin')).toBe('signed');
    expect(texts('signed', 1)).toEqual(['−0.8', '−0.4', '0', '0.4', '0.8']);
    expect(fieldLevels('signed', 1)[0]?.value).toBe(0);
  });

  test.each([
    [1, ['−0.8', '−0.4', '0', '0.4', '0.8']],
    [0.93, ['−0.8', '−0.4', '0', '0.4', '0.8']],
    [2.5, ['−2', '−1', '0', '1', '2']],
    [37, ['−20', '0', '20']],
    [0.0013, ['−0.001', '−0.0005', '0', '0.0005', '0.001']],
  ])('are two or three round steps either side of zero on a scale of %f', (scale, expected) => {
    expect(texts('scaled', scale)).toEqual(expected);
  });

  test('number at most seven on any scale', () => {
    for (let scale = 1e-4; scale < 1e4; scale *= 1.07) {
      const count = fieldLevels('scaled', scale).length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(7);
    }
  });

  test('stand beside a colour bar that names its ends', () => {
    expect(scaleEnds('probability', 0.5)).toEqual(['0', '1']);
    expect(scaleEnds('signed', 1)).toEqual(['−1', '1']);
    expect(scaleEnds('scaled', 2.718)).toEqual(['−2.7', '2.7']);
  });
});
