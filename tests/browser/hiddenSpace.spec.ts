import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, choose, field, openPage, pause, select, slider, trainTo, type } from './playground';

const figure = (page: Page): Locator => page.getByRole('img', { name: 'Hidden space', exact: true });
const lens = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Hidden space' });
const layer = (page: Page, name: string): Locator =>
  page.getByRole('radiogroup', { name: 'Layer shown' }).getByRole('radio', { name, exact: true });
const pad = (page: Page): Locator => lens(page).getByRole('application');

/** @param problem chosen before the lens opens and leaves one group of problems on show */
async function openLens(page: Page, hash = '', problem: string | null = null): Promise<void> {
  await openPage(page, hash);
  if (problem !== null) await choose(page, problem);
  await page.getByRole('tab', { name: 'Hidden space' }).click();
  await expect(figure(page)).toBeVisible();
}

/** The figure's pixels. */
const picture = (page: Page): Promise<string> =>
  figure(page).evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

test('opens at the layer before the output, and every layer is reached by its name', async ({ page }) => {
  await openLens(page);
  await expect(layer(page, 'Hidden 2')).toBeChecked();
  await expect(lens(page).getByText('Hidden layer 2, 6 tanh units')).toBeVisible();
  await expect(lens(page).getByText(/^The two leading principal components hold [\d.]+% \+ /)).toBeVisible();
  await layer(page, 'Input').check();
  await expect(lens(page).getByText('Input, 2 features')).toBeVisible();
  await expect(lens(page).getByText('Two units, two axes.')).toBeVisible();
  await expect(lens(page).getByText(/one of the next layer’s 8 units has w·h \+ b = 0/)).toBeVisible();
  await layer(page, 'Output').check();
  await expect(lens(page).getByText('Output, 1 sigmoid unit')).toBeVisible();
  await expect(lens(page).getByText(/The line is where ŷ = 0.5/)).toBeVisible();
});

test('shows a token where the hidden units put it', async ({ page }) => {
  await openLens(page, '#v=1&problem=xor&hidden=2-tanh', 'XOR gate');
  const weights = [
    [1.5, -0.75, 0.25],
    [-0.5, 2, -1],
  ] as const;
  for (const [unit, [w1, w2, b]] of weights.entries()) {
    await button(page, `Hidden layer 1, unit ${unit + 1}`).click();
    await type(field(page, `Weight from x1 to hidden layer 1, unit ${unit + 1}`), String(w1));
    await type(field(page, `Weight from x2 to hidden layer 1, unit ${unit + 1}`), String(w2));
    await type(field(page, `Bias of hidden layer 1, unit ${unit + 1}`), String(b));
  }
  await page.keyboard.press('Escape');
  // The rows of the truth table in their order: 00, 01, 10, 11.
  for (const [token, [x1, x2]] of (
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const
  ).entries()) {
    const h = weights.map(([w1, w2, b]) =>
      Math.tanh(w1 * x1 + w2 * x2 + b)
        .toFixed(2)
        .replace('-', '−'),
    );
    await expect(lens(page).getByText(`Token ${token + 1}: h = (${h.join(', ')})`)).toBeVisible();
    await pad(page).press('ArrowRight');
  }
  await expect(lens(page).getByText(/^Token 1: /)).toBeVisible();
});

test('a press on a point chooses its token', async ({ page }) => {
  await openLens(page, '#v=1&problem=xor&hidden=2-tanh', 'XOR gate');
  await layer(page, 'Input').check();
  await expect(lens(page).getByText('Token 1: x = (0.00, 0.00)')).toBeVisible();
  // The square beside its axes; 0 … 1 with a margin of 0.35 half sides.
  const at = (value: number) => (1 + (value - 0.5) / 0.675) / 2;
  // The figure and its axes may still be settling.
  await expect(async () => {
    const box = await figure(page).boundingBox();
    if (box === null) throw new Error('Expected the figure to be on the page.');
    const side = Math.min(box.width - 60, box.height - 44);
    await page.mouse.click(box.x + 50 + at(1) * side, box.y + 8 + (1 - at(0)) * side);
    await expect(lens(page).getByText('Token 3: x = (1.00, 0.00)')).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('the slider leads from one layer into the next and says so', async ({ page }) => {
  await openLens(page);
  await slider(page, 'Layer').fill('1.4');
  await expect(lens(page).getByText(/^Between layers 1 and 2: 40% of the way/)).toBeVisible();
  await expect(slider(page, 'Layer')).toHaveAttribute('aria-valuetext', 'between layers 1 and 2');
  for (const name of ['Input', 'Hidden 1', 'Hidden 2', 'Output'])
    await expect(layer(page, name)).not.toBeChecked();
  const between = await picture(page);
  await slider(page, 'Layer').press('ArrowLeft');
  await expect(lens(page).getByText(/35% of the way/)).toBeVisible();
  await expect.poll(() => picture(page)).not.toBe(between);
  await slider(page, 'Layer').fill('1');
  await expect(layer(page, 'Hidden 1')).toBeChecked();
});

test('jumps from layer to layer where no motion is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLens(page);
  await expect(slider(page, 'Layer')).toHaveAttribute('step', '1');
  await slider(page, 'Layer').press('ArrowLeft');
  await expect(layer(page, 'Hidden 1')).toBeChecked();
});

test('three units are turned by keys and by the pointer, and faced again', async ({ page }) => {
  await openLens(page, '#v=1&problem=xor&hidden=3-tanh');
  await button(page, 'Front view').click();
  const front = await picture(page);
  await expect(lens(page).getByText(/^Three units, three axes/)).toBeVisible();
  await pad(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => picture(page)).not.toBe(front);
  await expect(page.getByLabel('Epoch', { exact: true })).toHaveText('0');
  await button(page, 'Front view').click();
  await expect.poll(() => picture(page)).toBe(front);
  await pad(page).hover();
  await page.mouse.down();
  await page.mouse.move(300, 700, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => picture(page)).not.toBe(front);
});

test('two units of many are chosen by name, and never the same twice', async ({ page }) => {
  await openLens(page);
  await lens(page).getByRole('radio', { name: 'Two units' }).check();
  await select(page, 'Across').selectOption('Unit 5');
  await expect(select(page, 'Up')).toHaveValue('1');
  await select(page, 'Up').selectOption('Unit 5');
  await expect(select(page, 'Across')).toHaveValue('1');
  await expect(lens(page).getByText(/other units at their mean/)).toBeVisible();
});

test('follows the run, and problems without a plane have no grid', async ({ page }) => {
  await openLens(page);
  const before = await picture(page);
  await trainTo(page, 5);
  expect(await picture(page)).not.toBe(before);
  await choose(page, 'Digits');
  await expect(lens(page).getByText(/64 inputs have no plane to draw a grid of/)).toBeVisible();
  await layer(page, 'Input').check();
  await expect(lens(page).getByText('Input, 64 features')).toBeVisible();
  await button(page, 'Play').click();
  await pause(page);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`axe finds nothing in the hidden space, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await openPage(page, '#v=1&problem=xor&hidden=3-tanh,5-relu');
      if (viewport.width < 640) await page.getByRole('tab', { name: 'Lens' }).click();
      await page.getByRole('tab', { name: 'Hidden space' }).click();
      await lens(page).getByRole('radio', { name: 'Two units' }).check();
      for (const name of ['Hidden 2', 'Hidden 1']) {
        await layer(page, name).check();
        expect(await accessibilityFaults(page, '.lens')).toEqual([]);
      }
    });
