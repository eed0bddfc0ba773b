import type { Experiment } from './experiment';
import { FEATURE_TOKENS, linkDefault, type LinkKey } from './linkKeys';
import { unpackFlags, unpackParameters, unpackPoints } from './unpack';
import { success, type Result } from './result';
import { parseExperiment } from './schema';

/**
 * From the settings of a link to an experiment. Texts that should be numbers and are not go on as texts, so that one
 * place, the schema, finds the words for every fault.
 */
export function parseFields(fields: ReadonlyMap<LinkKey, string>): Result<Experiment> {
  const get = (key: LinkKey) => fields.get(key) ?? linkDefault(key, fields.get('problem'));
  const problem = get('problem') === 'custom' ? customProblem(fields, get) : success(generatedProblem(get));
  if (!problem.ok) return problem;
  const packed = fields.get('parameters');
  const parameters = packed === undefined ? success(undefined) : unpackParameters('parameters', packed);
  if (!parameters.ok) return parameters;
  return parseExperiment({
    version: 1,
    title: get('title'),
    seed: numberOrText(get('seed')),
    problem: problem.value,
    features: splitList(get('features')).map(featureName),
    network: {
      hidden: get('hidden') === 'none' ? [] : splitList(get('hidden')).map(layer),
      output: get('output'),
      connectivity: get('connectivity'),
      initial: get('initial'),
    },
    loss: get('loss'),
    training: training(get),
    ...optional('precision', get('precision')),
    ...(parameters.value ? { parameters: parameters.value } : {}),
    frozen: splitList(get('frozen')).map(parameterRef),
    hide: splitList(get('hide')),
  });
}

type Get = (key: LinkKey) => string | undefined;

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/iu;

function numberOrText(text: string | undefined): unknown {
  return text !== undefined && NUMBER.test(text) ? Number(text) : text;
}

function splitList(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}

/** A key that is absent stays absent, so that the experiment does too. */
function optional(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function generatedProblem(get: Get): unknown {
  const seed = get('dataSeed') ?? '';
  const columns = get('columns') ?? (get('problem') === 'iris' ? '2,3' : undefined);
  return {
    dataset: get('problem'),
    generator: get('generator'),
    seed: seed.startsWith('text:') ? seed.slice('text:'.length) : numberOrText(seed),
    samples: numberOrText(get('samples')),
    noise: numberOrText(get('noise')),
    trainFraction: numberOrText(get('train')),
    ...optional('columns', columns && splitList(columns).map(numberOrText)),
    ...optional('variant', get('variant')),
    ...optional('formula', get('formula')),
    ...optional('table', get('table')),
  };
}

function customProblem(fields: ReadonlyMap<LinkKey, string>, get: Get): Result<unknown> {
  const points = unpackPoints('points', fields.get('points') ?? '');
  if (!points.ok) return points;
  const { inputs, targets } = points.value;
  const flags = fields.get('trainPoints');
  const train = flags === undefined ? success(undefined) : unpackFlags('trainPoints', flags, inputs.length);
  if (!train.ok) return train;
  const columns = fields.get('columns');
  return success({
    dataset: 'custom',
    task: get('task'),
    inputs,
    targets,
    trainFraction: numberOrText(get('train')),
    ...optional('train', train.value),
    ...optional('extent', numberOrText(fields.get('extent'))),
    ...optional('columns', columns && splitList(columns).map(numberOrText)),
  });
}

function training(get: Get): unknown {
  const batch = get('batch');
  return {
    optimizer: {
      kind: get('optimizer'),
      learningRate: numberOrText(get('learningRate')),
      momentum: numberOrText(get('momentum')),
      decay: numberOrText(get('decay')),
      beta1: numberOrText(get('beta1')),
      beta2: numberOrText(get('beta2')),
    },
    batchSize: numberOrText(batch),
    order: get('order'),
    remainder: get('remainder'),
    regularization: {
      kind: get('regularization'),
      rate: numberOrText(get('rate')),
      ...optional('clip', trueOrFalse(get('clip'))),
    },
    stop: {
      ...optional('lossChange', numberOrText(get('stopLossChange'))),
      ...optional('gradientNorm', numberOrText(get('stopGradientNorm'))),
      ...optional('epochs', numberOrText(get('stopEpochs'))),
    },
  };
}

function trueOrFalse(text: string | undefined): unknown {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function featureName(token: string): string {
  return Object.entries(FEATURE_TOKENS).find(([, each]) => each === token)?.[0] ?? token;
}

/** 8-leaky-relu */
function layer(text: string): unknown {
  const match = /^(\d+)-(.*)$/u.exec(text);
  return match ? { units: Number(match[1]), activation: match[2] } : text;
}

/** 0.1.2, or 0.1.b for the bias */
function parameterRef(text: string): unknown {
  const [layerText, unit, from, ...rest] = text.split('.');
  if (from === undefined || rest.length > 0) return text;
  return {
    layer: numberOrText(layerText),
    unit: numberOrText(unit),
    from: from === 'b' ? 'bias' : numberOrText(from),
  };
}
