import { decodeClass, encodeClass } from '../experiment/targets';
import type { CustomProblem, Experiment, GeneratedProblem } from '../experiment/experiment';
import { isGate, isLecture, type DatasetName, type OutputActivation } from '../experiment/names';
import { classCount, coordinateCount, isTensorFlowPlayground } from '../experiment/shape';
import type { Dataset } from './dataset';
import { generatePoints } from './generatePoints';
import { reorderPoints, type Points } from './points';
import { shuffledTokens } from './random';
import { lecturePoints, tensorFlowPlaygroundData } from './resources';
import { firstTrain } from './split';

/**
 * The points of an experiment, drawn or given. Drawn points stand in the order in which they train, the first ones
 * train and the rest test; points of one's own, along a curve and of a truth table keep their order. Some problems have
 * to be loaded first, see `loadResources`.
 */
export function createDataset(experiment: Experiment): Dataset {
  const { problem, network } = experiment;
  if (problem.dataset === 'custom') return customDataset(problem);
  if (isTensorFlowPlayground(problem)) {
    const { points, trainCount } = tensorFlowPlaygroundData(problem);
    return generatedDataset(problem, network.output, points, (token) => token < trainCount);
  }
  const points = isLecture(problem.dataset) ? lecturePoints(problem) : generatePoints(problem);
  const order = shuffledTokens(Number(problem.seed), points.count, 'split');
  const trainCount = firstTrain(points.count, problem.trainFraction);
  if (keepsOrder(problem.dataset)) {
    const train = isGate(problem.dataset) ? null : new Set(order.slice(0, trainCount));
    return generatedDataset(problem, network.output, points, (token) => train?.has(token) ?? true);
  }
  const shuffled = reorderPoints(points, order);
  return generatedDataset(problem, network.output, shuffled, (token) => token < trainCount);
}

/** Tokens along a curve are walked through one by one; the rows of a truth table have their order. */
function keepsOrder(dataset: DatasetName): boolean {
  return dataset === 'parabola' || dataset === 'curve' || isGate(dataset);
}

function generatedDataset(
  problem: GeneratedProblem,
  output: OutputActivation,
  points: Points,
  trains: (token: number) => boolean,
): Dataset {
  const classes = classCount(problem);
  const encoded: (readonly number[])[] = [];
  for (let k = 0; k < classes; k++) encoded.push(encodeClass(k, classes, output));
  const outputs = encoded[0]?.length ?? points.outputs;
  const targets = classes > 0 ? encodeLabels(points.targets, encoded, outputs) : points.targets;
  return {
    count: points.count,
    coordinates: points.coordinates,
    inputs: points.inputs,
    classes,
    labels: classes > 0 ? Uint8Array.from(points.targets) : new Uint8Array(0),
    targets,
    outputs,
    ...trainAndTest(points.count, trains),
  };
}

function encodeLabels(
  labels: Float64Array,
  encoded: readonly (readonly number[])[],
  outputs: number,
): Float64Array {
  const targets = new Float64Array(labels.length * outputs);
  labels.forEach((label, token) => targets.set(encoded[label] ?? [], token * outputs));
  return targets;
}

function customDataset(problem: CustomProblem): Dataset {
  const count = problem.inputs.length;
  const classes = classCount(problem);
  const { train, trainFraction } = problem;
  const trainCount = firstTrain(count, trainFraction);
  return {
    count,
    coordinates: coordinateCount(problem),
    inputs: Float64Array.from(problem.inputs.flat()),
    classes,
    labels: classes > 0 ? Uint8Array.from(problem.targets, decodeClass) : new Uint8Array(0),
    targets: Float64Array.from(problem.targets.flat()),
    outputs: problem.targets[0]?.length ?? 1,
    ...trainAndTest(count, (token) => (train ? (train[token] ?? false) : token < trainCount)),
  };
}

function trainAndTest(count: number, trains: (token: number) => boolean): Pick<Dataset, 'train' | 'test'> {
  const train: number[] = [];
  const test: number[] = [];
  for (let token = 0; token < count; token++) (trains(token) ? train : test).push(token);
  return { train: Uint32Array.from(train), test: Uint32Array.from(test) };
}
