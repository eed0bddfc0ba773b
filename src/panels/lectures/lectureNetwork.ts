import { withoutParameters, type Change } from '../../experiment/changes';
import type { Experiment, HiddenLayer, Problem } from '../../experiment/experiment';

/** The network with which a lecture tells its problem's story; everything else of the training stays. */
export interface LectureNetwork {
  readonly hidden: HiddenLayer;
  /** Any number of such units tells the story. */
  readonly anyUnits: boolean;
  /** absent where any will do */
  readonly batchSize?: number;
}

/** Hasegawa-Johnson, ECE 417, lecture 7: one hidden layer and a linear output in both of its examples. */
export function lectureNetworkOf(problem: Problem): LectureNetwork | null {
  if (problem.dataset === 'parabola')
    return { hidden: { units: 10, activation: 'sigmoid' }, anyUnits: true, batchSize: 4 };
  if (problem.dataset === 'surface' && problem.variant === 'two-tanh')
    return { hidden: { units: 2, activation: 'tanh' }, anyUnits: false };
  return null;
}

/** Whether the present network tells the story already. */
export function hasLectureNetwork(
  { features, network }: Experiment,
  { hidden: { units, activation }, anyUnits }: LectureNetwork,
): boolean {
  const { hidden, output, connectivity } = network;
  return (
    hidden.length === 1 &&
    hidden[0]?.activation === activation &&
    (anyUnits || hidden[0].units === units) &&
    output === 'linear' &&
    connectivity === 'sequential' &&
    features.join() === 'x1,x2'
  );
}

/** The lecture's network in place of the present one. */
export function setLectureNetwork({ hidden, batchSize }: LectureNetwork): Change {
  return (experiment) => {
    const { frozen: _frozen, ...rest } = withoutParameters(experiment);
    const { network, training } = rest;
    return {
      ...rest,
      features: ['x1', 'x2'],
      network: { ...network, hidden: [hidden], output: 'linear', connectivity: 'sequential' },
      loss: 'mse',
      training: batchSize === undefined ? training : { ...training, batchSize },
    };
  };
}
