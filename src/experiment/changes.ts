import type {
  CustomProblem,
  Experiment,
  GeneratedProblem,
  HiddenLayer,
  ParameterRef,
  Problem,
  Training,
} from './experiment';
import {
  isGate,
  variantsOf,
  type DatasetName,
  type Feature,
  type HiddenActivation,
  type Loss,
  type OutputActivation,
} from './names';
import { LIMITS } from './limits';
import { fitLoss, fitOutput, followProblem, isLoneSoftmax } from './fitOutput';
import {
  availableFeatures,
  coordinateCount,
  coordinateNames,
  layerSizes,
  lossChoices,
  outputChoices,
  parameterIndex,
  targetsFitCrossEntropy,
} from './shape';
import { retarget } from './targets';

/** Edits of an experiment: each takes one and returns another, valid one. Nothing is mutated. */

export type Change = (experiment: Experiment) => Experiment;

/** Parameters given outright fit one shape and one start only; whoever changes either leaves them behind. */
export function withoutParameters(experiment: Experiment): Experiment {
  const { parameters: _parameters, ...rest } = experiment;
  return rest;
}

function withFrozen(experiment: Experiment, frozen: readonly ParameterRef[]): Experiment {
  const { frozen: _frozen, ...rest } = experiment;
  return frozen.length > 0 ? { ...rest, frozen } : rest;
}

/** Takes a network into another shape: given parameters no longer fit it, frozen ones keep their place where they survive. */
function reshape(before: Experiment, after: Experiment): Experiment {
  const sizes = layerSizes(after);
  const sameInputs = before.features.join() === after.features.join();
  if (sameInputs && layerSizes(before).join() === sizes.join()) return after;
  const frozen = (before.frozen ?? []).flatMap((ref) => {
    const moved = moveParameter(ref, before, after);
    return moved && parameterIndex(sizes, moved) >= 0 ? [moved] : [];
  });
  return withFrozen(withoutParameters(after), frozen);
}

/**
 * A parameter's place in another shape, or null when it is gone. Inputs are known by their feature, units by their
 * number; with another layer before it, the output keeps its biases only.
 */
function moveParameter(ref: ParameterRef, before: Experiment, after: Experiment): ParameterRef | null {
  const depth = before.network.hidden.length;
  const newDepth = after.network.hidden.length;
  if (ref.layer === depth && newDepth !== depth) {
    return ref.from === 'bias' ? { ...ref, layer: newDepth } : null;
  }
  if (ref.layer > newDepth || (ref.layer === newDepth && ref.layer !== depth)) return null;
  if (ref.layer > 0 || ref.from === 'bias') return ref;
  const feature = before.features[ref.from];
  const from = after.features.findIndex((each) => each === feature);
  return from < 0 ? null : { ...ref, from };
}

/** Its stream of random numbers exists only behind its own problems; elsewhere the nearest of ours is drawn. */
function withoutReplay(experiment: Experiment): Experiment {
  if (experiment.network.initial !== 'tensorflow-playground') return experiment;
  return { ...experiment, network: { ...experiment.network, initial: 'uniform' } };
}

/** Another problem, at its start. */
export function setDataset(dataset: DatasetName): Change {
  return (experiment) => {
    const before = experiment.problem;
    const problem = startProblem(dataset, before);
    const after = { ...withoutParameters(experiment), ...fitFeatures(experiment, problem), problem };
    return withoutReplay(followProblem(before, withFrozen(after, [])));
  };
}

/** Settings of the figures' own problems, where those of the others make no sense. */
const STARTS: Partial<Record<DatasetName, { samples: number; noise: number; trainFraction: number }>> = {
  parabola: { samples: 24, noise: 0, trainFraction: 0.67 },
  curve: { samples: 60, noise: 0.1, trainFraction: 0.5 },
  surface: { samples: 500, noise: 0, trainFraction: 0.6 },
  digits: { samples: 1797, noise: 0, trainFraction: 0.7 },
};
/** Bishop, Pattern Recognition and Machine Learning, section 1.1: ten points, all of which train. */
const BISHOP_START = { samples: 10, noise: 0.2, trainFraction: 1 };
const GATE_START = { samples: 10, noise: 0, trainFraction: 1 };
const PLANE_START = { samples: 500, noise: 0.05, trainFraction: 0.6 };

