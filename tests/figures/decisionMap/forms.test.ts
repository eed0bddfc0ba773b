import { expect, test } from 'vitest';
import { formOf, formPath } from '../../../src/figures/decisionMap/forms';

test('ten classes have ten forms, two classes are both discs', () => {
  expect(new Set(Array.from({ length: 10 }, (_, k) => formOf(k, 10))).size).toBe(10);
  expect([formOf(0, 2), formOf(1, 2)]).toEqual(['circle', 'circle']);
  expect(Array.from({ length: 4 }, (_, k) => formOf(k, 4))).toEqual([
    'circle',
    'square',
    'triangle',
    'diamond',
  ]);
});

test('every form is a closed path about its center', () => {
  for (let k = 0; k < 10; k++) {
    const path = formPath(formOf(k, 10), 0, 0, 10);
    expect(path).toMatch(/^M.*z$/);
    expect(path).not.toContain('NaN');
  }
});
