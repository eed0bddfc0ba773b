import { expect, type Locator, type Page } from '@playwright/test';
import { createDataset } from '../../src/data/createDataset';
import { loadResources } from '../../src/data/resources';
import { flattenParameters } from '../../src/engine/initialWeights';
import { createLayout } from '../../src/engine/layout';
import { networkSpec } from '../../src/engine/network';
import { traceToken, type TokenTrace } from '../../src/engine/trace/trace';
import type { Experiment } from '../../src/experiment/experiment';
import { parseLink } from '../../src/experiment/link';
import { button, openPage, slider } from './playground';

/** The parabola's figure as a person finds it, and the same network computed apart. */

export const TEN_SIGMOID =
  '#v=1&problem=parabola&samples=24&noise=0&train=0.67&hidden=10-sigmoid&output=linear&loss=mse';
/** px: what an eye, or a screen, tells apart; places are written to a hundredth */
const PIXEL = 0.5;

export const inputPlane = (page: Page) => page.getByRole('img', { name: 'Input plane' });
export const outputPlane = (page: Page) => page.getByRole('img', { name: 'Output plane' });
export const tokensOn = (page: Page, plane: string) => slider(page, `Token on the ${plane}`);

/** Waits until the figure has drawn its first frame. */
export async function openFigure(page: Page, hash = TEN_SIGMOID): Promise<void> {
  await openPage(page, hash);
  await expect(outputPlane(page)).toHaveAttribute('data-chain', /,/);
}

export async function attribute(locator: Locator, name: string): Promise<string> {
  return (await locator.getAttribute(name)) ?? '';
}

/** 'x,y x,y …' */
export function placesOf(text: string): (readonly [number, number])[] {
  return text.split(' ').map((pair) => {
    const [x = NaN, y = NaN] = pair.split(',').map(Number);
    return [x, y] as const;
  });
}

export interface Traced {
  readonly experiment: Experiment;
  readonly parameters: Float64Array;
  readonly traces: readonly TokenTrace[];
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly train: readonly number[];
}

/** The network on the page, from its link with weights, and every token's trace in double precision. */
export async function traced(page: Page): Promise<Traced> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await button(page, 'Copy link with weights').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#v=1');
  const parsed = parseLink(await page.evaluate(() => navigator.clipboard.readText()));
  if (!parsed.ok || parsed.value.parameters === undefined) throw new Error('Expected a link with weights.');
  const experiment = parsed.value;
  await loadResources(experiment.problem);
  const { count, inputs, targets, train } = createDataset(experiment);
  const parameters = flattenParameters(parsed.value.parameters);
  const network = networkSpec(experiment);
  const traces = Array.from({ length: count }, (_, token) =>
    traceToken(
      network,
      createLayout(network),
      parameters,
      inputs.subarray(2 * token, 2 * token + 2),
      targets.subarray(2 * token, 2 * token + 2),
    ),
  );
  return { experiment, parameters, traces, inputs, targets, train: [...train] };
}

/** From the plane's units to px, by what the figure says it shows and its size on the page. */
export async function pixelsOf(page: Page): Promise<(place: ArrayLike<number>) => readonly [number, number]> {
  const [left = NaN, right = NaN] = (await attribute(outputPlane(page), 'data-domain'))
    .split(',')
    .map(Number);
  const box = await outputPlane(page).boundingBox();
  if (box === null) throw new Error('Expected the output plane on the page.');
  const scale = box.width / (right - left);
  // Both planes are centered between the parabola's lowest place and what chains need above it.
  const top = 0.575 + box.height / (2 * scale);
  return (place) => [((place[0] ?? NaN) - left) * scale, (top - (place[1] ?? NaN)) * scale];
}

export function expectPlace(
  found: readonly [number, number] | undefined,
  wanted: readonly [number, number],
): void {
  const [x, y] = found ?? [NaN, NaN];
  expect(Math.hypot(x - wanted[0], y - wanted[1])).toBeLessThan(PIXEL);
}
