import type { Experiment } from './experiment';
import { HIDEABLE_CONTROLS } from './hideableControls';
import { LIMITS } from './limits';
import type { DatasetName, Feature, HiddenActivation, HideableControl, RegularizationKind } from './names';
import { splitHash } from './hashPairs';
import { failure, success, type Result } from './result';
import { parseExperiment } from './schema';
import { expectedSentence, oneOf, showValue } from './sentences';
import {
  PLAYGROUND_ACTIVATIONS,
  PLAYGROUND_CLASSIFICATION,
  PLAYGROUND_CONTROLS,
  PLAYGROUND_INPUTS,
  PLAYGROUND_KEYS,
  PLAYGROUND_PROBLEMS,
  PLAYGROUND_REGRESSION,
  PLAYGROUND_REGULARIZATIONS,
} from './tensorFlowPlaygroundNames';

/** Links of the TensorFlow Playground. Their program reads the values as they stand, without unescaping. */

/** That program draws a seed where a link has none; here the same link is to give the same experiment. */
const SEED = '0.5';

type Pairs = readonly (readonly [string, string])[];
type Values = ReadonlyMap<string, string>;

export function isTensorFlowPlaygroundHash(pairs: Pairs): boolean {
  const known = new Set([...PLAYGROUND_KEYS, ...PLAYGROUND_INPUTS.map(([key]) => key)]);
  return pairs.some(([key]) => known.has(key) || key.endsWith('_hide'));
}

/** Of a TensorFlow Playground address, or of what follows its #: the experiment that it trains, number for number. */
export function parseTensorFlowPlaygroundLink(text: string): Result<Experiment> {
  const values = linkValues(text);
  const parts = readParts(values);
  return parts.ok ? parseExperiment(toExperiment(parts.value, hiddenControls(values))) : parts;
}

/** What such a link says about the view: it is no part of the experiment. */
export function tensorFlowPlaygroundView(text: string): {
  readonly discrete: boolean;
  readonly testPoints: boolean;
} {
  const values = linkValues(text);
  return { discrete: isOn(values, 'discretize', false), testPoints: isOn(values, 'showTestData', false) };
}

function linkValues(text: string): Values {
  const at = text.indexOf('#');
  const hash = at >= 0 ? text.slice(at + 1) : text.includes('://') ? '' : text;
  return new Map(splitHash(hash.trim()));
}

interface Parts {
  readonly regression: boolean;
  readonly dataset: DatasetName;
  readonly seed: string;
  readonly noise: number;
  readonly trainPercentage: number;
  readonly features: readonly Feature[];
  readonly units: readonly number[];
  readonly activation: HiddenActivation;
  readonly zeros: boolean;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly regularization: RegularizationKind;
  readonly rate: number;
}

function readParts(values: Values): Result<Parts> {
  const faults: string[] = [];
  const take = <T>(result: Result<T>, fallback: T): T => {
    if (result.ok) return result.value;
    faults.push(result.message);
    return fallback;
  };
  const regression = take(choice(values, 'problem', PLAYGROUND_PROBLEMS, 'classification'), false);
  const trainRange = [100 * LIMITS.trainFraction.min, 100 * LIMITS.trainFraction.max] as const;
  const parts: Parts = {
    regression,
    dataset: regression
      ? take(choice(values, 'regDataset', PLAYGROUND_REGRESSION, 'reg-plane'), 'plane')
      : take(choice(values, 'dataset', PLAYGROUND_CLASSIFICATION, 'circle'), 'circles'),
    seed: values.get('seed') || SEED,
    noise: noisePercentage(take(number(values, 'noise', 0, -1e9, 1e9), 0)),
    trainPercentage: take(number(values, 'percTrainData', 50, ...trainRange), 50),
    features: take(features(values), ['x1']),
    units: take(networkShape(values), []),
    activation: take(choice(values, 'activation', PLAYGROUND_ACTIVATIONS, 'tanh'), 'tanh'),
    zeros: isOn(values, 'initZero', false),
    learningRate: take(number(values, 'learningRate', 0.03, 0, LIMITS.learningRate.max), 0),
    batchSize: take(number(values, 'batchSize', 10, 1, LIMITS.batchSize.max), 1),
    regularization: take(choice(values, 'regularization', PLAYGROUND_REGULARIZATIONS, 'none'), 'none'),
    rate: take(number(values, 'regularizationRate', 0, 0, LIMITS.regularizationRate.max), 0),
  };
  return faults[0] === undefined ? success(parts) : failure(faults[0]);
}

