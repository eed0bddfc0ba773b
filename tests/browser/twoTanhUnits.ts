import { packParameters } from '../../src/experiment/pack';

/** XOR's points, one layer of two tanh units, a sigmoid with squared error: weights given by the link. */
const LAYERS = [
  {
    weights: [
      [0.5, -0.25],
      [0.75, 1],
    ],
    bias: [0.125, -0.5],
  },
  { weights: [[1.5, -0.5]], bias: [0.25] },
];
export const LINK =
  '#v=1&problem=xor&features=x1,x2&hidden=2-tanh&output=sigmoid&loss=mse&optimizer=sgd&learningRate=0.1' +
  `&batch=4&regularization=none&parameters=${packParameters(LAYERS)}`;
