import type { CustomProblem, Experiment, GeneratedProblem, ParameterRef } from './experiment';
import { FEATURE_TOKENS, LINK_KEYS, linkDefault, type LinkFields } from './linkKeys';
import { packFlags, packParameters, packPoints } from './pack';

/** What follows the # in the page's address: `v=1&problem=moons&noise=0.1&hidden=4-relu…`; defaults are left out. */
export function experimentHash(experiment: Experiment): string {
  const fields = fieldsOf(experiment);
  const pairs: (readonly [string, string])[] = [['v', '1']];
  for (const key of LINK_KEYS) {
    const value = fields[key];
    if (value !== undefined && value !== linkDefault(key, fields.problem)) pairs.push([key, value]);
  }
  return hashText(pairs);
}

function fieldsOf(experiment: Experiment): LinkFields {
  const { problem, network, training, parameters, frozen, hide } = experiment;
  const { optimizer, regularization, stop } = training;
  const { kind, ...optimizerNumbers } = optimizer;
  const numbers: Partial<Record<'learningRate' | 'momentum' | 'decay' | 'beta1' | 'beta2', number>> =
    optimizerNumbers;
  return {
    title: experiment.title,
    seed: String(experiment.seed),
    ...(problem.dataset === 'custom' ? customFields(problem) : generatedFields(problem)),
    features: experiment.features.map((feature) => FEATURE_TOKENS[feature] ?? feature).join(','),
    hidden: network.hidden.map(({ units, activation }) => `${units}-${activation}`).join(',') || 'none',
    output: network.output,
    connectivity: network.connectivity,
    initial: network.initial,
    loss: experiment.loss,
    optimizer: kind,
    learningRate: numberText(numbers.learningRate),
    momentum: numberText(numbers.momentum),
    decay: numberText(numbers.decay),
    beta1: numberText(numbers.beta1),
    beta2: numberText(numbers.beta2),
    batch: String(training.batchSize),
    order: training.order,
    remainder: training.remainder,
    regularization: regularization.kind,
    rate: String(regularization.rate),
    clip: regularization.clip ? 'true' : undefined,
    stopLossChange: numberText(stop?.lossChange),
    stopGradientNorm: numberText(stop?.gradientNorm),
    stopEpochs: numberText(stop?.epochs),
    precision: experiment.precision,
    parameters: parameters && packParameters(parameters),
    frozen: frozen?.map(refText).join(','),
    hide: hide?.join(','),
  };
}

function generatedFields(problem: GeneratedProblem): LinkFields {
  return {
    problem: problem.dataset,
    generator: problem.generator,
    dataSeed: typeof problem.seed === 'string' ? `text:${problem.seed}` : String(problem.seed),
    samples: String(problem.samples),
    noise: String(problem.noise),
    train: String(problem.trainFraction),
    columns: problem.columns?.join(','),
    variant: problem.variant,
    formula: problem.formula,
    table: problem.table,
  };
}

function customFields(problem: CustomProblem): LinkFields {
  return {
    problem: 'custom',
    task: problem.task,
    train: String(problem.trainFraction),
    // Without columns of its own a custom problem has none, whatever the default.
    columns: problem.columns ? `${problem.columns.join(',')}` : undefined,
    extent: numberText(problem.extent),
    points: packPoints(problem),
    trainPoints: problem.train && packFlags(problem.train),
  };
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function refText({ layer, unit, from }: ParameterRef): string {
  return `${layer}.${unit}.${from === 'bias' ? 'b' : from}`;
}

function hashText(pairs: Iterable<readonly [string, string]>): string {
  return Array.from(pairs, ([key, value]) => `${key}=${escapeValue(value)}`).join('&');
}

/** Stricter than an address needs: programs that recognise links in text stop at quotes and parentheses. */
function escapeValue(value: string): string {
  return encodeURIComponent(value)
    .replace(/%2C/gu, ',')
    .replace(/%3A/gu, ':')
    .replace(/%20/gu, '+')
    .replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
