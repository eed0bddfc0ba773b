import { add, mul, sub, type Vector } from '../../wasm/f32x4';
import type { LossPasses } from './loss';

/**
 * Rosenblatt's perceptron criterion, Σ (ŷ − y) e with ŷ = step(e): 0 for a token on its right side, else its distance
 * |e|. With ŷ held, ε = ŷ − y, so that a step of SGD with a batch of 1 is the perceptron rule: learn from mistakes only.
 * Bishop, Pattern Recognition and Machine Learning, equation 4.54.
 */
export const perceptronCriterion: LossPasses = {
  value(e, h, y, outputs, tokens) {
    const count = outputs * tokens;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (h[i] - y[i]) * e[i];
    return sum;
  },
  error(epsilon, _e, h, y, outputs, tokens) {
    const count = outputs * tokens;
    for (let i = 0; i < count; i++) epsilon[i] = h[i] - y[i];
  },
  simd: {
    valueOf: 'excitation',
    value:
      () =>
      ({ outputs, e, h, y }) =>
        outputs.map((k): Vector => mul(sub(h(k), y(k)), e(k))).reduce(add),
    error:
      () =>
      ({ outputs, h, y }) =>
        outputs.map((k): Vector => sub(h(k), y(k))),
  },
};
