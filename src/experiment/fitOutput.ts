import type { Experiment, Problem } from './experiment';
import type { Loss } from './names';
import { classCount, lossChoices, outputChoices, targetsFitCrossEntropy } from './shape';

/** Brings output and loss in line with the problem, keeping them where they fit. */
export function fitOutput(experiment: Experiment): Experiment {
  const { problem, network } = experiment;
  const outputs = outputChoices(problem);
  const fits = problem.dataset === 'custom' ? !isLoneSoftmax(experiment) : outputs.includes(network.output);
  const output = fits ? network.output : (outputs[0] ?? 'linear');
  return fitLoss({ ...experiment, network: { ...network, output } }, fits ? experiment.loss : null);
}

/**
 * The output follows the problem: another kind of targets (a number, two classes, several) starts with the output and
 * the loss that suit it, the same kind keeps what was chosen.
 */
export function followProblem(before: Problem, experiment: Experiment): Experiment {
  const { problem, network } = experiment;
  if (Math.min(classCount(before), 3) === Math.min(classCount(problem), 3)) return fitOutput(experiment);
  const output = outputChoices(problem)[0] ?? 'linear';
  return fitLoss({ ...experiment, network: { ...network, output } }, null);
}

/** `wanted` where the output and the targets allow it, else what they allow. */
export function fitLoss(experiment: Experiment, wanted: Loss | null): Experiment {
  const losses = lossChoices(experiment.network.output);
  const loss = wanted && losses.includes(wanted) ? wanted : (losses[0] ?? 'mse');
  return loss === 'cross-entropy' && !targetsFitCrossEntropy(experiment.problem)
    ? { ...experiment, loss: 'mse' }
    : { ...experiment, loss };
}

/** A softmax needs two outputs. */
export function isLoneSoftmax({ problem, network }: Experiment): boolean {
  return network.output === 'softmax' && problem.dataset === 'custom' && problem.targets[0]?.length === 1;
}
