import type { Dataset } from '../../../data/dataset';
import type { Experiment } from '../../../experiment/experiment';
import { limitText, type Limit } from '../../../figures/curve/asymptotes';
import type { CurveNetwork } from '../../../figures/curve/draw';
import { formatFixed } from '../../../figures/numbers';

/** The figure in words and numbers. */

/** Sums of more terms are told by their lines only. */
const MOST_TERMS = 6;

const number = (value: number) => formatFixed(value, 3);

/** x, or Bishop's t = (x + 1)/2 */
export function placeText(x: number, bishop: boolean): string {
  return bishop ? `t ${formatFixed((x + 1) / 2, 3)}` : `x ${formatFixed(x, 2)}`;
}

export function pointedText(place: string, output: number, target: number): string {
  return `${place} · ŷ ${number(output)} · target ${number(target)}`;
}

export function tokenText(dataset: Dataset, token: number, output: number, bishop: boolean): string {
  const y = dataset.targets[token] ?? NaN;
  const place = placeText(dataset.inputs[token] ?? NaN, bishop);
  const kind = dataset.test.includes(token) ? 'test' : 'train';
  return `Token ${token + 1} (${kind}) ${place} · y ${number(y)} · ŷ ${number(output)}`;
}

/** ŷ = b + Σ w_j h_j in numbers. */
export function sumText(experiment: Experiment, network: CurveNetwork, place: number): string {
  if (network.sent.length > MOST_TERMS) return '';
  const terms = network.sent.map((sent, j) => (network.weights[j] ?? 0) * (sent[place] ?? 0));
  const sum = terms.map((term) => ` ${term < 0 ? '−' : '+'} ${number(Math.abs(term))}`).join('');
  const left = experiment.network.output === 'tanh' ? 'e' : 'ŷ';
  return `${left} = ${number(network.bias)}${sum}`;
}

export function limitsText([left, right]: readonly [Limit, Limit]): string {
  return `x → −∞: ŷ → ${limitText(left, number)} · x → ∞: ŷ → ${limitText(right, number)}`
    .replaceAll('→ no limit', 'has no limit')
    .replaceAll('→ as', 'goes as');
}
