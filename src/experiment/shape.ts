import type { Experiment, GeneratedProblem, ParameterRef, Problem } from './experiment';
import {
  DATASET_CLASSES,
  PLANE_FEATURES,
  POWER_FEATURES,
  VARIANTS,
  isGate,
  type Feature,
  type Loss,
  type OutputActivation,
  type Task,
} from './names';
import { CURVE_EXTENT, IRIS_EXTENT, PLANE_EXTENT, UNIT_EXTENT } from './limits';

/** What the rest of the experiment decides about it: counts, and which choices are open. */

export type TensorFlowPlaygroundProblem = GeneratedProblem & { readonly generator: 'tensorflow-playground' };

export function isTensorFlowPlayground(problem: Problem): problem is TensorFlowPlaygroundProblem {
  return problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground';
}

export function taskOf(problem: Problem): Task {
  if (problem.dataset === 'custom') return problem.task;
  return DATASET_CLASSES[problem.dataset] > 0 ? 'classification' : 'regression';
}

/** Number of classes; 0 for regression. One output means two classes. */
export function classCount(problem: Problem): number {
  if (problem.dataset === 'digits' && problem.variant === 'two') return 2;
  if (problem.dataset !== 'custom') return DATASET_CLASSES[problem.dataset];
  if (problem.task === 'regression') return 0;
  return Math.max(2, problem.targets[0]?.length ?? 1);
}

/** Number of output units. */
export function outputCount(experiment: Experiment): number {
  const { problem, network } = experiment;
  if (problem.dataset === 'custom') return problem.targets[0]?.length ?? 1;
  const classes = classCount(problem);
  if (classes === 0) return problem.dataset === 'parabola' ? 2 : 1;
  return network.output === 'softmax' || classes > 2 ? classes : 1;
}

/** Number of coordinates x1 … xD of a token, before features. */
export function coordinateCount(problem: Problem): number {
  if (problem.dataset === 'custom') return problem.inputs[0]?.length ?? 2;
  if (problem.dataset === 'digits') return 64;
  if (problem.dataset === 'curve') return 1;
  return isGate(problem.dataset) ? Math.log2(tableOf(problem).length) : 2;
}

/** The features that this problem's coordinates allow, in the order in which they enter the network. */
export function availableFeatures(problem: Problem): readonly Feature[] {
  const coordinates = coordinateCount(problem);
  if (problem.dataset === 'digits') return coordinateNames(coordinates);
  const plane = PLANE_FEATURES.filter((feature) => coordinates >= 2 || !feature.includes('x2'));
  const further = coordinateNames(coordinates).slice(2);
  return coordinates === 1 ? [...plane, ...POWER_FEATURES] : [...plane, ...further];
}

/** x1 … xD */
export function coordinateNames(coordinates: number): readonly Feature[] {
  return Array.from({ length: coordinates }, (_, d): Feature => `x${d + 1}`);
}

const TABLES = { and: '0001', or: '0111', nand: '1110', 'xor-gate': '0110' } as const;

/** The targets of a gate's rows, the first input changing slowest: '0110' is XOR. */
export function tableOf({ dataset, variant, table }: GeneratedProblem): string {
  if (dataset === 'parity') return parityTable(Number(variant ?? VARIANTS.parity[0]));
  if (dataset === 'truth-table' || !isGate(dataset)) return table ?? '0110';
  return TABLES[dataset];
}

/** 1 where the number of ones among the inputs is odd. */
function parityTable(inputs: number): string {
  const odd = (row: number): number => (row === 0 ? 0 : (row & 1) ^ odd(row >> 1));
  return Array.from({ length: 2 ** inputs }, (_, row) => odd(row)).join('');
}

/** Half the side of the square shown by the figures, in the units of x1 and x2. */
export function extentOf(problem: Problem): number {
  if (problem.dataset === 'iris') return IRIS_EXTENT;
  if (problem.dataset === 'curve') return CURVE_EXTENT;
  if (problem.dataset === 'parabola' || isGate(problem.dataset)) return UNIT_EXTENT;
  if (problem.dataset !== 'custom') return PLANE_EXTENT;
  if (problem.extent !== undefined) return problem.extent;
  let largest = 0;
  for (const [x1 = 0, x2 = 0] of problem.inputs) largest = Math.max(largest, Math.abs(x1), Math.abs(x2));
  return [0.5, 1, 1.5, 2, 3, 6, 10, 20, 50, 100].find((extent) => largest <= extent) ?? largest * 1.05;
}

/** Units per layer from the features to the output: [inputs, hidden 1, …, outputs]. */
export function layerSizes(experiment: Experiment): number[] {
  return [
    experiment.features.length,
    ...experiment.network.hidden.map((layer) => layer.units),
    outputCount(experiment),
  ];
}

export function parameterCount(experiment: Experiment): number {
  const sizes = layerSizes(experiment);
  let count = 0;
  for (let l = 1; l < sizes.length; l++) count += ((sizes[l - 1] ?? 0) + 1) * (sizes[l] ?? 0);
  return count;
}

/** The outputs that make sense for this problem. */
export function outputChoices(problem: Problem): readonly OutputActivation[] {
  const classes = classCount(problem);
  if (classes === 0) return ['linear', 'tanh'];
  return classes === 2 ? ['sigmoid', 'tanh', 'linear', 'softmax', 'step'] : ['softmax'];
}

/** The losses offered with an output. */
export function lossChoices(output: OutputActivation): readonly Loss[] {
  if (output === 'step') return ['perceptron', 'mse'];
  return output === 'sigmoid' || output === 'softmax' ? ['cross-entropy', 'mse'] : ['mse'];
}

/** Cross-entropy measures against probabilities; targets of generated classes are encoded to fit. */
export function targetsFitCrossEntropy(problem: Problem): boolean {
  if (problem.dataset !== 'custom') return classCount(problem) > 0;
  return problem.targets.every((target) => target.every((value) => value >= 0 && value <= 1));
}

/**
 * Index of a parameter in the flat vector: layer by layer, the weights row by row ([receiving][sending]), then the
 * biases. −1 when the network has no such parameter.
 */
export function parameterIndex(sizes: readonly number[], ref: ParameterRef): number {
  let offset = 0;
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1] ?? 0;
    const units = sizes[l] ?? 0;
    if (l - 1 === ref.layer) {
      const from = ref.from === 'bias' ? 0 : ref.from;
      if (ref.unit < 0 || ref.unit >= units || from < 0 || from >= inputs) return -1;
      return ref.from === 'bias' ? offset + inputs * units + ref.unit : offset + ref.unit * inputs + ref.from;
    }
    offset += (inputs + 1) * units;
  }
  return -1;
}
