import brain from 'brain.js';
import { layers, tokenByToken } from './tokens.mjs';

/** brain.js: updates after every token, with its Adam where ours runs Adam; one activation for all layers. */
export function createPeer(problem) {
  const { network, update } = problem;
  const own = layers(problem);
  const activation = own[0].activation;
  const isAdam = update.optimizer.kind === 'adam';
  const net = new brain.NeuralNetwork({
    inputSize: network.inputs,
    hiddenLayers: own.slice(0, -1).map(({ units }) => units),
    outputSize: own[own.length - 1].units,
    activation,
  });
  net.updateTrainingOptions({
    activation,
    learningRate: update.optimizer.learningRate / update.batchSize,
    ...(isAdam ? { praxis: 'adam', beta1: update.optimizer.beta1, beta2: update.optimizer.beta2 } : {}),
  });
  net.initialize();
  own.forEach(({ weights, biases }, l) => {
    net.biases[l + 1].set(biases);
    weights.forEach((row, unit) => net.weights[l + 1][unit].set(row));
  });
  // An output of ReLU never reaches −1.
  const target = activation === 'relu' ? (value) => (value + 1) / 2 : (value) => value;
  return tokenByToken(problem, {
    prepare: ({ input, output }) => ({
      input: Float32Array.from(input),
      output: Float32Array.from(output, target),
    }),
    learn: (token) => net.trainPattern(token, false),
    outputOf: ({ input }) => net.runInput(input)[0],
    store(map, at, stride) {
      for (let layer = 1; layer < net.outputs.length; layer++) {
        const values = net.outputs[layer];
        for (let unit = 0; unit < values.length; unit++, at += stride) map[at] = values[unit];
      }
    },
  });
}
