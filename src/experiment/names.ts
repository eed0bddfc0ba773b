import type { HIDEABLE_CONTROLS } from './hideableControls';

/** The names of every choice an experiment can hold, and the words the page shows for them. */

export const HIDDEN_ACTIVATIONS = [
  'linear',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'elu',
  'softplus',
  'sin',
  'gelu',
  'swish',
  'step',
  'sign',
] as const;
export type HiddenActivation = (typeof HIDDEN_ACTIVATIONS)[number];

export const OUTPUT_ACTIVATIONS = ['linear', 'sigmoid', 'tanh', 'softmax', 'step'] as const;
export type OutputActivation = (typeof OUTPUT_ACTIVATIONS)[number];

export type Activation = HiddenActivation | OutputActivation;

export const ACTIVATION_LABELS: Readonly<Record<Activation, string>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  elu: 'ELU',
  softplus: 'softplus',
  sin: 'sin',
  gelu: 'GELU',
  swish: 'swish',
  step: 'step',
  sign: 'sign',
  softmax: 'softmax',
};

/** Outputs read as probabilities, 0 … 1 about ½. */
export function isProbability(activation: Activation): boolean {
  return activation === 'sigmoid' || activation === 'softmax' || activation === 'step';
}

/** Activations between −1 and 1. */
export function isSymmetric(activation: Activation): boolean {
  return activation === 'tanh' || activation === 'sin' || activation === 'sign';
}

/** σ′ is 0 wherever it exists: forward such units compute, but no gradient passes them. */
export function isStep(activation: Activation | undefined): boolean {
  return activation === 'step' || activation === 'sign';
}

export const LOSSES = ['mse', 'cross-entropy', 'perceptron'] as const;
export type Loss = (typeof LOSSES)[number];
export const LOSS_LABELS: Readonly<Record<Loss, string>> = {
  mse: 'Squared error',
  'cross-entropy': 'Cross-entropy',
  perceptron: 'Perceptron',
};

export const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const;
export type OptimizerKind = (typeof OPTIMIZERS)[number];
export const OPTIMIZER_LABELS: Readonly<Record<OptimizerKind, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adagrad: 'AdaGrad',
  rmsprop: 'RMSProp',
  adam: 'Adam',
};

export const REGULARIZATIONS = ['none', 'l1', 'l2'] as const;
export type RegularizationKind = (typeof REGULARIZATIONS)[number];
export const REGULARIZATION_LABELS: Readonly<Record<RegularizationKind, string>> = {
  none: 'None',
  l1: 'L1',
  l2: 'L2',
};

/** `random` draws every batch anew, with replacement. */
export const BATCH_ORDERS = ['sequential', 'shuffled', 'random'] as const;
export type BatchOrder = (typeof BATCH_ORDERS)[number];
export const BATCH_ORDER_LABELS: Readonly<Record<BatchOrder, string>> = {
  sequential: 'In order',
  shuffled: 'Shuffled each epoch',
  random: 'Drawn at random',
};

export const CONNECTIVITIES = ['sequential', 'residual'] as const;
export type Connectivity = (typeof CONNECTIVITIES)[number];
export const CONNECTIVITY_LABELS: Readonly<Record<Connectivity, string>> = {
  sequential: 'Sequential',
  residual: 'Residual',
};

/** In what the network computes: 32 bits, or 64. */
export type Precision = 'single' | 'double';

/** `tensorflow-playground` replays that program's stream of random numbers and exists only for its links. */
export const INITIAL_WEIGHTS = ['xavier', 'he', 'uniform', 'zeros', 'tensorflow-playground'] as const;
export type InitialWeights = (typeof INITIAL_WEIGHTS)[number];
export const INITIAL_WEIGHTS_LABELS: Readonly<Record<InitialWeights, string>> = {
  xavier: 'Xavier',
  he: 'He',
  uniform: 'Uniform',
  zeros: 'Zeros',
  'tensorflow-playground': 'TF Playground',
};

