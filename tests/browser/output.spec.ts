import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';

async function openPage(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByLabel('Train loss', { exact: true })).toHaveText(/^\d/);
  await expect(points(page).first()).toBeAttached();
}

const output = (page: Page) => page.getByRole('region', { name: /Output/ });
const points = (page: Page) => page.getByRole('group', { name: 'Points', exact: true }).getByRole('button');
const tool = (page: Page, name: string) => output(page).getByRole('radio', { name, exact: true });
const problem = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Problem', exact: true }).getByRole('radio', { name, exact: true });

async function centerOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Expected an element on the page, found none.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A place of the plane in px of the page. */
async function place(page: Page, x1: number, x2: number): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('img', { name: 'Decision map' }).boundingBox();
  if (box === null) throw new Error('Expected a decision map, found none.');
  return { x: box.x + (box.width * (x1 + 6)) / 12, y: box.y + (box.height * (6 - x2)) / 12 };
}

/** A copy of what a canvas shows. */
async function pixels(canvas: Locator): Promise<string> {
  return canvas.evaluate((element) => (element instanceof HTMLCanvasElement ? element.toDataURL() : ''));
}

test('shows losses and accuracies as plain numbers that follow training', async ({ page }) => {
  await openPage(page);
  for (const name of ['Train loss', 'Test loss'])
    await expect(page.getByLabel(name, { exact: true })).toHaveText(/^\d+\.\d+$/);
  for (const name of ['Train accuracy', 'Test accuracy'])
    await expect(page.getByLabel(name, { exact: true })).toHaveText(/^\d{1,3}\.\d%$/);
  const loss = page.getByLabel('Train loss', { exact: true });
  const before = await loss.textContent();
  const map = page.getByRole('img', { name: 'Decision map' }).locator('canvas').first();
  const picture = await pixels(map);
  const curves = await pixels(page.getByRole('img', { name: 'Loss curves' }));
  await page.getByRole('button', { name: 'Step one epoch' }).click();
  await expect(loss).not.toHaveText(before ?? '');
  await expect.poll(() => pixels(map)).not.toBe(picture);
  await expect.poll(() => pixels(page.getByRole('img', { name: 'Loss curves' }))).not.toBe(curves);
});

test('regression has R² in place of the accuracies, and predictions against true values', async ({
  page,
}) => {
  await openPage(page);
  await problem(page, 'Plane').check({ force: true });
  await expect(page.getByLabel('Train R²', { exact: true })).toHaveText(/^−?\d+\.\d{3}$/);
  await expect(page.getByLabel('Test R²', { exact: true })).toHaveText(/^−?\d+\.\d{3}$/);
  await expect(page.getByLabel('Train accuracy', { exact: true })).toHaveCount(0);
  await tool(page, 'Predicted against true').check();
  await expect(page.getByRole('img', { name: 'Predicted against true' })).toBeVisible();
});

test('the test set shows a dash where every point trains', async ({ page }) => {
  await openPage(page);
  const share = page.getByRole('slider', { name: 'Train share' });
  await share.focus();
  await page.keyboard.press('End');
  await expect(page.getByLabel('Test loss', { exact: true })).toHaveText('–');
  await expect(page.getByLabel('Test accuracy', { exact: true })).toHaveText('–');
});

test('a point is dragged with the mouse in one step of undo, and training goes on', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Step one epoch' }).click();
  await expect(page.getByLabel('Epoch', { exact: true })).toHaveText('1');
  const first = points(page).first();
  const from = await centerOf(first);
  const name = (await first.getAttribute('aria-label')) ?? '';
  const to = await place(page, -5, 5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  const moved = page
    .getByRole('group', { name: 'Points' })
    .getByRole('button', { name: /at −5\.\d\d, 5\.\d\d$|at −4\.9\d, 4\.9\d$/ });
  await expect(moved).toHaveCount(1);
  await expect(page.getByLabel('Epoch', { exact: true })).toHaveText('1');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(
    page.getByRole('group', { name: 'Points' }).getByRole('button', { name, exact: true }),
  ).toHaveCount(1);
  await expect(moved).toHaveCount(0);
});

