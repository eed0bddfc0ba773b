import { removeLayer, setOutput, withoutParameters, type Change } from '../../experiment/changes';
import type { Experiment } from '../../experiment/experiment';

/**
 * Rosenblatt's rule is stochastic gradient descent on the perceptron criterion, a row at a time: it holds for a step output
 * without hidden layer.
 */
export function isPerceptronRule({ network, loss, training, frozen }: Experiment): boolean {
  const { optimizer, batchSize, order, regularization } = training;
  return (
    network.hidden.length === 0 &&
    network.output === 'step' &&
    loss === 'perceptron' &&
    optimizer.kind === 'sgd' &&
    batchSize === 1 &&
    order === 'sequential' &&
    (regularization.kind === 'none' || regularization.rate === 0) &&
    (frozen?.length ?? 0) === 0
  );
}

/** The rule as it is worked by hand: from zero, learning rate 1, the rows in order. */
export function setPerceptronRule(): Change {
  return (experiment) => {
    if (experiment.network.hidden.length > 0) return experiment;
    const { frozen: _frozen, ...rest } = withoutParameters(setOutput('step')(experiment));
    return {
      ...rest,
      loss: 'perceptron',
      network: { ...rest.network, initial: 'zeros' },
      training: {
        ...rest.training,
        optimizer: { kind: 'sgd', learningRate: 1 },
        batchSize: 1,
        order: 'sequential',
        remainder: 'short',
        regularization: { kind: 'none', rate: 0 },
      },
    };
  };
}

export function removeHiddenLayers(): Change {
  return (experiment) => experiment.network.hidden.reduce((each) => removeLayer()(each), experiment);
}
