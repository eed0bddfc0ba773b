import type {
  BatchOrder,
  Connectivity,
  DatasetName,
  Feature,
  HiddenActivation,
  HideableControl,
  InitialWeights,
  Loss,
  OutputActivation,
  Precision,
  RegularizationKind,
  Task,
} from './names';

/**
 * Everything that decides what is trained and how: plain, serialisable data. The link, the saved file, the undo
 * history and the worker all hold this one description. It is never mutated; see `changes.ts`.
 */
export interface Experiment {
  readonly version: 1;
  readonly title: string;
  /** The weight seed: starting weights and the order of the batches are drawn from it. */
  readonly seed: number;
  readonly problem: Problem;
  readonly features: readonly Feature[];
  readonly network: Network;
  readonly loss: Loss;
  readonly training: Training;
  /** In what the network computes; absent: single. The points are the same numbers in both. */
  readonly precision?: Precision;
  /** Starting parameters given outright, in place of those drawn from the seed. */
  readonly parameters?: readonly LayerParameters[];
  /** Parameters that training leaves alone. */
  readonly frozen?: readonly ParameterRef[];
  /** Controls that the author of a link has hidden. */
  readonly hide?: readonly HideableControl[];
}

export type Problem = GeneratedProblem | CustomProblem;

export interface GeneratedProblem {
  readonly dataset: DatasetName;
  /** Whose generator draws the points: ours, or that of the TensorFlow Playground, number for number. */
  readonly generator: 'perceptarium' | 'tensorflow-playground';
  /** Data seed. The TensorFlow Playground's is the link's text, as in '0.12345'. */
  readonly seed: number | string;
  readonly samples: number;
  /** 0 … 0.8, a share of the data's scale. */
  readonly noise: number;
  /** 0.1 … 1 */
  readonly trainFraction: number;
  /** Iris only: which two of the four columns, 0 … 3. */
  readonly columns?: readonly [number, number];
  /** Data sets that come in kinds: which one, see `VARIANTS`. */
  readonly variant?: string;
  /** Curve of the kind formula: the target as a function of x. */
  readonly formula?: string;
  /** Truth table: the target of each row, '0110'; 4, 8 or 16 rows, the first input changes slowest. */
  readonly table?: string;
}

export interface CustomProblem {
  readonly dataset: 'custom';
  readonly task: Task;
  /** [token][coordinate], 1 … 64 coordinates named x1 … xD */
  readonly inputs: readonly (readonly number[])[];
  /** [token][output]: ±1 with a tanh output, 0/1 with sigmoid, one-hot with softmax; any number for regression */
  readonly targets: readonly (readonly number[])[];
  readonly trainFraction: number;
  /** [token] Which tokens train; absent: the first round(trainFraction · n). */
  readonly train?: readonly boolean[];
  /** Half the side of the square that the figures show; absent: from the points. */
  readonly extent?: number;
  /** Iris points edited by hand keep their columns, and with them the labels of the axes. */
  readonly columns?: readonly [number, number];
}

export interface Network {
  readonly hidden: readonly HiddenLayer[];
  readonly output: OutputActivation;
  readonly connectivity: Connectivity;
  readonly initial?: InitialWeights;
}

export interface HiddenLayer {
  readonly units: number;
  readonly activation: HiddenActivation;
}

export interface Training {
  readonly optimizer: Optimizer;
  readonly batchSize: number | 'all';
  readonly order: BatchOrder;
  /** What becomes of the tokens that do not fill a batch: a shorter batch, or carried into the next epoch. */
  readonly remainder?: 'short' | 'carry';
  readonly regularization: Regularization;
  readonly stop?: StopRules;
}

export type Optimizer =
  | { readonly kind: 'sgd' | 'adagrad'; readonly learningRate: number }
  | { readonly kind: 'momentum' | 'nesterov'; readonly learningRate: number; readonly momentum: number }
  | { readonly kind: 'rmsprop'; readonly learningRate: number; readonly decay: number }
  | { readonly kind: 'adam'; readonly learningRate: number; readonly beta1: number; readonly beta2: number };

export interface Regularization {
  readonly kind: RegularizationKind;
  readonly rate: number;
  /** L1 only: a weight that the penalty turns through zero stays 0, as in the TensorFlow Playground. */
  readonly clip?: boolean;
}

/** Each rule is off when absent. */
export interface StopRules {
  /** Stop when the train loss changes by less than this from one epoch to the next. */
  readonly lossChange?: number;
  /** Stop when the norm of the full gradient (penalty included) is below this. */
  readonly gradientNorm?: number;
  /** Stop after this many epochs. */
  readonly epochs?: number;
}

/** One layer's parameters: `weights[receiving][sending]`, `bias[receiving]`. */
export interface LayerParameters {
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** One parameter by its place: layer 0 is the first hidden layer, the last layer is the output. */
export interface ParameterRef {
  readonly layer: number;
  readonly unit: number;
  /** Index of the sending unit (or feature), or the bias. */
  readonly from: number | 'bias';
}