export const DATASETS = [
  'xor',
  'spiral',
  'circles',
  'gaussians',
  'moons',
  'checkers',
  'arms',
  'blobs',
  'iris',
  'plane',
  'bumps',
  'parabola',
  'curve',
  'surface',
  'and',
  'or',
  'nand',
  'xor-gate',
  'parity',
  'truth-table',
  'digits',
] as const;
export type DatasetName = (typeof DATASETS)[number];
export const DATASET_LABELS: Readonly<Record<DatasetName, string>> = {
  xor: 'XOR',
  spiral: 'Spiral',
  circles: 'Circles',
  gaussians: 'Gaussians',
  moons: 'Moons',
  checkers: 'Checkers',
  arms: '3 arms',
  blobs: '4 blobs',
  iris: 'Iris',
  plane: 'Plane',
  bumps: 'Bumps',
  parabola: 'Parabola',
  curve: 'Curve',
  surface: 'Surface',
  and: 'AND',
  or: 'OR',
  nand: 'NAND',
  'xor-gate': 'XOR gate',
  parity: 'Parity',
  'truth-table': 'Truth table',
  digits: 'Digits',
};

/** Number of classes of each generated classification data set; 0 for regression. */
export const DATASET_CLASSES: Readonly<Record<DatasetName, number>> = {
  xor: 2,
  spiral: 2,
  circles: 2,
  gaussians: 2,
  moons: 2,
  checkers: 2,
  arms: 3,
  blobs: 4,
  iris: 3,
  plane: 0,
  bumps: 0,
  parabola: 0,
  curve: 0,
  surface: 0,
  and: 2,
  or: 2,
  nand: 2,
  'xor-gate': 2,
  parity: 2,
  'truth-table': 2,
  digits: 10,
};

/** Boolean functions: every row of the truth table is a token. */
export const GATES = ['and', 'or', 'nand', 'xor-gate', 'parity', 'truth-table'] as const;
export type GateName = (typeof GATES)[number];
const gates: ReadonlySet<string> = new Set(GATES);

export function isGate(dataset: string): dataset is GateName {
  return gates.has(dataset);
}

/** Problems from the lectures, with figures of their own; their generators load when first chosen. */
export const LECTURES = ['parabola', 'curve', 'surface', ...GATES, 'digits'] as const;
export type LectureName = (typeof LECTURES)[number];
const lectures: ReadonlySet<string> = new Set(LECTURES);

export function isLecture(dataset: string): dataset is LectureName {
  return lectures.has(dataset);
}

/** Data sets that come in kinds; the first is where they start. */
export const VARIANTS = {
  curve: ['sine', 'step', 'bump', 'abs', 'wiggle', 'bishop', 'polynomial', 'formula'],
  surface: ['two-tanh', 'tower', 'saddle', 'ripple'],
  parity: ['2', '3', '4'],
  /** Which of the ten, or whether it is a two. */
  digits: ['ten', 'two'],
} as const satisfies Partial<Record<DatasetName, readonly string[]>>;
export type Curve = (typeof VARIANTS.curve)[number];
export type Surface = (typeof VARIANTS.surface)[number];

export function variantsOf(dataset: DatasetName): readonly string[] {
  const variants: Partial<Record<DatasetName, readonly string[]>> = VARIANTS;
  return variants[dataset] ?? [];
}

export const TASKS = ['classification', 'regression'] as const;
export type Task = (typeof TASKS)[number];

/** Features computed from the two coordinates, in the order in which they enter the network. */
export const PLANE_FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'] as const;
export type PlaneFeature = (typeof PLANE_FEATURES)[number];
/** Higher powers, for problems of one coordinate. */
export const POWER_FEATURES = ['x1^3', 'x1^4', 'x1^5', 'x1^6', 'x1^7', 'x1^8', 'x1^9'] as const;
export type PowerFeature = (typeof POWER_FEATURES)[number];
/** A feature: one of the seven of the plane, or a further coordinate `x3` … `x64` of a data set of one's own. */
export type Feature = PlaneFeature | `x${number}` | PowerFeature;

/** One of the controls that a link may hide. */
export type HideableControl = (typeof HIDEABLE_CONTROLS)[number];
