import type { Feature } from './names';

/** The settings of a link in the order in which they are written. */
export const LINK_KEYS = [
  'title',
  'seed',
  'problem',
  'task',
  'generator',
  'dataSeed',
  'samples',
  'noise',
  'train',
  'columns',
  'variant',
  'formula',
  'table',
  'features',
  'hidden',
  'output',
  'connectivity',
  'initial',
  'loss',
  'optimizer',
  'learningRate',
  'momentum',
  'decay',
  'beta1',
  'beta2',
  'batch',
  'order',
  'remainder',
  'regularization',
  'rate',
  'clip',
  'stopLossChange',
  'stopGradientNorm',
  'stopEpochs',
  'precision',
  'frozen',
  'hide',
  'extent',
  'trainPoints',
  'points',
  'parameters',
] as const;
export type LinkKey = (typeof LINK_KEYS)[number];

export type LinkFields = { readonly [K in LinkKey]?: string | undefined };

/**
 * What a link of version 1 means where it says nothing. Frozen: links are out in the world, and what the page itself
 * starts with may change without changing them.
 */
export const LINK_DEFAULTS: LinkFields = {
  title: '',
  seed: '2',
  problem: 'spiral',
  task: 'classification',
  generator: 'perceptarium',
  dataSeed: '1',
  samples: '500',
  noise: '0.05',
  train: '0.6',
  features: 'x1,x2',
  hidden: '8-tanh,6-tanh',
  output: 'sigmoid',
  connectivity: 'sequential',
  initial: 'xavier',
  loss: 'cross-entropy',
  optimizer: 'adam',
  learningRate: '0.01',
  momentum: '0.9',
  decay: '0.9',
  beta1: '0.9',
  beta2: '0.999',
  batch: '16',
  order: 'shuffled',
  remainder: 'short',
  regularization: 'none',
  rate: '0',
};

/** What a link means where it says nothing of a key; the digits' inputs are all their pixels. */
export function linkDefault(key: LinkKey, problem: string | undefined): string | undefined {
  if (key === 'features' && problem === 'digits') return DIGIT_FEATURES;
  return LINK_DEFAULTS[key];
}

const DIGIT_FEATURES = Array.from({ length: 64 }, (_, pixel) => `x${pixel + 1}`).join();

/** Features whose own names would not survive in an address. */
export const FEATURE_TOKENS: Readonly<Partial<Record<Feature, string>>> = {
  'x1^2': 'x1sq',
  'x2^2': 'x2sq',
  'x1*x2': 'x1x2',
  'sin(x1)': 'sinx1',
  'sin(x2)': 'sinx2',
};

const keys: ReadonlySet<string> = new Set(LINK_KEYS);

export function isLinkKey(key: string): key is LinkKey {
  return keys.has(key);
}
