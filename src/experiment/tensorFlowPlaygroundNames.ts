import type { DatasetName, Feature, HiddenActivation, HideableControl, RegularizationKind } from './names';

/** The words of the TensorFlow Playground's links, and ours for the same. */

export const PLAYGROUND_ACTIVATIONS: Readonly<Record<string, HiddenActivation>> = {
  tanh: 'tanh',
  relu: 'relu',
  sigmoid: 'sigmoid',
  linear: 'linear',
};
export const PLAYGROUND_REGULARIZATIONS: Readonly<Record<string, RegularizationKind>> = {
  L1: 'l1',
  L2: 'l2',
  none: 'none',
};
export const PLAYGROUND_CLASSIFICATION: Readonly<Record<string, DatasetName>> = {
  circle: 'circles',
  xor: 'xor',
  gauss: 'gaussians',
  spiral: 'spiral',
};
export const PLAYGROUND_REGRESSION: Readonly<Record<string, DatasetName>> = {
  'reg-plane': 'plane',
  'reg-gauss': 'bumps',
};
export const PLAYGROUND_PROBLEMS: Readonly<Record<string, boolean>> = {
  classification: false,
  regression: true,
};

/** In the order in which the inputs enter their network, with whether they are on by themselves. */
export const PLAYGROUND_INPUTS: readonly (readonly [key: string, feature: Feature, on: boolean])[] = [
  ['x', 'x1', true],
  ['y', 'x2', true],
  ['xSquared', 'x1^2', false],
  ['ySquared', 'x2^2', false],
  ['xTimesY', 'x1*x2', false],
  ['sinX', 'sin(x1)', false],
  ['sinY', 'sin(x2)', false],
];

export const PLAYGROUND_CONTROLS: Readonly<Record<string, readonly HideableControl[]>> = {
  showTestData: ['Test points'],
  discretize: ['Discrete output'],
  playButton: ['Play'],
  stepButton: ['Step', 'Step one epoch'],
  resetButton: ['Reset'],
  learningRate: ['Learning rate'],
  activation: ['Activation'],
  regularization: ['Regularization'],
  regularizationRate: ['Regularization rate'],
  problem: ['Problem'],
  dataset: ['Problem'],
  percTrainData: ['Train share'],
  noise: ['Noise'],
  batchSize: ['Batch size'],
  numHiddenLayers: ['Hidden layers'],
};

export const PLAYGROUND_KEYS: readonly string[] = [
  'activation',
  'regularization',
  'batchSize',
  'dataset',
  'regDataset',
  'learningRate',
  'regularizationRate',
  'noise',
  'networkShape',
  'seed',
  'showTestData',
  'discretize',
  'percTrainData',
  'cosX',
  'cosY',
  'collectStats',
  'tutorial',
  'problem',
  'initZero',
  'hideText',
];

/** Those data sets that the TensorFlow Playground has too. */
export const TENSORFLOW_PLAYGROUND_DATASETS: readonly DatasetName[] = [
  'xor',
  'spiral',
  'circles',
  'gaussians',
  'plane',
  'bumps',
];
