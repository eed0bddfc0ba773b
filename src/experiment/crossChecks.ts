import type { CustomProblem, Experiment, GeneratedProblem } from './experiment';
import { LIMITS } from './limits';
import type { Fault } from './matrix';
import { variantsOf } from './names';
import { oneOf, showValue } from './sentences';
import {
  availableFeatures,
  layerSizes,
  lossChoices,
  outputChoices,
  parameterIndex,
  targetsFitCrossEntropy,
} from './shape';
import { TENSORFLOW_PLAYGROUND_DATASETS } from './tensorFlowPlaygroundNames';

/** The first fault between parts of an experiment that are each well formed by themselves, or null. */
export function crossFault(experiment: Experiment): Fault | null {
  return (
    problemFault(experiment) ??
    featuresFault(experiment) ??
    outputFault(experiment) ??
    lossFault(experiment) ??
    initialFault(experiment) ??
    parametersFault(experiment) ??
    frozenFault(experiment)
  );
}

function problemFault({ problem }: Experiment): Fault | null {
  if (problem.columns && problem.columns[0] === problem.columns[1]) {
    const found = problem.columns.join(' and ');
    return { path: ['problem', 'columns'], expected: 'two different columns from 0 to 3', found };
  }
  return problem.dataset === 'custom' ? customFault(problem) : generatedFault(problem);
}

function generatedFault(problem: GeneratedProblem): Fault | null {
  return seedFault(problem) ?? variantFault(problem);
}

function variantFault({ dataset, variant, table }: GeneratedProblem): Fault | null {
  const variants = variantsOf(dataset);
  if (variant !== undefined && !variants.includes(variant))
    return { path: ['problem', 'variant'], expected: oneOf(variants), found: showValue(variant) };
  if (table === undefined || /^([01]{4}|[01]{8}|[01]{16})$/u.test(table)) return null;
  const expected = '4, 8 or 16 digits 0 or 1, one for each row';
  return { path: ['problem', 'table'], expected, found: showValue(table) };
}

function seedFault({ dataset, generator, seed }: GeneratedProblem): Fault | null {
  if (generator === 'tensorflow-playground') {
    if (TENSORFLOW_PLAYGROUND_DATASETS.includes(dataset)) return null;
    const expected = `${oneOf(TENSORFLOW_PLAYGROUND_DATASETS)} with the generator tensorflow-playground`;
    return { path: ['problem', 'dataset'], expected, found: showValue(dataset) };
  }
  const { min, max } = LIMITS.seed;
  if (typeof seed === 'number' && Number.isInteger(seed) && seed >= min && seed <= max) return null;
  return {
    path: ['problem', 'seed'],
    expected: `a whole number from ${min} to ${max}`,
    found: showValue(seed),
  };
}

function customFault({ inputs, targets, train }: CustomProblem): Fault | null {
  const count = inputs.length;
  if (targets.length !== count) {
    return {
      path: ['problem', 'targets'],
      expected: `a list of ${count}, as many as inputs`,
      found: showValue(targets),
    };
  }
  if (!train) return null;
  if (train.length !== count) {
    return {
      path: ['problem', 'train'],
      expected: `a list of ${count}, as many as inputs`,
      found: showValue(train),
    };
  }
  if (train.includes(true)) return null;
  return { path: ['problem', 'train'], expected: 'at least one point that trains', found: 'none' };
}

function featuresFault({ features, problem }: Experiment): Fault | null {
  if (features.length === 0)
    return { path: ['features'], expected: 'at least one feature', found: showValue(features) };
  const available = availableFeatures(problem);
  for (const [f, feature] of features.entries()) {
    const path = ['features', f];
    if (!available.includes(feature)) return { path, expected: oneOf(available), found: showValue(feature) };
    if (features.indexOf(feature) < f)
      return { path, expected: 'each feature once', found: showValue(feature) };
  }
  return null;
}

/** Data of one's own may pair outputs and targets as they like; generated problems offer what makes sense. */
function outputFault({ problem, network }: Experiment): Fault | null {
  const path = ['network', 'output'];
  if (problem.dataset !== 'custom') {
    const choices = outputChoices(problem);
    if (choices.includes(network.output)) return null;
    return { path, expected: `${oneOf(choices)} for ${problem.dataset}`, found: showValue(network.output) };
  }
  if (network.output !== 'softmax' || (problem.targets[0]?.length ?? 1) > 1) return null;
  return { path, expected: 'linear, sigmoid or tanh for a single output', found: showValue(network.output) };
}

function lossFault({ loss, network, problem }: Experiment): Fault | null {
  const choices = lossChoices(network.output);
  if (!choices.includes(loss)) {
    return {
      path: ['loss'],
      expected: `${oneOf(choices)} with a ${network.output} output`,
      found: showValue(loss),
    };
  }
  if (loss !== 'cross-entropy' || targetsFitCrossEntropy(problem)) return null;
  return { path: ['problem', 'targets'], expected: 'numbers from 0 to 1 for cross-entropy', found: 'others' };
}

function initialFault({ network, problem }: Experiment): Fault | null {
  if (network.initial !== 'tensorflow-playground') return null;
  if (problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground') return null;
  const expected = 'tensorflow-playground only with the generator tensorflow-playground';
  return { path: ['network', 'initial'], expected, found: showValue(network.initial) };
}

function parametersFault(experiment: Experiment): Fault | null {
  const { parameters } = experiment;
  if (!parameters) return null;
  const sizes = layerSizes(experiment);
  if (parameters.length !== sizes.length - 1) {
    return {
      path: ['parameters'],
      expected: `a list of ${sizes.length - 1} layers`,
      found: showValue(parameters),
    };
  }
  for (const [l, { weights, bias }] of parameters.entries()) {
    const inputs = sizes[l] ?? 0;
    const units = sizes[l + 1] ?? 0;
    const path = ['parameters', l];
    if (weights.length !== units || weights[0]?.length !== inputs) {
      const found = `${weights.length} × ${weights[0]?.length ?? 0}`;
      return { path: [...path, 'weights'], expected: `${units} × ${inputs} numbers`, found };
    }
    if (bias.length !== units)
      return { path: [...path, 'bias'], expected: `a list of ${units}`, found: showValue(bias) };
  }
  return null;
}

function frozenFault(experiment: Experiment): Fault | null {
  const sizes = layerSizes(experiment);
  const seen = new Set<number>();
  for (const [f, ref] of (experiment.frozen ?? []).entries()) {
    const index = parameterIndex(sizes, ref);
    const found = `layer ${ref.layer}, unit ${ref.unit}, from ${ref.from}`;
    if (index < 0) return { path: ['frozen', f], expected: 'a parameter of the network', found };
    if (seen.has(index)) return { path: ['frozen', f], expected: 'each parameter once', found };
    seen.add(index);
  }
  return null;
}
