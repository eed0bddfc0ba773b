import { decodeClass, encodeClass } from '../experiment/targets';
import type { CustomProblem, Experiment, GeneratedProblem } from '../experiment/experiment';
import type { OutputActivation } from '../experiment/names';
import { classCount, coordinateCount } from '../experiment/shape';
import type { Dataset } from './dataset';
import { generatePoints } from './generatePoints';
import { reorderPoints, type Points } from './points';
import { shuffledTokens } from './random';
import { firstTrain } from './split';
import { createTensorFlowPlaygroundData, isTensorFlowPlayground } from './tensorFlowPlayground/createData';

/**
 * The points of an experiment, drawn or given. Drawn points stand in the order in which they train, the first ones
 * train and the rest test; points of one's own keep their order.
 */
export function createDataset(experiment: Experiment): Dataset {
  const { problem, network } = experiment;
  if (problem.dataset === 'custom') return customDataset(problem);
  if (isTensorFlowPlayground(problem)) {
    const { points, trainCount } = createTensorFlowPlaygroundData(problem);
    return generatedDataset(problem, network.output, points, trainCount);
  }
  const points = generatePoints(problem);
  const shuffled = reorderPoints(points, shuffledTokens(Number(problem.seed), points.count, 'split'));
  const trainCount = firstTrain(points.count, problem.trainFraction);
  return generatedDataset(problem, network.output, shuffled, trainCount);
}

function generatedDataset(
  problem: GeneratedProblem,
  output: OutputActivation,
  points: Points,
  trainCount: number,
): Dataset {
  const classes = classCount(problem);
  const encoded: (readonly number[])[] = [];
  for (let k = 0; k < classes; k++) encoded.push(encodeClass(k, classes, output));
  const outputs = encoded[0]?.length ?? 1;
  const targets = new Float64Array(points.count * outputs);
  points.targets.forEach((target, token) => {
    for (let o = 0; o < outputs; o++)
      targets[token * outputs + o] = classes > 0 ? (encoded[target]?.[o] ?? 0) : target;
  });
  return {
    count: points.count,
    coordinates: 2,
    inputs: points.inputs,
    classes,
    labels: classes > 0 ? Uint8Array.from(points.targets) : new Uint8Array(0),
    targets,
    outputs,
    ...trainAndTest(points.count, (token) => token < trainCount),
  };
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