function startOf(dataset: DatasetName) {
  return isGate(dataset) ? GATE_START : STARTS[dataset];
}

/** A problem of the plane keeps samples, noise and share of the one before it. */
function startProblem(dataset: DatasetName, before: Problem): GeneratedProblem {
  const keeps = before.dataset !== 'custom' && startOf(before.dataset) === undefined;
  const { samples, noise, trainFraction } = startOf(dataset) ?? (keeps ? before : PLANE_START);
  const seed = before.dataset !== 'custom' && typeof before.seed === 'number' ? before.seed : 1;
  const variant = variantsOf(dataset)[0];
  return {
    dataset,
    generator: 'perceptarium',
    seed,
    samples,
    noise,
    trainFraction,
    ...(dataset === 'iris' ? { columns: [2, 3] as const } : {}),
    ...(variant === undefined ? {} : { variant }),
    ...(dataset === 'truth-table' ? { table: '0110' } : {}),
  };
}

/** Another kind of curve, surface or parity; a curve's formula goes with its kind. Bishop's has few points. */
export function setVariant(variant: string, formula = 'sin(3 x)'): Change {
  return (experiment) => {
    const { problem } = experiment;
    if (problem.dataset === 'custom' || !variantsOf(problem.dataset).includes(variant)) return experiment;
    const { formula: _formula, ...rest } = problem;
    const isBishop = variant === 'bishop';
    const draws = isBishop ? BISHOP_START : problem.variant === 'bishop' ? STARTS.curve : {};
    const next: GeneratedProblem = {
      ...rest,
      variant,
      ...(variant === 'formula' ? { formula } : {}),
      ...(variant === problem.variant ? {} : draws),
    };
    const after = { ...withoutParameters(experiment), ...fitFeatures(experiment, next), problem: next };
    return withFrozen(followProblem(problem, after), []);
  };
}

/** The truth table's targets, one digit a row; another number of rows is another number of inputs. */
export function setTable(table: string): Change {
  return (experiment) => {
    const { problem } = experiment;
    if (problem.dataset !== 'truth-table') return experiment;
    const next = { ...problem, table };
    return reshape(experiment, { ...experiment, ...fitFeatures(experiment, next), problem: next });
  };
}

/** Keeps the chosen features that there are; where the number of coordinates changes, all coordinates enter. */
function fitFeatures(experiment: Experiment, problem: Problem): { features: readonly Feature[] } {
  const available = availableFeatures(problem);
  const coordinates = coordinateCount(problem);
  if (coordinates !== coordinateCount(experiment.problem)) return { features: coordinateNames(coordinates) };
  const features = experiment.features.filter((feature) => available.includes(feature));
  return { features: features.length > 0 ? features : available.slice(0, 2) };
}

/** Changes what a generated problem draws; a custom problem takes only the share that trains. */
export function setProblem(
  part: Partial<{
    noise: number;
    samples: number;
    seed: number | string;
    columns: readonly [number, number];
  }>,
): Change {
  return (experiment) => {
    const { problem } = experiment;
    if (problem.dataset === 'custom') return experiment;
    const { columns, ...rest } = part;
    const chosen = problem.dataset === 'iris' && columns ? { columns } : {};
    return { ...experiment, problem: { ...problem, ...rest, ...chosen } };
  };
}

/** Points of one's own, most often those on show with one of them moved. */
export function setCustomProblem(problem: CustomProblem): Change {
  return (experiment) => {
    const after = fitOutput({ ...experiment, ...fitFeatures(experiment, problem), problem });
    return withoutReplay(reshape(experiment, after));
  };
}

export function setWeightSeed(seed: number): Change {
  return (experiment) => withoutReplay({ ...withoutParameters(experiment), seed });
}

export function toggleFeature(feature: Feature, on: boolean): Change {
  return (experiment) => {
    const wanted = new Set(experiment.features);
    if (on) wanted.add(feature);
    else wanted.delete(feature);
    if (wanted.size === 0 || wanted.size === experiment.features.length) return experiment;
    const features = availableFeatures(experiment.problem).filter((each) => wanted.has(each));
    return features.length > 0 ? reshape(experiment, { ...experiment, features }) : experiment;
  };
}

