import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, choose, openPage, pause, slider, spin, trainTo, type } from './playground';

const lens = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Divergence' });
const probability = (page: Page, k: number): Locator => slider(page, `Probability of class ${k}`);

async function openLens(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole('tab', { name: 'Divergence' }).click();
  await expect(probability(page, 1)).toBeVisible();
}

async function probabilities(page: Page, classes: number, name = 'Probability'): Promise<number[]> {
  const found: number[] = [];
  for (let k = 1; k <= classes; k++)
    found.push(Number(await slider(page, `${name} of class ${k}`).inputValue()));
  return found;
}

/** Three decimals and a true minus sign, as the bench prints them. */
const printed = (value: number) => value.toFixed(3).replace('-', '−');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const value = (page: Page, name: string): Locator => lens(page).getByRole('status', { name, exact: true });

async function gradient(page: Page, name: string, row: string, column: number): Promise<string> {
  const table = lens(page).getByRole('table', { name: `Gradients of the ${name}` });
  const cell = table.getByRole('row', { name: row }).getByRole('cell').nth(column);
  return (await cell.textContent()) ?? '';
}

test('p and 1 − p of a single output are dragged, with numbers worked apart', async ({ page }) => {
  await openLens(page);
  await probability(page, 1).fill('0.2');
  await expect.poll(() => probabilities(page, 2)).toEqual([0.2, 0.8]);
  // The first token of the spiral is of class 1: d = 1.
  await expect(lens(page).getByText('train, class 1 (y = 1)')).toBeVisible();
  await expect(value(page, 'Squared error')).toHaveText(printed(0.5 * 0.8 ** 2));
  await expect(value(page, 'Cross-entropy')).toHaveText(printed(-Math.log(0.2)));
  await expect(value(page, 'KL divergence')).toHaveText(printed(-Math.log(0.2)));
  expect(await gradient(page, 'squared error', 'class 1', 0)).toBe(printed(-0.8));
  expect(await gradient(page, 'squared error', 'class 1', 1)).toBe(printed(-0.8 * 0.2 * 0.8));
  expect(await gradient(page, 'cross-entropy', 'class 1', 0)).toBe(printed(-5));
  expect(await gradient(page, 'cross-entropy', 'class 1', 1)).toBe(printed(-0.8));
  expect(await gradient(page, 'KL divergence', 'class 1', 1)).toBe(printed(-0.8));
  await expect(lens(page).getByText(`${printed(0.16)} times the cross-entropy’s`)).toBeVisible();
});

test('probabilities add up to 1 while they are dragged, and come back to the network', async ({ page }) => {
  await openLens(page);
  await choose(page, '4 blobs');
  await expect(probability(page, 4)).toBeVisible();
  await expect(lens(page).getByText('ŷ follows the network')).toBeVisible();
  await expect.poll(async () => sum(await probabilities(page, 4))).toBeCloseTo(1, 9);
  const network = await probabilities(page, 4);
  await probability(page, 3).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'PageUp', 'End', 'ArrowLeft', 'Home', 'ArrowRight']) {
    await page.keyboard.press(key);
    await expect.poll(async () => sum(await probabilities(page, 4))).toBeCloseTo(1, 9);
  }
  const box = await probability(page, 2).boundingBox();
  if (box === null) throw new Error('Expected the slider to be on the page.');
  await page.mouse.move(box.x + 0.2 * box.width, box.y + box.height / 2);
  await page.mouse.down();
  for (const share of [0.3, 0.5, 0.8]) {
    await page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
    await expect.poll(async () => sum(await probabilities(page, 4))).toBeCloseTo(1, 9);
  }
  await page.mouse.up();
  expect(await probabilities(page, 4)).not.toEqual(network);
  await button(page, 'Back to the network').click();
  await expect(probability(page, 1)).toBeFocused();
  await expect.poll(() => probabilities(page, 4)).toEqual(network);
});

test('soft targets part the cross-entropy from KL by H(d)', async ({ page }) => {
  await openLens(page);
  await choose(page, '3 arms');
  await expect(slider(page, 'Target of class 1')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Soft targets' }).check();
  await slider(page, 'Target of class 1').fill('0.5');
  await probability(page, 1).fill('0.25');
  await expect.poll(async () => sum(await probabilities(page, 3, 'Target'))).toBeCloseTo(1, 9);
  const d = await probabilities(page, 3, 'Target');
  const y = await probabilities(page, 3);
  const term = (of: (k: number) => number) => sum(d.map((share, k) => (share === 0 ? 0 : share * of(k))));
  const entropy = -term((k) => Math.log(d[k] ?? 0));
  const cross = -term((k) => Math.log(y[k] ?? 0));
  await expect(value(page, 'Cross-entropy')).toHaveText(printed(cross));
  await expect(value(page, 'KL divergence')).toHaveText(printed(cross - entropy));
  await expect(
    lens(page).getByText(`${printed(cross)} = ${printed(cross - entropy)} + ${printed(entropy)}`),
  ).toBeVisible();
});

test('follows the network while it trains, and the token that is chosen', async ({ page }) => {
  await openLens(page);
  const before = await probabilities(page, 2);
  await trainTo(page, 5);
  await expect.poll(() => probabilities(page, 2)).not.toEqual(before);
  const first = await probabilities(page, 2);
  await type(spin(page, 'Token'), '7');
  await expect.poll(() => probabilities(page, 2)).not.toEqual(first);
  await page.getByRole('heading', { name: 'Lens' }).click();
  await page.keyboard.press('[');
  await expect(spin(page, 'Token')).toHaveValue('6');
  // What was dragged stays while the network goes on.
  await probability(page, 2).fill('0.9');
  await button(page, 'Play').click();
  await pause(page);
  expect((await probabilities(page, 2))[1]).toBe(0.9);
});

test('an output that is no probability is read through a sigmoid, and says so', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Divergence' }).click();
  await page.getByRole('combobox', { name: 'Output activation' }).selectOption('tanh');
  await expect(lens(page).getByText(/^The output is tanh and gives no probability/)).toBeVisible();
  await expect.poll(async () => sum(await probabilities(page, 2))).toBeCloseTo(1, 9);
});

test('regression has no classes to compare, and offers nothing', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Plane');
  await page.getByRole('tab', { name: 'Divergence' }).click();
  await expect(lens(page).getByText(/compares probabilities of classes/)).toBeVisible();
  await expect(lens(page).getByRole('slider')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`axe finds nothing on the bench, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await openPage(page);
      if (viewport.width < 640) await page.getByRole('tab', { name: 'Lens' }).click();
      await page.getByRole('tab', { name: 'Divergence' }).click();
      await page.getByRole('switch', { name: 'Soft targets' }).check();
      await probability(page, 1).fill('0.3');
      await expect(lens(page).locator('.katex').first()).toBeVisible();
      expect(await accessibilityFaults(page, '.lens')).toEqual([]);
    });
