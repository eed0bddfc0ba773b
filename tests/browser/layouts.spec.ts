import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, choose, numberOf, openPage, readout, select, slider, trainEpochs } from './playground';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('has figure and play button in view, one panel at a time, and nothing twice', async ({ page }) => {
    await openPage(page);
    await expect(page.getByRole('img', { name: 'Decision map' })).toBeInViewport({ ratio: 1 });
    await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 });
    await page.getByRole('tab', { name: 'Problem' }).tap();
    await page.getByRole('radio', { name: 'Moons' }).tap();
    await expect(page.getByRole('radio', { name: 'Moons' })).toBeChecked();
    await page.getByRole('tab', { name: 'Problem' }).press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.getByRole('tabpanel', { name: 'Network' })).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'Lens' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await select(page, 'Optimizer').selectOption('SGD');
    await expect(select(page, 'Theme')).toBeVisible();
    await expect(button(page, 'Save experiment')).toBeVisible();
    await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 });
    await button(page, 'Play').tap();
    await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(0);
  });

  for (const tab of ['Network', 'Problem', 'Settings'])
    test(`is accessible and needs no sideways scrolling at 320 px: ${tab}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await openPage(page);
      await page.getByRole('tab', { name: tab }).tap();
      await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
      // The network's figure takes its new width a frame after the viewport.
      const wider = () =>
        page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('main')].some(
            (element) => element.scrollWidth > element.clientWidth,
          ),
        );
      await expect.poll(wider).toBe(false);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('is accessible with the options of the figure open', async ({ page }) => {
    await openPage(page);
    await button(page, 'Figure options').tap();
    await expect(page.getByRole('radiogroup', { name: 'Second figure' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a run that diverges is told in view, however far the page is scrolled', async ({ page }) => {
    await openPage(
      page,
      '#v=1&problem=plane&output=linear&loss=mse&hidden=4-linear&optimizer=sgd&learningRate=9',
    );
    await page.getByRole('tab', { name: 'Problem' }).tap();
    await slider(page, 'Noise').scrollIntoViewIfNeeded();
    await button(page, 'Play').tap();
    await expect(page.getByText(/^Training diverged at epoch \d+\.$/)).toBeInViewport({ ratio: 1 });
    await expect(button(page, 'Divide the learning rate by 10')).toBeInViewport({ ratio: 1 });
  });
});

test('the focus stays on its control from one layout to another', async ({ page }) => {
  await openPage(page);
  for (const control of [button(page, 'Hidden layer 1, unit 2'), select(page, 'Speed')]) {
    await control.focus();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('tab', { name: 'Network' })).toBeVisible();
    await expect(control).toBeFocused();
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.getByRole('tab', { name: 'Network' })).toHaveCount(0);
    await expect(control).toBeFocused();
  }
});

test('every number of the output is in view on a small laptop and on a tablet', async ({ page }) => {
  for (const [width, height, problem] of [
    [1366, 650, 'Spiral'],
    [1280, 720, 'Iris'],
    [1024, 768, 'Iris'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await openPage(page);
    await choose(page, problem);
    await expect(readout(page, 'Test accuracy')).toBeInViewport({ ratio: 1 });
    // The curves end where the numbers begin.
    const [curves, loss] = await Promise.all([
      page.getByRole('img', { name: 'Loss curves' }).boundingBox(),
      page.getByText('Train loss', { exact: true }).boundingBox(),
    ]);
    if (curves === null || loss === null) throw new Error('Expected the curves and the numbers below them.');
    expect(curves.y + curves.height).toBeLessThanOrEqual(loss.y);
  }
});

test('loses nothing at 200 %: everything can be scrolled to, the play button stays in view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await openPage(page);
  for (const control of [
    slider(page, 'Samples'),
    button(page, 'New data'),
    page.getByRole('img', { name: 'Decision map' }),
    select(page, 'Theme'),
  ]) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport();
    await expect(button(page, 'Play')).toBeInViewport();
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`dialogs, lists and notices are accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openPage(page);
    await button(page, 'More').click();
    await select(page, 'Learning rate').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button(page, 'Keyboard shortcuts').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button(page, 'Open experiment').click();
    await page.getByLabel('Link or experiment').fill('rubbish');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveCount(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`second figures and a deep unit's numbers are accessible on a tablet in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openPage(page);
    await button(page, 'Hidden layer 2, unit 6').click();
    await expect(page.locator('.network-formula .katex')).toHaveCount(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await choose(page, '4 blobs');
    await page.getByRole('radio', { name: 'Confusion matrix' }).check();
    const table = page.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(5);
    // Every row in view, with nothing to scroll.
    const hidden = () =>
      table.evaluate(({ parentElement: box }) => box && box.scrollHeight - box.clientHeight);
    await expect.poll(hidden).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

test("the read-out under the pointer hides no value at the curves' ends", async ({ page }) => {
  await openPage(page);
  await trainEpochs(page, 2);
  const curves = page.getByRole('img', { name: 'Loss curves' });
  await curves.hover();
  const readout = page.getByText(/^Epoch \d+(\.\d)?: train /);
  const [text, figure] = [await readout.boundingBox(), await curves.boundingBox()];
  if (text === null || figure === null) throw new Error('Expected the read-out beside the curves.');
  expect(text.y + text.height).toBeLessThanOrEqual(figure.y + 1);
});

test('forced colors leave edges and states to see', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page);
  await button(page, 'More').click();
  const rule = page.getByRole('switch', { name: 'so many epochs are done' });
  const shade = () => rule.evaluate((element) => getComputedStyle(element).backgroundColor);
  const off = await shade();
  await rule.click();
  await expect.poll(shade).not.toBe(off);
});
