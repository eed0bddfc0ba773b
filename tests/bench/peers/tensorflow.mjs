import { createRequire } from 'node:module';
import { layers } from './tokens.mjs';

/** TensorFlow.js by its core operations, which is its fastest way; batches are cut into tensors beforehand. */

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm');
await tf.setBackend('wasm');
await tf.ready();

export function createPeer(problem) {
  const { update } = problem;
  const own = layers(problem).map(({ activation, weights, biases }) => ({
    activation,
    weights: tf.variable(tf.transpose(tf.tensor2d(weights))),
    biases: tf.variable(tf.tensor1d(biases)),
  }));
  const variables = own.flatMap(({ weights, biases }) => [weights, biases]);
  const { kind, learningRate, beta1, beta2 } = update.optimizer;
  const optimizer = kind === 'adam' ? tf.train.adam(learningRate, beta1, beta2) : tf.train.sgd(learningRate);
  const [train] = tensors(problem.train, problem.train.count);
  const [test] = tensors(problem.test, problem.test.count);
  const batches = tensors(problem.train, update.batchSize);

  /** Every layer's activations [token][unit]. */
  function forward(x) {
    const all = [];
    for (const { activation, weights, biases } of own) {
      const e = tf.add(tf.matMul(all[all.length - 1] ?? x, weights), biases);
      all.push(activation === 'relu' ? tf.relu(e) : tf.tanh(e));
    }
    return all;
  }

  const loss = ({ x, y }) => tf.mul(0.5, tf.mean(tf.square(tf.sub(forward(x)[own.length - 1], y))));
  const lossOver = (set) => tf.tidy(() => loss(set).dataSync()[0]);
  let evaluated = 0;
  return {
    trainEpochs(count) {
      for (let epoch = 0; epoch < count; epoch++) {
        for (const batch of batches) optimizer.minimize(() => loss(batch), false, variables);
        if (test !== undefined) evaluated = lossOver(train) + lossOver(test);
      }
    },
    loss: () => evaluated + lossOver(train),
    createMaps({ inputs, count }) {
      const x = tensor(inputs, count);
      let map = new Float32Array(0);
      return (times) => {
        for (let i = 0; i < times; i++) map = tf.tidy(() => tf.concat(forward(x), 1).dataSync());
        return map;
      };
    },
  };
}

/** [token][row] ← [row][token] */
function tensor(values, count) {
  return tf.tidy(() => tf.transpose(tf.tensor2d(Float32Array.from(values), [values.length / count, count])));
}

/** The set in pieces of `size` tokens. */
function tensors({ inputs, targets, count }, size) {
  const pieces = [];
  for (let start = 0; start < count; start += size) {
    const tokens = Math.min(size, count - start);
    const cut = (values) => tensor(columnsOf(values, count, start, tokens), tokens);
    pieces.push({ x: cut(inputs), y: cut(targets) });
  }
  return pieces;
}

/** [row][count] → [row][tokens] from column `start` on */
function columnsOf(values, count, start, tokens) {
  const rows = values.length / count;
  return Float32Array.from({ length: rows * tokens }, (_, i) => {
    return values[Math.floor(i / tokens) * count + start + (i % tokens)];
  });
}
