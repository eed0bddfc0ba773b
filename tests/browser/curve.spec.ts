import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import {
  button,
  choose,
  field,
  openPage,
  readout,
  select,
  slider,
  trainTo,
  trainUntil,
  type,
} from './playground';

async function openCurve(page: Page): Promise<void> {
  await openPage(page);
  await choose(page, 'Curve');
  await expect(page.getByRole('img', { name: 'Curve figure', exact: true })).toBeVisible();
  await expect(words(page)).toContainText('Token 1');
}

const words = (page: Page): Locator => readout(page, 'Read-out of the curve');
const show = (page: Page, view: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: 'What the figure shows' })
    .getByRole('radio', { name: view, exact: true })
    .check();

/** A number as the page prints it. */
const parsed = (text: string): number => Number(text.replaceAll('−', '-'));

/** The number after a word in the read-out. */
async function told(page: Page, word: string): Promise<number> {
  const text = (await words(page).textContent()) ?? '';
  return parsed(new RegExp(`${word} (−?[\\d.]+)`, 'u').exec(text)?.[1] ?? 'nothing');
}

/** [row][column] of the table on show, without its heads. */
async function table(page: Page): Promise<number[][]> {
  const rows = await page.locator('table tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.locator('td').allTextContents()).map(parsed)));
}

/** What the sentence on residuals says of the network as it is now. */
async function residualNow(largest: Locator): Promise<number> {
  return parsed(/([\d.e−-]+) now/u.exec((await largest.textContent()) ?? '')?.[1] ?? 'nothing');
}

/** A network of one hidden layer with two units. */
async function twoUnits(page: Page): Promise<void> {
  await button(page, 'Remove layer').click();
  for (let units = 8; units > 2; units--) await button(page, 'Remove unit from hidden layer 1').click();
  await expect(slider(page, 'Position of unit 2')).toBeVisible();
}

/** What a handle says, once a frame has written it. */
async function valueOf(handle: Locator): Promise<number> {
  await expect(handle).toHaveAttribute('aria-valuetext', /./u);
  return Number(await handle.getAttribute('aria-valuenow'));
}

test('the sine is learned by tanh units to an R² of 0.95', async ({ page }) => {
  await openCurve(page);
  await trainUntil(page, 'Test R²', 0.95);
});

test('the read-out tells ŷ and target under the pointer and by keys, and its sum is ŷ', async ({ page }) => {
  await openCurve(page);
  const place = slider(page, 'Read-out at x');
  await place.focus();
  await expect(words(page)).toContainText('x 0.00');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(words(page)).toContainText('x 0.50');
  await page.keyboard.press('ArrowLeft');
  await expect(words(page)).toContainText('x 0.49');
  expect(await told(page, 'target')).toBeCloseTo(Math.sin(0.49 * Math.PI), 3);
  expect(await place.getAttribute('aria-valuetext')).toContain('x 0.49');
  const [, sum = ''] = /ŷ = (.*)/u.exec((await words(page).textContent()) ?? '') ?? [];
  const terms = sum
    .replaceAll('−', '-')
    .replaceAll(/([+-]) /gu, '$1')
    .split(' ')
    .map(Number);
  expect(terms).toHaveLength(7);
  const total = terms.reduce((before, term) => before + term);
  expect(Math.abs(total - (await told(page, 'ŷ')))).toBeLessThan(0.006);

  const box = await page.getByRole('img', { name: 'Curve figure', exact: true }).boundingBox();
  if (box === null) throw new Error('Expected the curve figure to be on the page.');
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
  await expect(words(page)).toContainText('x −0.');
  const x = await told(page, 'x');
  expect(await told(page, 'target')).toBeCloseTo(Math.sin(x * Math.PI), 3);
});

test('the keys [ and ] walk along the tokens', async ({ page }) => {
  await openCurve(page);
  await page.keyboard.press(']');
  await expect(words(page)).toContainText('Token 2');
  expect(await told(page, 'x')).toBeCloseTo(-1 + 2 / 59, 2);
});

test('a formula becomes the target, and rubbish is refused in a sentence without changing anything', async ({
  page,
}) => {
  await openCurve(page);
  await select(page, 'Curve kind').selectOption('Formula');
  const formula = field(page, 'Formula');
  await expect(formula).toHaveValue('sin(3 x)');
  await type(formula, '2 x^2 - ');
  await expect(page.getByRole('alert')).toContainText('Expected a formula in x');
  await expect(formula).toHaveAttribute('aria-invalid', 'true');
  await type(formula, 'window.alert(1)');
  await expect(page.getByRole('alert')).toContainText('Expected');
  await slider(page, 'Read-out at x').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(words(page)).toContainText(`target ${Math.sin(0.3).toFixed(3)}`);
  await type(formula, '2 x^2 - 1');
  await slider(page, 'Read-out at x').focus();
  await expect(words(page)).toContainText('x 0.10');
  await expect(words(page)).toContainText('target −0.980');
  await button(page, 'Undo').click();
  await expect(formula).toHaveValue('sin(3 x)');
});

test('order 9 is solved to pass through Bishop’s ten points, and undone', async ({ page }) => {
  await openCurve(page);
  await select(page, 'Curve kind').selectOption('Bishop’s sine');
  await select(page, 'Order M').selectOption('9');
  await button(page, 'Solve').click();
  await expect(readout(page, 'Train R²')).toHaveText('1.000');
  await show(page, 'Weights');
  const rows = await table(page);
  expect(rows).toHaveLength(10);
  for (const [network, solved] of rows) expect(network).toBe(solved);
  const sentence = await page.getByText(/^Largest/u).textContent();
  const [double = NaN, single = NaN, now = NaN] = Array.from(
    sentence?.matchAll(/[\d.]+e-\d+|0\.\d+/gu) ?? [],
    ([number]) => Number(number),
  );
  expect(double).toBeLessThan(1e-6);
  expect(single).toBeLessThan(1e-3);
  expect(now).toBeLessThan(1e-3);
  await expect(page.getByText(/condition number/u)).toContainText('That is why training does not get there.');
  await button(page, 'Undo').click();
  await expect(readout(page, 'Train R²')).not.toHaveText('1.000');
});

test('in double precision order 9 passes through the ten points to 1e-6, and a link keeps it so', async ({
  page,
}) => {
  await openCurve(page);
  await select(page, 'Curve kind').selectOption('Bishop’s sine');
  await select(page, 'Order M').selectOption('9');
  await show(page, 'Weights');
  const double = page.getByRole('switch', { name: 'Double precision', exact: true });
  await expect(double).toHaveAccessibleDescription(/64 bits/u);
  await expect(double).not.toBeChecked();
  await button(page, 'Solve').click();
  const largest = page.getByText(/^Largest/u);
  await expect(largest).toContainText('rounded to this network’s single precision');
  await expect.poll(() => residualNow(largest)).toBeLessThan(1e-3);
  expect(await residualNow(largest)).toBeGreaterThan(1e-6);

  // The run goes on with the weights it has: rounded as they are, they miss the points still.
  await double.focus();
  await page.keyboard.press('Space');
  await expect(double).toBeChecked();
  await expect(page.getByText('double', { exact: true })).toBeVisible();
  await expect(largest).toContainText('as this network computes');
  expect(await residualNow(largest)).toBeGreaterThan(1e-6);
  await button(page, 'Solve').click();
  await expect.poll(() => residualNow(largest)).toBeLessThan(1e-6);
  const rows = await table(page);
  for (const [network, solved] of rows) expect(network).toBe(solved);
  await expect(page).toHaveURL(/[#&]precision=double(&|$)/u);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, 'Copy link with weights').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('parameters=f64');
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(address);
  await show(page, 'Weights');
  await expect(double).toBeChecked();
  await expect.poll(() => residualNow(largest)).toBeLessThan(1e-6);

  await double.uncheck();
  await expect(page).not.toHaveURL(/precision/u);
  await expect.poll(() => residualNow(largest)).toBeGreaterThan(1e-6);
  await button(page, 'Undo').click();
  await expect(double).toBeChecked();
});

test('order 0 is the mean of the points, and every order has its column', async ({ page }) => {
  await openCurve(page);
  await select(page, 'Curve kind').selectOption('Bishop’s sine');
  await expect(words(page)).toContainText('Token 1 (train) t 0.000');
  let sum = 0;
  for (let token = 1; token <= 10; token++) {
    await expect(words(page)).toContainText(`Token ${token} `);
    sum += await told(page, 'y');
    await page.keyboard.press(']');
  }
  await show(page, 'Each M');
  const rows = await table(page);
  expect(rows[0]?.[0]).toBeCloseTo(sum / 10, 2);
  expect(rows[0]).toHaveLength(10);
  expect(rows[10]?.[9]).toBeLessThan(1e-5);
  await select(page, 'Order M').selectOption('0');
  await button(page, 'Solve').click();
  await show(page, 'Weights');
  await expect.poll(async () => (await table(page))[0]?.[0]).toBeCloseTo(sum / 10, 2);
  expect((await table(page))[1]?.[0]).toBe(0);
});

test('order 3 trained by gradient descent comes to least squares within 1 %', async ({ page }) => {
  await openCurve(page);
  await select(page, 'Order M').selectOption('3');
  await select(page, 'Optimizer').selectOption('SGD');
  await type(select(page, 'Batch size'), 'all');
  await type(select(page, 'Learning rate'), '1');
  await select(page, 'Speed').selectOption('Max');
  await trainTo(page, 1000);
  await show(page, 'Weights');
  await expect.poll(async () => (await table(page)).length).toBe(4);
  const rows = await table(page);
  const size = Math.max(...rows.map(([, solved = NaN]) => Math.abs(solved)));
  expect(size).toBeGreaterThan(1);
  for (const [network = NaN, solved = NaN] of rows)
    expect(Math.abs(network - solved)).toBeLessThan(0.01 * size);
});

test('Solve says why there is nothing to solve', async ({ page }) => {
  await openCurve(page);
  await expect(button(page, 'Solve')).toBeDisabled();
  await button(page, 'Solve').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('without hidden layer');
  await select(page, 'Order M').selectOption('2');
  await expect(button(page, 'Solve')).toBeEnabled();
});

test('a unit’s step is moved, steepened and raised by mouse and keys, each drag one step of undo', async ({
  page,
}) => {
  await openCurve(page);
  await twoUnits(page);
  const position = slider(page, 'Position of unit 2');
  const steepness = slider(page, 'Steepness of unit 2');
  const height = slider(page, 'Height of unit 2');

  await position.focus();
  const weight = await valueOf(steepness);
  const box = await position.boundingBox();
  const figure = await page.getByRole('img', { name: 'Curve figure', exact: true }).boundingBox();
  if (box === null || figure === null) throw new Error('Expected the handle to be on the page.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  // The frame leaves 40 px of the figure to the numbers beside it and shows −1.1 … 1.1.
  await page.mouse.move(box.x + box.width / 2 + ((figure.width - 40) / 2.2) * 0.5, box.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => valueOf(position)).toBeCloseTo(0.5, 2);
  await expect.poll(() => valueOf(steepness)).toBeCloseTo(weight, 3);
  await button(page, 'Undo').click();
  await expect.poll(() => valueOf(position)).toBe(0);

  await position.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => valueOf(position)).toBeCloseTo(-0.19, 4);
  await steepness.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => valueOf(steepness)).toBeCloseTo(weight * 1.5 ** 6, 1);
  await expect.poll(() => valueOf(position)).toBeCloseTo(-0.19, 4);
  const before = await valueOf(height);
  await height.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => valueOf(height)).toBeCloseTo(before + 0.5, 3);
  await button(page, 'Hidden layer 1, unit 2').focus();
  await expect(field(page, 'Weight from x1 to hidden layer 1, unit 2')).not.toHaveValue('');
  expect(parsed(await field(page, 'Weight from x1 to hidden layer 1, unit 2').inputValue())).toBeCloseTo(
    weight * 1.5 ** 6,
    1,
  );
});

test('asymptotes of a hand-made step are its two levels', async ({ page }) => {
  await openCurve(page);
  await twoUnits(page);
  await expect(words(page)).toContainText('x → ∞: ŷ →');
  await slider(page, 'Position of unit 1').focus();
  const sign = Math.sign(await valueOf(slider(page, 'Steepness of unit 1')));
  const [first, second] = [slider(page, 'Height of unit 1'), slider(page, 'Height of unit 2')];
  const one = sign * (await valueOf(first));
  await slider(page, 'Position of unit 2').focus();
  const two = Math.sign(await valueOf(slider(page, 'Steepness of unit 2'))) * (await valueOf(second));
  const text = (await words(page).textContent()) ?? '';
  const right = parsed(/∞: ŷ → (−?[\d.]+)$/u.exec(text)?.[1] ?? 'nothing');
  expect(right).toBeCloseTo(one + two, 2);
});

test('switches lay terms, running sum, residuals and asymptotes over the figure', async ({ page }) => {
  await openCurve(page);
  const picture = page.getByRole('img', { name: 'Curve figure', exact: true });
  for (const name of ['Terms', 'Running sum', 'Residuals', 'Asymptotes']) {
    const before = await picture.screenshot();
    const toggle = page.getByRole('switch', { name, exact: true });
    await toggle.focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await picture.screenshot()).equals(before)).toBe(false);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the curve figure and its tables, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCurve(page);
    await twoUnits(page);
    await slider(page, 'Position of unit 1').focus();
    const check = async () => {
      expect(await accessibilityFaults(page, '.output-panel')).toEqual([]);
    };
    await check();
    await select(page, 'Curve kind').selectOption('Bishop’s sine');
    await select(page, 'Order M').selectOption('3');
    for (const view of ['Weights', 'Each M', 'Each λ']) {
      await show(page, view);
      await check();
    }
    await select(page, 'Curve kind').selectOption('Formula');
    await check();
  });
}

test('nothing is cut off: the page does not scroll beside the figure, its tables or a formula', async ({
  page,
}) => {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await openPage(page);
    if (width < 1200) await select(page, 'Kind of problem').selectOption('Regression');
    await choose(page, 'Curve');
    await select(page, 'Curve kind').selectOption('Formula');
    for (const view of ['Curve', 'Each M']) {
      await show(page, view);
      const fits = () =>
        page.evaluate(() => {
          const metrics = document.querySelector('.metrics')?.getBoundingClientRect();
          const { scrollHeight, scrollWidth } = document.documentElement;
          return (
            metrics !== undefined &&
            metrics.bottom <= innerHeight &&
            scrollHeight <= innerHeight &&
            scrollWidth <= innerWidth
          );
        });
      await expect.poll(fits).toBe(true);
    }
  }
});
