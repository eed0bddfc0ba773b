import convnetjs from 'convnetjs';
import { descentRate, layers, tokenByToken } from './tokens.mjs';

/** ConvNetJS: an update per batch. It has no Adam (W3 and W4 run its SGD), and its output for regression is linear. */
export function createPeer(problem) {
  const net = createNet(problem);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: descentRate(problem.update),
    momentum: 0,
    batch_size: problem.update.batchSize,
  });
  const shown = net.layers.filter(({ layer_type }) => ['tanh', 'relu', 'regression'].includes(layer_type));
  return tokenByToken(problem, {
    prepare: ({ input, output }) => ({ input: new convnetjs.Vol(input), output }),
    learn: ({ input, output }) => trainer.train(input, output),
    outputOf: ({ input }) => net.forward(input, false).w[0],
    store(map, at, stride) {
      for (const { out_act } of shown) {
        for (let unit = 0; unit < out_act.w.length; unit++, at += stride) map[at] = out_act.w[unit];
      }
    },
  });
}

function createNet(problem) {
  const own = layers(problem);
  const hidden = own.slice(0, -1).map(({ units, activation }) => ({
    type: 'fc',
    num_neurons: units,
    activation,
  }));
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: problem.network.inputs },
    ...hidden,
    { type: 'regression', num_neurons: own[own.length - 1].units },
  ]);
  const dense = net.layers.filter(({ layer_type }) => layer_type === 'fc');
  own.forEach(({ weights, biases }, l) => {
    dense[l].biases.w.set(biases);
    weights.forEach((row, unit) => dense[l].filters[unit].w.set(row));
  });
  return net;
}