function choice<T>(
  values: Values,
  key: string,
  names: Readonly<Record<string, T>>,
  fallback: string,
): Result<T> {
  const name = values.get(key) || fallback;
  const value = Object.entries(names).find(([each]) => each === name)?.[1];
  return value === undefined
    ? failure(expectedSentence([key], oneOf(Object.keys(names)), showValue(name)))
    : success(value);
}

function number(values: Values, key: string, fallback: number, min: number, max: number): Result<number> {
  const text = values.get(key) || String(fallback);
  const value = text.trim() === '' ? NaN : Number(text);
  if (value >= min && value <= max) return success(value);
  return failure(expectedSentence([key], `a number from ${min} to ${max}`, showValue(text)));
}

/** Their program replaces what its slider cannot show. */
function noisePercentage(noise: number): number {
  return noise > 80 ? 50 : Math.max(0, noise);
}

/** Any value but `false` switches on, as in their program. */
function isOn(values: Values, key: string, fallback: boolean): boolean {
  const value = values.get(key);
  return value === undefined || value === '' ? fallback : value !== 'false';
}

function features(values: Values): Result<readonly Feature[]> {
  for (const key of ['cosX', 'cosY']) {
    if (isOn(values, key, false)) {
      return failure(
        `${key}: expected false, since Perceptarium has no cosine among its inputs, found true.`,
      );
    }
  }
  const on = PLAYGROUND_INPUTS.filter(([key, , byItself]) => isOn(values, key, byItself)).map(
    ([, feature]) => feature,
  );
  return on.length > 0
    ? success(on)
    : failure('x and y: expected at least one input switched on, found none.');
}

function networkShape(values: Values): Result<readonly number[]> {
  const text = values.get('networkShape');
  if (text === undefined) return success([4, 2]);
  if (text === '') return success([]);
  const units = text.split(',').map((part) => (/^\d+$/u.test(part) ? Number(part) : NaN));
  const fits =
    units.length <= LIMITS.hiddenLayers && units.every((count) => count >= 1 && count <= LIMITS.units);
  if (fits) return success(units);
  const expected = `up to ${LIMITS.hiddenLayers} layers of 1 to ${LIMITS.units} units, such as 4,2`;
  return failure(expectedSentence(['networkShape'], expected, showValue(text)));
}

function hiddenControls(values: Values): readonly HideableControl[] {
  const hidden = new Set<HideableControl>();
  for (const [key] of values) {
    if (!key.endsWith('_hide') || !isOn(values, key, false)) continue;
    const control = key.slice(0, -'_hide'.length);
    const names = Object.hasOwn(PLAYGROUND_CONTROLS, control) ? PLAYGROUND_CONTROLS[control] : undefined;
    names?.forEach((name) => hidden.add(name));
  }
  return HIDEABLE_CONTROLS.filter((name) => hidden.has(name));
}

function toExperiment(parts: Parts, hide: readonly HideableControl[]): unknown {
  const { regularization: kind, rate } = parts;
  return {
    version: 1,
    // Starting weights come from the data's stream of random numbers, not from this seed.
    seed: 1,
    problem: {
      dataset: parts.dataset,
      generator: 'tensorflow-playground',
      seed: parts.seed,
      samples: parts.regression ? 1200 : 500,
      noise: parts.noise / 100,
      trainFraction: parts.trainPercentage / 100,
    },
    features: parts.features,
    network: {
      hidden: parts.units.map((units) => ({ units, activation: parts.activation })),
      output: parts.regression ? 'linear' : 'tanh',
      connectivity: 'sequential',
      initial: parts.zeros ? 'zeros' : 'tensorflow-playground',
    },
    loss: 'mse',
    training: {
      optimizer: { kind: 'sgd', learningRate: parts.learningRate },
      batchSize: parts.batchSize,
      order: 'sequential',
      remainder: 'carry',
      regularization: kind === 'l1' ? { kind, rate, clip: true } : { kind, rate },
    },
    hide,
  };
}
