import synaptic from 'synaptic';
import { descentRate, layers, tokenByToken } from './tokens.mjs';

/** Synaptic: updates after every token, SGD only; it writes a function for the whole network, which is what runs. */
export function createPeer(problem) {
  const network = createNetwork(problem);
  network.optimize();
  const { memory, data } = network.optimized;
  const neurons = [...network.layers.hidden, network.layers.output].flatMap((layer) => layer.list);
  const addresses = neurons.map((neuron) => data.variables[`activation_${neuron.ID}`].id);
  const { activation } = problem.network.layers[0];
  // A deep network of ReLU does not stay finite at the rate of the others.
  const rate = (descentRate(problem.update) / problem.update.batchSize) * (activation === 'relu' ? 0.01 : 1);
  return tokenByToken(problem, {
    prepare: (token) => token,
    learn({ input, output }) {
      network.activate(input);
      network.propagate(rate, output);
    },
    outputOf: ({ input }) => network.activate(input)[0],
    store(map, at, stride) {
      for (let unit = 0; unit < addresses.length; unit++) map[at + unit * stride] = memory[addresses[unit]];
    },
  });
}

function createNetwork(problem) {
  const { Layer, Network, Neuron } = synaptic;
  const squash = { tanh: Neuron.squash.TANH, relu: Neuron.squash.RELU };
  const input = new Layer(problem.network.inputs);
  let before = input;
  const own = layers(problem).map(({ units, activation, weights, biases }) => {
    const layer = new Layer(units);
    const connections = before.project(layer).list;
    for (let from = 0, i = 0; from < before.size; from++) {
      for (let unit = 0; unit < units; unit++) connections[i++].weight = weights[unit][from];
    }
    layer.list.forEach((neuron, unit) => {
      neuron.squash = squash[activation];
      neuron.bias = biases[unit];
    });
    before = layer;
    return layer;
  });
  return new Network({ input, hidden: own.slice(0, -1), output: own[own.length - 1] });
}
