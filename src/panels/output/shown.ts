import { IRIS_SPECIES, irisAxes, type IrisAxis } from '../../data/iris';
import type { Experiment, Problem } from '../../experiment/experiment';
import { isProbability, isStep } from '../../experiment/names';
import { classCount, layerSizes, outputCount, taskOf } from '../../experiment/shape';
import { fieldKind, type FieldKind } from '../../figures/decisionMap/levels';
import type { UnitRef } from '../../protocol/snapshot';

/** What the output panel says about the experiment and the unit on show, in words and kinds. */

/** 'decision boundary', or whose map it is. */
export function shownTitle(experiment: Experiment, unit: UnitRef | null): string {
  const { problem } = experiment;
  if (unit !== null) return unitTitle(experiment, unit);
  if (problem.dataset === 'parabola') return 'the semicircle is bent into the parabola';
  if (taskOf(problem) === 'regression') return 'prediction';
  if (problem.dataset === 'digits') return problem.variant === 'two' ? 'is it a 2?' : 'which digit is it?';
  return classCount(problem) > 2 ? 'class regions' : 'decision boundary';
}

function unitTitle({ features, network }: Experiment, { layer, unit }: UnitRef): string {
  if (layer < 0) return `input ${features[unit] ?? ''}`;
  return layer < network.hidden.length ? `hidden layer ${layer + 1}, unit ${unit + 1}` : `output ${unit + 1}`;
}

/** How the values of the map are read. A residual layer adds its input, so its activation sets no bounds. */
export function shownKind(experiment: Experiment, unit: UnitRef | null): FieldKind {
  const { hidden, output, connectivity } = experiment.network;
  const layer = unit?.layer ?? hidden.length;
  if (layer < 0) return 'scaled';
  const spec = hidden[layer];
  if (spec === undefined) return fieldKind(output);
  const residual = connectivity === 'residual' && layerSizes(experiment)[layer] === spec.units;
  return residual ? 'scaled' : fieldKind(spec.activation);
}

/** Whether a map has two values only, with nothing between them to draw a line at. */
export function isTwoValued(experiment: Experiment, unit: UnitRef | null): boolean {
  const { hidden, output } = experiment.network;
  const layer = unit?.layer ?? hidden.length;
  return isStep(layer === hidden.length ? output : hidden[layer]?.activation);
}

export interface ClassName {
  /** 'class 1', 'setosa' */
  readonly name: string;
  /** where there is little room: '1', 'setosa' */
  readonly short: string;
}

const DIGIT_NAMES = Array.from({ length: 10 }, (_, k) => ({ name: `digit ${k}`, short: String(k) }));
const TWO_NAMES = [
  { name: 'not a 2', short: 'not 2' },
  { name: 'a 2', short: '2' },
];

/** Two classes of a single output go by their targets, several by number, irises by their species, digits by themselves. */
export function classNames(experiment: Experiment): readonly ClassName[] {
  const { problem, network } = experiment;
  const classes = classCount(problem);
  if (problem.dataset === 'digits') return problem.variant === 'two' ? TWO_NAMES : DIGIT_NAMES;
  if (columnsOf(problem) !== null && classes === IRIS_SPECIES.length)
    return IRIS_SPECIES.map((species) => ({ name: species, short: species }));
  const single = classes === 2 && outputCount(experiment) === 1;
  const targets = isProbability(network.output) ? ['0', '1'] : ['−1', '+1'];
  return Array.from({ length: classes }, (_, k) => {
    const short = single ? (targets[k] ?? '') : String(k + 1);
    return { name: `class ${short}`, short };
  });
}

function columnsOf(problem: Problem): readonly [number, number] | null {
  if (problem.dataset !== 'iris' && problem.dataset !== 'custom') return null;
  return problem.columns ?? (problem.dataset === 'iris' ? [2, 3] : null);
}

/** The irises' axes in centimeters; null where the axes are x1 and x2 themselves. */
export function axesOf(problem: Problem): readonly [IrisAxis, IrisAxis] | null {
  const columns = columnsOf(problem);
  return columns === null ? null : irisAxes(columns);
}
