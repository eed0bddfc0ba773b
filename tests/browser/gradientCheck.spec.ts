import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, openPage, pause } from './playground';

/** The finite differences beside the gradients of the lens "Backprop". */

const SMALL = '#v=1&problem=xor&hidden=4-tanh,2-tanh';

async function openCheck(page: Page): Promise<Locator> {
  const phone = page.getByRole('tab', { name: 'Lens', exact: true });
  if (await phone.isVisible()) await phone.click();
  await page.getByRole('tab', { name: 'Backprop', exact: true }).click();
  await button(page, 'Gradients of layer 2').click();
  await button(page, 'Check gradient').click();
  const table = page.getByRole('table');
  await expect(table.getByText('agrees')).toHaveCount(5);
  return table;
}

test('a check belongs to the numbers it was made of: a playing run has none', async ({ page }) => {
  await openPage(page, SMALL);
  const table = await openCheck(page);
  const rows = () =>
    table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('data')].map((each) => Number(each.value))),
      );
  const before = await rows();
  await button(page, 'Play').click();
  await expect(table.getByText('paused runs only')).toHaveCount(5);
  await expect(table.getByText('agrees')).toHaveCount(0);
  await pause(page);
  await expect(table.getByText('agrees')).toHaveCount(5);
  const after = await rows();
  expect(after).not.toEqual(before);
  for (const [gradient = NaN, difference = NaN] of after) expect(difference).toBeCloseTo(gradient, 9);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`no column of the check is cut with a penalty and a minibatch: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openPage(page, `${SMALL}&regularization=l2&rate=0.01`);
    const table = await openCheck(page);
    await page.getByRole('radio', { name: 'Minibatch' }).check();
    await expect(table.getByRole('columnheader')).toHaveText([
      'parameter',
      'token',
      'mean',
      'penalty',
      'sum',
      'check',
    ]);
    const cut = () =>
      page.getByRole('region', { name: 'The present step' }).evaluate((told) => {
        const right = told.getBoundingClientRect().left + told.clientWidth;
        return [...told.querySelectorAll('th, td, td *')]
          .filter((each) => each.getBoundingClientRect().right > right + 0.5)
          .map((each) => each.textContent);
      });
    expect(await cut()).toEqual([]);
  });

test('every row of the check has a name that is heard', async ({ page }) => {
  await openPage(page, SMALL);
  const table = await openCheck(page);
  await expect(table.getByRole('rowheader')).toHaveCount(5);
  await expect(
    table.getByRole('rowheader', { name: 'weight from layer 1, unit 3', exact: true }),
  ).toBeVisible();
  await expect(table.getByRole('rowheader', { name: 'bias', exact: true })).toBeVisible();
  expect(await accessibilityFaults(page, '.backprop-told')).toEqual([]);
});
