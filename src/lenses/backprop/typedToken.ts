import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Dataset } from '../../data/dataset';
import type { Experiment } from '../../experiment/experiment';
import { isProbability } from '../../experiment/names';
import { classCount, coordinateCount, outputCount, taskOf } from '../../experiment/shape';
import { parseAnswer } from '../../figures/worksheet/paper';

/** A number in a field: what stands there, and the last number that it was. */
export interface TypedNumber {
  readonly text: string;
  readonly value: number;
}

/** A token of the user's own, in the place of one of the data set. */
export interface Typing {
  /** the problem's and the token's that it was begun at; another one ends it */
  readonly key: string;
  /** 'pad': what is drawn on the digit pad, whatever stands in the fields */
  readonly from: 'fields' | 'pad';
  /** [coordinate] */
  readonly point: readonly TypedNumber[];
  /** [output], for regression */
  readonly target: readonly TypedNumber[];
  /** class, for classification */
  readonly label: number;
}

/** Kept while the page is open: another view of the lens loses nothing of what was typed. */
const typings = createStore<{ readonly typing: Typing | null }>(() => ({ typing: null }));

export const useTyping = (): Typing | null => useStore(typings, ({ typing }) => typing);
export const setTyping = (typing: Typing | null): void => typings.setState({ typing });
export const endTyping = (): void => setTyping(null);

/** More fields than these are no token to be typed: pixels are drawn. */
const MOST_FIELDS = 8;

export function canType({ problem }: Experiment): boolean {
  return coordinateCount(problem) <= MOST_FIELDS;
}

/** The same as long as a typed token means the same: problem and picked token. */
export function typingKey(experiment: Experiment, place: number): string {
  const { problem, network } = experiment;
  const variant = problem.dataset === 'custom' ? problem.task : (problem.variant ?? '');
  const shape = [coordinateCount(problem), classCount(problem), outputCount(experiment), network.output];
  return [problem.dataset, variant, ...shape, place].join();
}

/** Begins with the numbers of the token `place`. */
export function typingOf(
  experiment: Experiment,
  dataset: Dataset,
  place: number,
  from: Typing['from'],
): Typing {
  const { coordinates, inputs, outputs, targets, labels } = dataset;
  const numbers = (of: Float64Array, width: number): readonly TypedNumber[] =>
    Array.from(of.subarray(place * width, (place + 1) * width), (value) => ({ text: textOf(value), value }));
  return {
    ...{ key: typingKey(experiment, place), from, label: labels[place] ?? 0 },
    point: from === 'pad' ? [] : numbers(inputs, coordinates),
    target: taskOf(experiment.problem) === 'regression' ? numbers(targets, outputs) : [],
  };
}

/** [output] what the network is to answer */
export function typedTarget(experiment: Experiment, dataset: Dataset, typing: Typing): Float64Array {
  const { label, target } = typing;
  if (target.length > 0) return Float64Array.from(target, ({ value }) => value);
  const { outputs, labels, targets } = dataset;
  const example = labels.indexOf(label);
  if (example >= 0) return targets.slice(example * outputs, (example + 1) * outputs);
  const low = isProbability(experiment.network.output) ? 0 : -1;
  const right = outputs === 1 ? label - 1 : label;
  return Float64Array.from({ length: outputs }, (_, k) => (k === right ? 1 : low));
}

/** As few digits as tell a point of the data from its neighbors in single precision. */
function textOf(value: number): string {
  const short = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((digits) => Number(value.toPrecision(digits)))
    .find((each) => Math.fround(each) === Math.fround(value));
  return String(short ?? value).replace('-', '−');
}

/** Beyond it powers of a coordinate are no numbers any more. */
const LARGEST = 1e6;

/** What stands in a field now; a text that is no number leaves the last one in force. */
export function typed(text: string, { value }: TypedNumber): TypedNumber {
  return faultOf(text) === null ? { text, value: parseAnswer(text) ?? value } : { text, value };
}

/** One sentence where a text is not what a field holds. */
export function faultOf(text: string): string | null {
  const value = parseAnswer(text);
  if (value !== null && Math.abs(value) <= LARGEST) return null;
  const trimmed = text.trim();
  const found =
    trimmed === '' ? 'nothing' : `“${trimmed.length > 20 ? `${trimmed.slice(0, 20)}…` : trimmed}”`;
  return value === null
    ? `Expected a number such as 0.5, 0,5 or 1/3, found ${found}.`
    : `Expected a number from −1,000,000 to 1,000,000, found ${found}.`;
}
