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
] as const;
export type HiddenActivation = (typeof HIDDEN_ACTIVATIONS)[number];

export const OUTPUT_ACTIVATIONS = ['linear', 'sigmoid', 'tanh', 'softmax'] as const;
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
  softmax: 'softmax',
};

export const LOSSES = ['mse', 'cross-entropy'] as const;
export type Loss = (typeof LOSSES)[number];
export const LOSS_LABELS: Readonly<Record<Loss, string>> = {
  mse: 'Squared error',
  'cross-entropy': 'Cross-entropy',
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
};

/** Those data sets that the TensorFlow Playground has too. */
export const TENSORFLOW_PLAYGROUND_DATASETS: readonly DatasetName[] = [
  'xor',
  'spiral',
  'circles',
  'gaussians',
  'plane',
  'bumps',
];

export const TASKS = ['classification', 'regression'] as const;
export type Task = (typeof TASKS)[number];

/** Features computed from the two coordinates, in the order in which they enter the network. */
export const PLANE_FEATURES = ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'] as const;
export type PlaneFeature = (typeof PLANE_FEATURES)[number];
/** A feature: one of the seven of the plane, or a further coordinate `x3` … `x64` of a data set of one's own. */
export type Feature = PlaneFeature | `x${number}`;

/** Parts of the page that a link may hide: the accessible name of the control. */
export const HIDEABLE_CONTROLS = [
  'Problem',
  'Inputs',
  'Noise',
  'Train share',
  'Samples',
  'Data seed',
  'New data',
  'Learning rate',
  'Optimizer',
  'Batch size',
  'Activation',
  'Output activation',
  'Loss',
  'Regularization',
  'Regularization rate',
  'Initial weights',
  'Weight seed',
  'New weights',
  'Connections',
  'Hidden layers',
  'Units',
  'Play',
  'Step',
  'Step one epoch',
  'Reset',
  'Speed',
  'Timeline',
  'Test points',
  'Discrete output',
] as const;
export type HideableControl = (typeof HIDEABLE_CONTROLS)[number];
