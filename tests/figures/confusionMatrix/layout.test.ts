import { expect, test } from 'vitest';
import { classThreshold, countConfusion, predictedClass } from '../../../src/figures/confusionMatrix/layout';

test('a single output tells two classes apart at one half for sigmoid and at zero for tanh', () => {
  const outputs = { channels: 1, values: Float32Array.of(0.49, 0.51, -0.1, 0.1) };
  const at = (output: 'sigmoid' | 'tanh') =>
    [0, 1, 2, 3].map((token) => predictedClass(outputs, token, classThreshold(output)));
  expect(at('sigmoid')).toEqual([0, 1, 0, 0]);
  expect(at('tanh')).toEqual([1, 1, 0, 1]);
});

test('every token of the set is counted once, in the row of its true class', () => {
  const outputs = {
    channels: 3,
    values: Float32Array.of(0.8, 0.1, 0.1, 0.2, 0.3, 0.5, 0.1, 0.2, 0.7, 0.1, 0.8, 0.1),
  };
  const counts = new Uint32Array(9).fill(7);
  countConfusion(counts, outputs, Uint32Array.of(0, 1, 2), Uint8Array.of(0, 1, 2, 0), 3, 0.5);
  expect(Array.from(counts)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 1]);
});
