import type { Dataset } from '../../../data/dataset';
import { DIGIT_PIXELS, DIGIT_SIDE } from '../../../data/digits/digitShape';
import type { Experiment } from '../../../experiment/experiment';
import { isProbability } from '../../../experiment/names';
import { classThreshold, predictedClass } from '../../../figures/confusionMatrix/layout';
import { paintInk } from '../../../figures/digits/paint';
import { formatFixed } from '../../../figures/numbers';
import type { TokenOutputs } from '../../../protocol/snapshot';
import { classNames } from '../../output/shown';

/** One digit in words. */
export interface DescribedDigit {
  readonly token: number;
  readonly truth: string;
  readonly read: string;
  /** 'p 0.03', or the output where it is no probability */
  readonly value: string;
}

export function describeDigits(
  experiment: Experiment,
  dataset: Dataset,
  outputs: TokenOutputs,
  tokens: readonly number[],
): DescribedDigit[] {
  const names = classNames(experiment).map(({ short }) => short);
  const { output } = experiment.network;
  const threshold = classThreshold(output);
  return tokens.map((token) => {
    const label = dataset.labels[token] ?? 0;
    const single = outputs.channels === 1;
    const raw = outputs.values[token * outputs.channels + (single ? 0 : label)] ?? NaN;
    const probability = single && label === 0 ? 1 - raw : raw;
    return {
      token,
      truth: names[label] ?? '',
      read: names[predictedClass(outputs, token, threshold)] ?? '',
      value: isProbability(output) ? `p ${formatFixed(probability, 3)}` : `ŷ ${formatFixed(raw, 2)}`,
    };
  });
}

/** Brings digits onto the list's buttons; buttons without a digit are hidden. */
export function writeDigits(
  list: HTMLElement,
  digits: readonly DescribedDigit[],
  dataset: Dataset,
  chosen: number,
  ink: string,
): void {
  list.querySelectorAll('button').forEach((button, place) => {
    const digit = digits[place];
    button.hidden = digit === undefined;
    if (digit === undefined) return;
    const { token, truth, read, value } = digit;
    button.dataset['token'] = String(token);
    button.dataset['wrong'] = String(truth !== read);
    button.setAttribute('aria-pressed', String(token === chosen));
    button.setAttribute('aria-label', `Token ${token + 1}: ${truth}, read as ${read}, ${value}`);
    const [canvas, reading, number] = button.children;
    if (reading) reading.textContent = `${truth} → ${read}`;
    if (number) number.textContent = value;
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
    if (context === null) return;
    const at = token * DIGIT_PIXELS;
    const inputs = dataset.inputs.subarray(at, at + DIGIT_PIXELS);
    paintInk(
      context,
      inputs.map((input) => (input + 1) / 2),
      DIGIT_SIDE,
      ink,
    );
  });
}
