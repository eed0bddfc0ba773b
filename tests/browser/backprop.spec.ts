import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, openPage, pause, readout, select, spin } from './playground';

const REFERENCES = join(import.meta.dirname, '..', 'fixtures', 'reference');
const SMALL = '#v=1&problem=xor&hidden=4-tanh,2-tanh';

async function openLens(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Backprop' }).click();
  await expect(button(page, 'Next step')).toBeVisible();
}

/** The full values of the numbers in a locator's `<data>` elements. */
async function valuesIn(locator: Locator): Promise<number[]> {
  await expect(locator.locator('data').first()).not.toHaveText('');
  return locator.locator('data').evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
}

test('the story of a 2–4–2–1 network is stepped to its end by keyboard alone, and back', async ({ page }) => {
  await openPage(page, SMALL);
  await page.keyboard.press('l');
  const forward = button(page, 'Next step');
  await forward.focus();
  const told = page.getByRole('region', { name: 'The present step' }).getByRole('heading');
  const titles = [await told.textContent()];
  // 2 inputs, 7 units forward, L, ε, 6 δ, 7 units' gradients, 7 units' updates, L after.
  for (let step = 1; step < 2 + 7 + 1 + 1 + 6 + 7 + 7 + 1; step++) {
    await page.keyboard.press('Enter');
    await expect(told).not.toHaveText(titles[step - 1] ?? '');
    titles.push(await told.textContent());
  }
  expect(titles.slice(0, 4)).toEqual([
    'x, input x1',
    'x, input x2',
    'e and h of layer 1, unit 1',
    'e and h of layer 1, unit 2',
  ]);
  expect(titles.at(-1)).toBe('L after the update');
  await page.keyboard.press('Enter');
  await expect(told).toHaveText('L after the update');
  await button(page, 'Previous step').press('Enter');
  await expect(told).toHaveText('Update of output 1');
  await button(page, 'Finish phase').press('Enter');
  await expect(told).toHaveText('L after the update');
});

test('the numbers told are those of the network: forward, backward, and the step of plain SGD', async ({
  page,
}) => {
  await openPage(page, `${SMALL}&optimizer=sgd&learningRate=0.1&output=sigmoid`);
  await openLens(page);
  const told = page.getByRole('region', { name: 'The present step' });
  await button(page, 'Excitations and activations of the output').click();
  // b, w₁, h₁, w₂, h₂, e; σ(e), ŷ
  const [b = NaN, w1 = NaN, h1 = NaN, w2 = NaN, h2 = NaN, e = NaN, again, response = NaN] =
    await valuesIn(told);
  expect(e).toBeCloseTo(b + w1 * h1 + w2 * h2, 12);
  expect(again).toBe(e);
  expect(response).toBeCloseTo(1 / (1 + Math.exp(-e)), 9);
  await button(page, 'Output error ε').click();
  const [yHat = NaN, y = NaN, epsilon = NaN] = await valuesIn(told);
  expect([yHat, epsilon]).toEqual([response, yHat - y]);
  await button(page, 'Update of the output').click();
  // before, change, after; for w₁, w₂ and b
  const [before = NaN, change = NaN, after = NaN] = await valuesIn(told.getByRole('table'));
  expect(before).toBe(w1);
  expect(change).toBeCloseTo(-0.1 * epsilon * h1, 12);
  expect(after).toBeCloseTo(before + change, 12);
});

test('Adam’s step of the weight pointed at is told with its moments', async ({ page }) => {
  await openPage(page, `${SMALL}&optimizer=adam&learningRate=0.1&output=sigmoid`);
  await openLens(page);
  const told = page.getByRole('region', { name: 'The present step' });
  await button(page, 'Update of the output').click();
  const row = told.getByRole('row', { name: /^weight from layer 2, unit 2/ });
  const lines = told.getByRole('paragraph').filter({ has: page.locator('data') });
  for (const weight of [told.getByRole('row').nth(1), row]) {
    await weight.hover();
    const [before, , after] = await valuesIn(weight);
    const step = lines.last().locator('data');
    // w − η · m̂ / √v̂ = w
    await expect(step.first()).toHaveAttribute('value', String(before));
    const [w = NaN, eta = NaN, m = NaN, v = NaN, next = NaN] = await valuesIn(lines.last());
    expect([eta, next]).toEqual([0.1, after]);
    expect(w - (eta * m) / (Math.sqrt(v) + 1e-8)).toBeCloseTo(next, 12);
  }
});

