import type { Dataset } from '../../data/dataset';
import { featureInputs, featurePrecision } from '../../data/features';
import { createLayout } from '../../engine/layout';
import { networkSpec } from '../../engine/network';
import { traceToken } from '../../engine/trace/trace';
import type { Experiment } from '../../experiment/experiment';
import { ACTIVATION_LABELS, isProbability } from '../../experiment/names';
import { layerSizes } from '../../experiment/shape';
import type { OutputKind } from '../../figures/divergence/divergence';
import { oneHot, sigmoidPair, softmaxOf } from '../../figures/divergence/probabilities';
import { classNames } from '../../panels/output/shown';

/** A class on the bench: class 1 is the first, and with a single output the one whose target is 1. */
export interface BenchClass {
  readonly name: string;
  /** what the page calls it elsewhere; empty where that is the same */
  readonly note: string;
  readonly label: number;
}

/** One token before the network: what stands on the bench but the probabilities themselves. */
export interface BenchModel {
  readonly kind: OutputKind;
  readonly classes: readonly BenchClass[];
  /** index of the token's class among `classes` */
  readonly own: number;
  /** the target distribution that the class alone makes */
  readonly target: readonly number[];
  readonly isTest: boolean;
  readonly sizes: readonly number[];
  /** Why the probabilities are not the output itself; null where they are. */
  readonly reading: string | null;
  /** The network's probabilities, in double precision. */
  readonly probabilities: (parameters: ArrayLike<number>) => readonly number[];
}

export function benchModel(experiment: Experiment, dataset: Dataset, token: number): BenchModel {
  const { features, network } = experiment;
  const spec = networkSpec(experiment);
  const layout = createLayout(spec);
  const { coordinates, outputs } = dataset;
  const point = dataset.inputs.slice(token * coordinates, (token + 1) * coordinates);
  const inputs = featureInputs(features, point, coordinates, featurePrecision(experiment));
  const targets = dataset.targets.subarray(token * outputs, (token + 1) * outputs);
  const kind = outputs === 1 ? 'sigmoid' : 'softmax';
  const classes = benchClasses(experiment, kind, dataset.classes);
  const label = dataset.labels[token] ?? 0;
  const own = classes.findIndex((each) => each.label === label);
  const plain = outputs === 1 ? network.output === 'sigmoid' : network.output === 'softmax';
  return {
    ...{ kind, classes, own, sizes: layerSizes(experiment) },
    target: oneHot(classes.length, own),
    isTest: dataset.test.includes(token),
    reading: plain
      ? null
      : `The output is ${ACTIVATION_LABELS[network.output]} and gives no probability; on this bench a ${kind} takes its excitation.`,
    probabilities(parameters) {
      const { layers } = traceToken(spec, layout, parameters, inputs, targets);
      const e = Array.from(layers[layers.length - 1]?.e ?? []);
      return kind === 'softmax' ? softmaxOf(e) : sigmoidPair(e[0] ?? 0);
    },
  };
}

function benchClasses(experiment: Experiment, kind: OutputKind, count: number): BenchClass[] {
  const low = isProbability(experiment.network.output) ? '0' : '−1';
  if (kind === 'sigmoid')
    return [
      { name: 'class 1', note: 'y = 1', label: 1 },
      { name: 'class 2', note: `y = ${low}`, label: 0 },
    ];
  const names = classNames(experiment);
  return Array.from({ length: count }, (_, label) => {
    const name = `class ${label + 1}`;
    const known = names[label]?.name ?? name;
    const digit = experiment.problem.dataset === 'digits' ? 'digit ' : '';
    return { name, note: known === name ? '' : `${digit}${known}`, label };
  });
}
