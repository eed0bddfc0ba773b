/** Shapes in which other libraries take tokens and weights. */

/** [token][row] ← [row][token] */
export function columns(values, count) {
  const rows = values.length / count;
  return Array.from({ length: count }, (_, token) =>
    Array.from({ length: rows }, (_, row) => values[row * count + token]),
  );
}

/** Tokens as { input, output } arrays. */
export function patterns({ inputs, targets, count }) {
  const outputs = columns(targets, count);
  return columns(inputs, count).map((input, token) => ({ input, output: outputs[token] }));
}

/** Per layer its activation, weights [unit][input] and biases [unit]. */
export function layers({ network, parameters }) {
  let inputs = network.inputs;
  let at = 0;
  return network.layers.map(({ units, activation }) => {
    const weights = Array.from({ length: units }, () => [...parameters.slice(at, (at += inputs))]);
    const biases = [...parameters.slice(at, (at += units))];
    inputs = units;
    return { units, activation, weights, biases };
  });
}

/** A rate at which plain gradient descent stays finite, for libraries without Adam. */
export function descentRate({ optimizer }) {
  return optimizer.kind === 'sgd' ? optimizer.learningRate : 0.003;
}

/** Half the mean squared error of one output. */
export function halfMeanSquare(tokens, outputOf) {
  let sum = 0;
  for (const token of tokens) {
    const error = outputOf(token) - token.output[0];
    sum += error * error;
  }
  return sum / 2 / tokens.length;
}

/**
 * What a library that takes one token at a time does in an epoch and for a map.
 * `learn(token)` trains on one, `outputOf(token)` runs forward, `store(map, at, stride)` then copies every unit's activation.
 */
export function tokenByToken(problem, { prepare, learn, outputOf, store }) {
  const prepared = (set) => patterns(set).map(prepare);
  const train = prepared(problem.train);
  const test = prepared(problem.test);
  let loss = 0;
  return {
    trainEpochs(count) {
      for (let epoch = 0; epoch < count; epoch++) {
        for (const token of train) learn(token);
        if (test.length > 0) loss = halfMeanSquare(train, outputOf) + halfMeanSquare(test, outputOf);
      }
    },
    loss: () => loss + halfMeanSquare(train, outputOf),
    createMaps({ inputs, count }) {
      const units = problem.network.layers.reduce((sum, layer) => sum + layer.units, 0);
      const map = new Float32Array(units * count);
      const tokens = columns(inputs, count).map((input) => prepare({ input, output: [0] }));
      const computeMap = () => {
        for (let t = 0; t < count; t++) {
          outputOf(tokens[t]);
          store(map, t, count);
        }
      };
      return (times) => {
        for (let i = 0; i < times; i++) computeMap();
        return map;
      };
    },
  };
}
