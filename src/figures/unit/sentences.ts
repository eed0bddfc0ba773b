import { ACTIVATION_LABELS, type Activation } from '../../experiment/names';
import { formatFixed } from '../numbers';
import { crossesSquare, type ThresholdLine } from './drawPlane';

/** The unit lens in words, from the numbers that its figures draw. */

/** Least and largest of a quantity over the plane, the line, or all tokens. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
}

export function extremesOf(values: Float32Array): Extremes {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

export interface UnitStory {
  /** 0 = first hidden layer */
  readonly layer: number;
  readonly unit: number;
  readonly activation: Activation;
  readonly residual: boolean;
  /** units or features that send */
  readonly inputs: number;
  readonly bias: number;
  /** over what the figures show */
  readonly where: 'square' | 'line' | 'tokens';
  readonly extent: number;
  /** only where e is affine in x1 and x2 */
  readonly line: ThresholdLine | null;
  readonly excitation: Extremes;
  readonly response: Extremes;
  readonly train: number;
  /** train tokens with |σ′| below 5 % of its largest; null where σ′ is 0 everywhere or there is no curve */
  readonly flat: number | null;
  /** null for an output */
  readonly sent: Sent | null;
}

export interface Sent {
  /** "output 1", "hidden layer 2, unit 3" */
  readonly receiver: string;
  readonly weight: number;
  readonly contribution: Extremes;
  /** the running sum up to this unit, where that is on show */
  readonly running: { readonly units: number; readonly of: number } | null;
}

/** Digits as subscripts: w₁₂ */
export function subscript(number: number): string {
  return Array.from(String(number), (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit))).join('');
}

const two = (value: number): string => formatFixed(value, 2);
const span = ({ least, most }: Extremes): string => `from ${two(least)} to ${two(most)}`;
const within = ({ least, most }: Extremes): string => `${two(least)} … ${two(most)}`;

/** Excitation, activation and contribution, a paragraph each. */
export function unitSentences(story: UnitStory): readonly string[] {
  return [excitationSentence(story), activationSentence(story), sentSentence(story)];
}

const PLACES = { square: 'Over this square', line: 'Along this line', tokens: 'Over all tokens' } as const;

function excitationSentence(story: UnitStory): string {
  const { layer, inputs, bias, line, extent, excitation, where } = story;
  if (line !== null) return planeSentence(line, story.unit, extent, excitation);
  const senders =
    layer === 0 ? count(inputs, 'input') : `${count(inputs, 'activation')} of hidden layer ${layer}`;
  return `The excitation sums ${senders}${inputs === 1 ? '' : ', each'} times its weight${inputs === 1 ? '' : ','} and the bias ${two(bias)}·x₀. ${PLACES[where]} it runs ${span(excitation)}.`;
}

function planeSentence(line: ThresholdLine, unit: number, extent: number, range: Extremes): string {
  const { w1, w2, b } = line;
  const steepness = Math.hypot(w1, w2);
  if (steepness === 0) return `Both weights are 0: the excitation is the bias ${two(b)} everywhere.`;
  const zero = crossesSquare(line, extent) ? 'zero on one straight line' : 'zero only outside this square';
  return `The excitation is a tilted plane, ${zero}. It rises fastest along w${subscript(unit + 1)} = (${two(w1)}, ${two(w2)}), by ${two(steepness)} per unit of length; here ${span(range)}.`;
}

function activationSentence({ activation, response, residual, flat, train }: UnitStory): string {
  const name = capital(ACTIVATION_LABELS[activation]);
  if (activation === 'softmax')
    return `Softmax turns all excitations of this layer together into probabilities, so the tokens lie on no one curve. Here ŷ runs ${span(response)}.`;
  const added = residual ? ' with the input of the layer added' : '';
  if (activation === 'linear')
    return `The activation is linear: it passes e on${added}, ${within(response)}.`;
  const result = `${name} turns this into ${within(response)}${added}`;
  if (flat !== null) return `${result}; for ${flat} of ${train} train tokens σ′ is below 5% of its largest.`;
  return `${result}. Its slope is 0 wherever it exists: no gradient passes.`;
}

function sentSentence({ sent, unit }: UnitStory): string {
  if (sent === null) return 'An output unit: its activation is ŷ itself.';
  const { receiver, weight, contribution, running } = sent;
  if (running !== null) {
    const upTo =
      running.units === running.of
        ? `all ${running.of} contributions are added: the sum is the excitation of ${receiver}`
        : `${running.units} of ${running.of} contributions are added`;
    return `To the bias of ${receiver}, ${upTo}. It runs ${span(contribution)}.`;
  }
  const sign = weight < 0 ? ', with the sign turned' : '';
  return `The weight ${two(weight)} sets how much of h${subscript(unit + 1)} reaches ${receiver}${sign}: ${within(contribution)}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** One token's numbers along the way. `slope` is null where there is no curve, `sent` for an output. */
export function tokenSentence(
  token: number,
  isTrain: boolean,
  e: number,
  h: number,
  slope: number | null,
  sent: number | null,
  running: boolean,
): string {
  const parts = [`e = ${two(e)}`, `h = ${two(h)}`];
  if (slope !== null) parts.splice(1, 0, `σ′ = ${two(slope)}`);
  if (sent !== null) parts.push(`${running ? 'sum' : 'w h'} = ${two(sent)}`);
  return `Token ${token + 1} (${isTrain ? 'train' : 'test'}): ${parts.join(', ')}`;
}

/** "Hidden layers 1 and 2 are linear", and what follows from it. */
export function affineSentence(first: number, last: number, hiddenLayers: number): string {
  const layers =
    first === last
      ? `Hidden layer ${first + 1} is linear`
      : `Hidden layers ${first + 1} ${last === first + 1 ? 'and' : 'to'} ${last + 1} are linear`;
  const next = last + 1 === hiddenLayers ? 'the output' : `hidden layer ${last + 2}`;
  const from = first === 0 ? 'x' : `h of hidden layer ${first}`;
  const whole =
    first === 0 && last + 1 === hiddenLayers
      ? ' The network can do no more than one without hidden layers.'
      : '';
  return `${layers}. With the weights into ${next}, these layers are one affine map, e = A ${from} + c.${whole}`;
}
