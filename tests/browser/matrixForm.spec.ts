import { expect, test, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, openPage } from './playground';

const SMALL = '#v=1&problem=xor&hidden=4-tanh,2-tanh';
const WIDE = '#v=1&problem=xor&hidden=8-tanh,12-tanh';

const told = (page: Page) => page.getByRole('region', { name: 'The present step' });
const form = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Form' }).getByRole('radio', { name });

async function openLens(page: Page, hash: string): Promise<void> {
  await openPage(page, hash);
  await page.getByRole('tab', { name: 'Backprop' }).click();
  await expect(button(page, 'Next step')).toBeVisible();
}

/** [row][column] */
async function matrix(page: Page, name: string): Promise<number[][]> {
  const table = page.getByRole('table', { name, exact: true });
  await expect(table.locator('data').last()).not.toHaveText('');
  return table
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('data')].map((each) => Number(each.value))),
    );
}

test('the matrix form has the numbers of the whole layer, and e = W x + b', async ({ page }) => {
  await openLens(page, SMALL);
  await button(page, 'Excitations and activations of layer 1').click();
  await form(page, 'Matrix').check();
  const W = await matrix(page, 'W of layer 1, 4 × 2');
  const x = await matrix(page, 'x, 2 × 1');
  const b = await matrix(page, 'b of layer 1, 4 × 1');
  const e = page.getByRole('table', { name: 'e of layer 1, 4 × 1' }).first().locator('data');
  const sums = W.map((row, k) => row.reduce((sum, w, j) => sum + w * (x[j]?.[0] ?? NaN), b[k]?.[0] ?? NaN));
  for (const [k, sum] of sums.entries())
    expect(Number(await e.nth(k).getAttribute('value'))).toBeCloseTo(sum, 12);
});

test('the form chosen stays from step to step, and so does the check', async ({ page }) => {
  await openLens(page, SMALL);
  await form(page, 'NumPy').check();
  await button(page, 'Gradients of layer 2').click();
  await button(page, 'Next step').click();
  await expect(told(page).getByRole('heading')).toHaveText('Gradients of layer 2, unit 2');
  await expect(form(page, 'NumPy')).toBeChecked();
  await expect(told(page).getByText('dW2 = np.outer(delta2, h1)')).toBeVisible();
  await form(page, 'Unit').check();
  await button(page, 'Check gradient').click();
  await button(page, 'Next step').click();
  await expect(told(page).getByRole('heading')).toHaveText('Gradients of layer 1, unit 1');
  await expect(button(page, 'Hide the check')).toBeVisible();
  await expect(told(page).locator('data').first()).not.toHaveText('');
});

test('a matrix too large for its place scrolls by keyboard, with every number in it', async ({ page }) => {
  await openLens(page, WIDE);
  await button(page, 'Excitations and activations of layer 2').click();
  await form(page, 'Matrix').check();
  const region = page.getByRole('region', { name: 'W of layer 2, 12 × 8' });
  await expect(region.locator('data')).toHaveCount(96);
  await expect(region.locator('data').last()).not.toHaveText('');
  await region.focus();
  await page.keyboard.press('End');
  await expect.poll(() => region.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});
