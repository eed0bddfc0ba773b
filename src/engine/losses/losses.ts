import type { Activation, Loss } from '../../experiment/names';
import { binaryCrossEntropy, categoricalCrossEntropy } from './crossEntropy';
import type { LossPasses } from './loss';
import { createMeanSquaredError } from './meanSquaredError';
import { perceptronCriterion } from './perceptron';

/** The loss as it is computed with this output. Cross-entropy wants probabilities; the parsers refuse other pairs. */
export function createLoss(loss: Loss, output: Activation): LossPasses {
  switch (loss) {
    case 'mse':
      return createMeanSquaredError(output);
    case 'cross-entropy':
      if (output === 'sigmoid') return binaryCrossEntropy;
      if (output === 'softmax') return categoricalCrossEntropy;
      throw new Error(`Cross-entropy expects sigmoid or softmax outputs, got ${output}.`);
    case 'perceptron':
      return perceptronCriterion;
  }
}