function setHidden(experiment: Experiment, hidden: readonly HiddenLayer[]): Experiment {
  return reshape(experiment, { ...experiment, network: { ...experiment.network, hidden } });
}

/** A new last hidden layer, like the one before it. */
export function addLayer(): Change {
  return (experiment) => {
    const { hidden } = experiment.network;
    if (hidden.length >= LIMITS.hiddenLayers) return experiment;
    const last = hidden[hidden.length - 1] ?? { units: 4, activation: 'tanh' as const };
    return setHidden(experiment, [...hidden, { ...last }]);
  };
}

export function removeLayer(): Change {
  return (experiment) => setHidden(experiment, experiment.network.hidden.slice(0, -1));
}

/** `layer` counts hidden layers from 0. */
export function setUnits(layer: number, units: number): Change {
  const count = Math.max(1, Math.min(LIMITS.units, Math.round(units)));
  return (experiment) =>
    setHidden(
      experiment,
      experiment.network.hidden.map((each, l) => (l === layer ? { ...each, units: count } : each)),
    );
}

/** One hidden layer's activation, or with `layer` = 'all' that of every one. The weights stay. */
export function setActivation(layer: number | 'all', activation: HiddenActivation): Change {
  return (experiment) => ({
    ...experiment,
    network: {
      ...experiment.network,
      hidden: experiment.network.hidden.map((each, l) =>
        layer === 'all' || l === layer ? { ...each, activation } : each,
      ),
    },
  });
}

export function setOutput(output: OutputActivation): Change {
  return (experiment) => {
    const generated = experiment.problem.dataset !== 'custom';
    if (generated && !outputChoices(experiment.problem).includes(output)) return experiment;
    const problem = retarget(experiment.problem, output);
    const after = { ...experiment, problem, network: { ...experiment.network, output } };
    return isLoneSoftmax(after) ? experiment : reshape(experiment, fitLoss(after, experiment.loss));
  };
}

export function setFrozen(ref: ParameterRef, frozen: boolean): Change {
  return (experiment) => {
    if (parameterIndex(layerSizes(experiment), ref) < 0) return experiment;
    const others = (experiment.frozen ?? []).filter((each) => !sameParameter(each, ref));
    return withFrozen(experiment, frozen ? [...others, ref] : others);
  };
}

export function sameParameter(a: ParameterRef, b: ParameterRef): boolean {
  return a.layer === b.layer && a.unit === b.unit && a.from === b.from;
}

export function setLoss(loss: Loss): Change {
  return (experiment) => {
    const { problem, network } = experiment;
    if (!lossChoices(network.output).includes(loss)) return experiment;
    if (loss !== 'cross-entropy' || targetsFitCrossEntropy(problem)) return { ...experiment, loss };
    const after = { ...experiment, loss, problem: retarget(problem, network.output) };
    return targetsFitCrossEntropy(after.problem) ? reshape(experiment, after) : experiment;
  };
}

export function setNetwork(part: Partial<Pick<Experiment['network'], 'connectivity' | 'initial'>>): Change {
  return (experiment) => {
    const network = { ...experiment.network, ...part };
    if (network.initial === experiment.network.initial) return { ...experiment, network };
    const after = { ...withoutParameters(experiment), network };
    const { problem } = experiment;
    return problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground'
      ? after
      : withoutReplay(after);
  };
}

export function setTraining(part: Partial<Training>): Change {
  return (experiment) => ({ ...experiment, training: { ...experiment.training, ...part } });
}

export function setLearningRate(learningRate: number): Change {
  return (experiment) =>
    setTraining({ optimizer: { ...experiment.training.optimizer, learningRate } })(experiment);
}

/** The share of tokens that train; a custom problem's membership is drawn anew by `assign`. */
export function setTrainFraction(
  trainFraction: number,
  assign: (count: number, fraction: number) => readonly boolean[],
): Change {
  return (experiment) => {
    const { problem } = experiment;
    if (problem.dataset !== 'custom') return { ...experiment, problem: { ...problem, trainFraction } };
    const train = assign(problem.inputs.length, trainFraction);
    return { ...experiment, problem: { ...problem, trainFraction, train } };
  };
}
