import { layoutSlopes, type SlopeCurves } from '../../figures/divergence/curves';
import type { Divergences } from '../../figures/divergence/divergence';
import { benchNumber, sumText, vanishingSentence } from '../../figures/divergence/words';
import { formatShort } from '../../figures/numbers';
import type { BenchModel } from './benchModel';
import { MEASURES } from './DivergenceCards';
import { SLOPE_BOX } from './SlopeFigure';
import { writeText } from '../../figures/writeText';

export interface BenchNumbers {
  readonly model: BenchModel;
  readonly y: readonly number[];
  readonly d: readonly number[];
  readonly divergences: Divergences;
}

/** Writes sliders, numbers, bars and curves in place, without a render. */
export function writeBench(root: HTMLElement, { model, y, d, divergences }: BenchNumbers): void {
  y.forEach((value, k) => writeSlider(root, `output-${k}`, value));
  d.forEach((value, k) => writeSlider(root, `target-${k}`, value));
  // One scale for all three, so that their bars may be compared; ε lies between −1 and 1.
  const finite = MEASURES.flatMap(({ measure }) => divergences[measure].byOutput).filter(Number.isFinite);
  const most = Math.max(1, ...finite.map(Math.abs));
  for (const { measure } of MEASURES) {
    const { value, byOutput, byExcitation } = divergences[measure];
    write(root, measure, benchNumber(value));
    byOutput.forEach((each, k) => writeGradient(root, `${measure}-output-${k}`, each, most));
    byExcitation.forEach((each, k) => writeGradient(root, `${measure}-excitation-${k}`, each, 1));
  }
  const { crossEntropy, kl, entropy } = divergences;
  write(root, 'nll', benchNumber(crossEntropy.value));
  write(root, 'sum', sumText(crossEntropy.value, kl.value, entropy));
  const along = model.kind === 'sigmoid' ? 0 : model.own;
  writeSlopes(root, layoutSlopes(model.kind, y, d, along, SLOPE_BOX), (d[along] ?? 0) < 0.5);
}

function find(root: HTMLElement, part: string): Element | null {
  return root.querySelector(`[data-part="${part}"]`);
}

function write(root: HTMLElement, part: string, text: string): void {
  writeText(find(root, part), text);
}

function writeSlider(root: HTMLElement, part: string, value: number): void {
  const text = benchNumber(value);
  write(root, `${part}-text`, text);
  const input = find(root, part);
  if (!(input instanceof HTMLInputElement)) return;
  if (input.valueAsNumber !== value) input.value = String(value);
  input.setAttribute('aria-valuetext', text);
  input.style.setProperty('--share', `${100 * value}%`);
}

function writeGradient(root: HTMLElement, part: string, value: number, most: number): void {
  write(root, part, benchNumber(value));
  const bar = root.querySelector(`[data-gauge="${part}"] > i`);
  if (!(bar instanceof HTMLElement)) return;
  const length = 50 * Math.min(1, Math.abs(value) / most);
  bar.style.left = `${value < 0 ? 50 - length : 50}%`;
  bar.style.width = `${length}%`;
  const kind = part.includes('excitation') ? 'error' : value < 0 ? 'negative' : 'positive';
  if (bar.dataset['kind'] !== kind) bar.dataset['kind'] = kind;
}

/** @param right whether the curves lie apart on the right */
function writeSlopes(root: HTMLElement, curves: SlopeCurves, right: boolean): void {
  const { width } = SLOPE_BOX;
  const set = (selector: string, attributes: Readonly<Record<string, string | number>>) => {
    const element = root.querySelector(selector);
    for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, String(value));
  };
  set('[data-slope="zero"]', { d: `M0 ${curves.zero}H${width}` });
  const { x, squaredError, crossEntropy } = curves.present;
  set('[data-slope="drop"]', { d: `M${x} ${squaredError}V${crossEntropy}` });
  for (const measure of ['squaredError', 'crossEntropy'] as const) {
    set(`[data-slope="${measure}"]`, { d: curves[measure] });
    set(`[data-dot="${measure}"]`, { cx: x, cy: curves.present[measure] });
  }
  // Each name where its line has room: one beside the middle of the steep one, the other under the flat end.
  const { middle } = curves;
  set('[data-name="crossEntropy"]', {
    x: middle.x + (right ? -10 : 10),
    y: middle.y + 4,
    'text-anchor': right ? 'end' : 'start',
  });
  const flat = { x: right ? width - 6 : 6, y: curves.zero + (right ? -6 : 14) };
  set('[data-name="squaredError"]', { ...flat, 'text-anchor': right ? 'end' : 'start' });
  root.querySelectorAll('[data-tick]').forEach((element, i) => {
    const tick = curves.ticksY[i];
    element.textContent = tick === undefined ? '' : formatShort(tick.value);
    if (tick !== undefined) element.setAttribute('y', String(tick.at + 4));
  });
  write(root, 'vanishing', vanishingSentence(curves.slopes.squaredError, curves.slopes.crossEntropy));
}
