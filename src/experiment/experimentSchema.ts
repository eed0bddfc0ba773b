import * as z from 'zod/mini';
import { LIMITS } from './limits';
import type { Range } from './matrix';
import {
  BATCH_ORDERS,
  CONNECTIVITIES,
  DATASETS,
  HIDDEN_ACTIVATIONS,
  INITIAL_WEIGHTS,
  LOSSES,
  OUTPUT_ACTIVATIONS,
  PLANE_FEATURES,
  POWER_FEATURES,
  REGULARIZATIONS,
  TASKS,
  type Feature,
} from './names';
import {
  choice,
  flag,
  fraction,
  list,
  matrix,
  number,
  numbers,
  positive,
  text,
  whole,
  wholeOr,
} from './schemaParts';
import { oneOf } from './sentences';

/** An experiment as it stands in a file, each part by itself; `crossChecks.ts` sees whether the parts fit. */

const points: Range = { min: 1, max: LIMITS.customPoints };
const largestLayer = Math.max(LIMITS.units, LIMITS.inputs);
const columns = z.tuple([whole(0, 3), whole(0, 3)], { error: 'two different columns from 0 to 3' });

const generatedProblem = z.object({
  dataset: choice(DATASETS),
  generator: z._default(choice(['perceptarium', 'tensorflow-playground']), 'perceptarium'),
  seed: z._default(
    z.union([z.number(), text(100)], { error: 'a whole number, or a text of at most 100 characters' }),
    1,
  ),
  samples: z._default(whole(LIMITS.samples.min, LIMITS.samples.max), 500),
  noise: z._default(number(LIMITS.noise.min, LIMITS.noise.max), 0),
  trainFraction: z._default(number(LIMITS.trainFraction.min, LIMITS.trainFraction.max), 0.5),
  columns: z.exactOptional(columns),
  variant: z.exactOptional(text(20)),
  formula: z.exactOptional(text(LIMITS.formula)),
  table: z.exactOptional(text(16)),
});

const customProblem = z.object({
  dataset: z.literal('custom'),
  task: choice(TASKS),
  inputs: matrix(points, { min: 1, max: LIMITS.inputs }),
  targets: matrix(points, { min: 1, max: LIMITS.outputs }),
  trainFraction: z._default(number(0, 1), 1),
  train: z.exactOptional(list(flag(), LIMITS.customPoints, 'a list of true and false, one for each point')),
  extent: z.exactOptional(positive(1e9)),
  columns: z.exactOptional(columns),
});

const learningRate = positive(LIMITS.learningRate.max);

const optimizer = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.enum(['sgd', 'adagrad']), learningRate }),
    z.object({ kind: z.enum(['momentum', 'nesterov']), learningRate, momentum: z._default(fraction(), 0.9) }),
    z.object({ kind: z.literal('rmsprop'), learningRate, decay: z._default(fraction(), 0.9) }),
    z.object({
      kind: z.literal('adam'),
      learningRate,
      beta1: z._default(fraction(), 0.9),
      beta2: z._default(fraction(), 0.999),
    }),
  ],
  { error: 'an optimizer of the kind sgd, momentum, nesterov, adagrad, rmsprop or adam' },
);

const regularization = z.object(
  {
    kind: choice(REGULARIZATIONS),
    rate: z._default(number(LIMITS.regularizationRate.min, LIMITS.regularizationRate.max), 0),
    clip: z._default(flag(), false),
  },
  { error: 'an object with kind and rate' },
);

const stopRules = z.object(
  {
    lossChange: z.exactOptional(positive(1e9)),
    gradientNorm: z.exactOptional(positive(1e9)),
    epochs: z.exactOptional(whole(1, 1e9)),
  },
  { error: 'an object with stop rules' },
);

const training = z.object(
  {
    optimizer,
    batchSize: wholeOr('all', 1, LIMITS.customPoints),
    order: z._default(choice(BATCH_ORDERS), 'shuffled'),
    remainder: z._default(choice(['short', 'carry']), 'short'),
    regularization: z._default(regularization, { kind: 'none', rate: 0, clip: false }),
    stop: z._default(stopRules, {}),
  },
  { error: 'an object with optimizer and batchSize' },
);

const hiddenLayer = z.object(
  { units: whole(1, LIMITS.units), activation: choice(HIDDEN_ACTIVATIONS) },
  { error: 'a layer with units and activation' },
);

const network = z.object(
  {
    hidden: list(hiddenLayer, LIMITS.hiddenLayers, `a list of 0 to ${LIMITS.hiddenLayers} layers`),
    output: choice(OUTPUT_ACTIVATIONS),
    connectivity: z._default(choice(CONNECTIVITIES), 'sequential'),
    initial: z._default(choice(INITIAL_WEIGHTS), 'xavier'),
  },
  { error: 'an object with hidden and output' },
);

const FEATURE_NAME = /^x([1-9]|[1-5]\d|6[0-4])$/u;
const namedFeatures: readonly string[] = [...PLANE_FEATURES, ...POWER_FEATURES];

function isFeature(value: unknown): value is Feature {
  return typeof value === 'string' && (namedFeatures.includes(value) || FEATURE_NAME.test(value));
}

const feature = z.custom<Feature>(isFeature, {
  error: `${oneOf(PLANE_FEATURES)}, a power x1^3 to x1^9, or a coordinate x3 to x64`,
});

const layerParameters = z.object(
  {
    weights: matrix({ min: 1, max: largestLayer }, { min: 1, max: largestLayer }),
    bias: numbers({ min: 1, max: largestLayer }),
  },
  { error: 'an object with weights and bias' },
);

const parameterRef = z.object(
  {
    layer: whole(0, LIMITS.hiddenLayers),
    unit: whole(0, largestLayer - 1),
    from: wholeOr('bias', 0, largestLayer - 1),
  },
  { error: 'an object with layer, unit and from' },
);

export const experimentSchema = z.object(
  {
    title: z._default(text(1000), ''),
    seed: z._default(whole(LIMITS.seed.min, LIMITS.seed.max), 1),
    problem: z.discriminatedUnion('dataset', [generatedProblem, customProblem], {
      error: `a problem whose dataset is ${oneOf([...DATASETS, 'custom'])}`,
    }),
    features: list(feature, LIMITS.inputs, `a list of 1 to ${LIMITS.inputs} features`),
    network,
    loss: choice(LOSSES),
    training,
    precision: z._default(choice(['single', 'double']), 'single'),
    parameters: z.exactOptional(
      list(layerParameters, LIMITS.hiddenLayers + 1, `a list of at most ${LIMITS.hiddenLayers + 1} layers`),
    ),
    frozen: z._default(list(parameterRef, 100_000, 'a list of frozen parameters'), []),
    hide: z._default(list(z.unknown(), 1000, 'a list of controls'), []),
  },
  { error: 'an object with problem, features, network, loss and training' },
);

export type RawExperiment = z.infer<typeof experimentSchema>;