for (const name of [
  'tanh-mse-sgd',
  'relu-bce-adam',
  'softplus-l2',
  'residual-tanh',
  'sigmoid-softmax-momentum',
]) {
  test(`the gradients of the next minibatch are PyTorch’s to 1e-9: ${name}`, async ({ page }) => {
    const file = JSON.parse(readFileSync(join(REFERENCES, `${name}.json`), 'utf8'));
    // The references take their batches in order.
    file.experiment.training.order = 'sequential';
    await openPage(page);
    await button(page, 'Open experiment').click();
    const buffer = Buffer.from(JSON.stringify(file));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await openLens(page);
    await page.getByRole('radio', { name: 'Minibatch' }).check();
    const told = page.getByRole('region', { name: 'The present step' });
    const expected: { weights: number[][]; bias: number[] }[] = file.expected.firstGradient;
    const largest = Math.max(
      ...expected.flatMap(({ weights, bias }) => [...weights.flat(), ...bias]).map(Math.abs),
    );
    const penalty = file.experiment.training.regularization.kind !== 'none';
    for (const [l, { weights, bias }] of expected.entries()) {
      const where = l === expected.length - 1 ? 'the output' : `layer ${l + 1}`;
      await button(page, `Gradients of ${where}`).click();
      for (const [k, row] of weights.entries()) {
        await expect(told.getByRole('heading')).toHaveText(new RegExp(`(unit|output) ${k + 1}$`));
        const cells = await valuesIn(told.getByRole('table'));
        // token and mean; with a penalty its part and the sum
        const columns = penalty ? 4 : 2;
        for (const [j, gradient] of [...row, bias[k] ?? NaN].entries()) {
          const value = cells[columns * j + columns - 1] ?? NaN;
          expect(Math.abs(value - gradient)).toBeLessThan(1e-9 * largest);
        }
        await button(page, 'Next step').click();
      }
    }
  });
}

test('a finite difference stands beside every gradient and agrees', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page);
  await button(page, 'Gradients of layer 2').click();
  await button(page, 'Check gradient').click();
  await expect(page.getByRole('table').getByText('agrees')).toHaveCount(5);
});

test('another token is told with [ and ], and by its number', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page);
  const told = page.getByRole('region', { name: 'The present step' });
  const [first] = await valuesIn(told);
  await page.keyboard.press(']');
  await expect(spin(page, 'Token')).toHaveValue('2');
  await expect.poll(async () => (await valuesIn(told))[0]).not.toBe(first);
  await spin(page, 'Token').fill('1');
  await expect.poll(async () => (await valuesIn(told))[0]).toBe(first);
});

test('a point at hand on the decision map is the token that is told', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page);
  const point = page.getByRole('group', { name: 'Points' }).getByRole('button').nth(5);
  const token = Number(await point.getAttribute('data-token')) + 1;
  await point.focus();
  await expect(spin(page, 'Token')).toHaveValue(String(token));
  await page.keyboard.press(']');
  await expect(spin(page, 'Token')).not.toHaveValue(String(token));
  const box = await point.boundingBox();
  if (box === null) throw new Error('the point has no place');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(spin(page, 'Token')).toHaveValue(String(token));
});

test('the numbers follow the training while the lens is open', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page);
  await button(page, 'Excitations and activations of the output').click();
  const told = page.getByRole('region', { name: 'The present step' });
  const before = (await valuesIn(told)).at(-1);
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(async () => (await valuesIn(told)).at(-1)).not.toBe(before);
  await pause(page);
  await expect(readout(page, 'Epoch')).not.toHaveText('0');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the lens in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, SMALL);
    await openLens(page);
    await button(page, 'Error δ of layer 1').click();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