test('points are added with a class chosen and deleted by clicks', async ({ page }) => {
  await openPage(page);
  await expect(points(page)).toHaveCount(500);
  await tool(page, 'Add').check();
  await output(page).getByRole('radio', { name: 'class 0', exact: true }).check();
  const corner = await place(page, -5.5, -5.5);
  await page.mouse.click(corner.x, corner.y);
  const added = page
    .getByRole('group', { name: 'Points' })
    .getByRole('button', { name: /point 501, class 0, at −5\.[45]\d, −5\.[45]\d/ });
  await expect(added).toHaveCount(1);
  await expect(points(page)).toHaveCount(501);
  await tool(page, 'Delete').check();
  await page.mouse.click(corner.x, corner.y);
  await expect(points(page)).toHaveCount(500);
  await expect(added).toHaveCount(0);
});

test('points are reached, moved and deleted by keyboard alone', async ({ page }) => {
  await openPage(page);
  const list = page.getByRole('group', { name: 'Points', exact: true });
  await expect(list.locator('[tabindex="0"]')).toHaveCount(1);
  await list.locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/^(Train|Test) point 2, /);
  const before = await focused.getAttribute('aria-label');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(focused).not.toHaveAccessibleName(before ?? '');
  await expect(focused).toHaveAccessibleName(/point 2, /);
  await page.keyboard.press('Delete');
  await expect(points(page)).toHaveCount(499);
  await expect(focused).toHaveAccessibleName(/point 2, /);
  await page.keyboard.press('1');
  await expect(tool(page, 'Add')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(points(page)).toHaveCount(500);
  await expect(focused).toHaveAccessibleName(/^Train point 500, class 0, /);
});

test('test points can be left out of the picture', async ({ page }) => {
  await openPage(page);
  const layer = page.getByRole('img', { name: 'Decision map' }).locator('canvas').nth(1);
  const before = await pixels(layer);
  await page.getByRole('checkbox', { name: 'Test points', exact: true }).uncheck();
  await expect.poll(() => pixels(layer)).not.toBe(before);
  await expect(
    page.getByRole('group', { name: 'Points' }).getByRole('button', { name: /^Test/ }),
  ).toHaveCount(0);
});

test('the values under the pointer are read out', async ({ page }) => {
  await openPage(page);
  const at = await place(page, 3, -2);
  await page.mouse.move(at.x, at.y);
  await expect(output(page).getByText(/3\.0\d|2\.9\d/)).toBeVisible();
  await expect(output(page).getByText(/−2\.0\d|−1\.9\d/)).toBeVisible();
});

test('the confusion matrix is a table whose rows add up to the classes', async ({ page }) => {
  await openPage(page);
  await problem(page, '4 blobs').check({ force: true });
  await tool(page, 'Confusion matrix').check();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  await expect(table.getByRole('rowheader')).toHaveCount(4);
  const sum = async () =>
    (await table.locator('tbody td').allTextContents()).reduce((total, text) => total + Number(text), 0);
  const testPoints = await page
    .getByRole('group', { name: 'Points' })
    .getByRole('button', { name: /^Test/ })
    .count();
  await expect.poll(sum).toBe(testPoints);
});

test('a unit under the pointer has its own map and scale', async ({ page }) => {
  await openPage(page);
  const map = page.getByRole('img', { name: 'Decision map' }).locator('canvas').first();
  const before = await pixels(map);
  await page.getByRole('button', { name: 'Hidden layer 1, unit 3', exact: true }).focus();
  await expect(output(page).getByText('hidden layer 1, unit 3', { exact: true })).toBeVisible();
  await expect.poll(() => pixels(map)).not.toBe(before);
  await expect(output(page).getByText('−1', { exact: true })).toBeVisible();
});

test('the phone has the figure, the numbers and the same names once', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  for (const name of ['Decision map', 'Loss curves'])
    await expect(page.getByRole('img', { name })).toHaveCount(1);
  for (const name of ['Train loss', 'Test loss', 'Train accuracy', 'Test accuracy'])
    await expect(page.getByLabel(name, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Figure options' }).click();
  await expect(page.getByRole('img', { name: 'Loss curves' })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: 'Test points' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in panel c, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page);
    await tool(page, 'Add').check();
    await tool(page, 'Confusion matrix').check();
    expect(await accessibilityFaults(page, '.output-panel')).toEqual([]);
  });
}
