import { expect, test, type Locator, type Page } from '@playwright/test';
import { createDataset } from '../../src/data/createDataset';
import { parseLink } from '../../src/experiment/link';
import { accessibilityFaults } from './axe';
import { button, openPage, pause, select, slider, trainEpochs } from './playground';
import { LINK } from './twoTanhUnits';

async function openGradients(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Backprop' }).click();
  await button(page, 'Gradients').click();
  await expect(page.getByRole('img', { name: 'Gradient norms' })).toBeVisible();
}

const row = (page: Page, heading: string, name: string): Locator =>
  part(page, heading)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

const part = (page: Page, heading: string): Locator =>
  page.getByRole('region', { name: heading, exact: true });

async function valueOf(data: Locator): Promise<number> {
  await expect(data).not.toHaveText('');
  return Number(await data.getAttribute('value'));
}

/** One of the numbers under the loss along one weight. */
const told = (page: Page, name: string): Locator =>
  part(page, 'Loss along one weight')
    .locator('div', { has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) })
    .locator('data')
    .last();

/** Loss and gradient written out for these two layers alone: no part of the page's own mathematics. */
function byHand(moved: number, residual = false) {
  const parsed = parseLink(LINK);
  if (!parsed.ok) throw new Error(parsed.message);
  const { train, inputs, targets } = createDataset(parsed.value);
  const first = {
    w: [
      [0.5 + moved, -0.25],
      [0.75, 1],
    ] as const,
    b: [0.125, -0.5] as const,
  };
  const last = { w: [1.5, -0.5] as const, b: 0.25 };
  const layer1 = new Float64Array(6);
  const layer2 = new Float64Array(3);
  let loss = 0;
  for (const token of train) {
    const x = [inputs[2 * token] ?? NaN, inputs[2 * token + 1] ?? NaN] as const;
    const y = targets[token] ?? NaN;
    const response = first.w.map(([a = 0, b = 0], k) => Math.tanh(a * x[0] + b * x[1] + (first.b[k] ?? 0)));
    const h = response.map((value, k) => value + (residual ? (x[k] ?? 0) : 0));
    const output = 1 / (1 + Math.exp(-(last.w[0] * (h[0] ?? 0) + last.w[1] * (h[1] ?? 0) + last.b)));
    const share = 1 / train.length;
    loss += share * 0.5 * (output - y) ** 2;
    const epsilon = share * (output - y) * output * (1 - output);
    [h[0] ?? 0, h[1] ?? 0, 1].forEach((from, i) => (layer2[i] = (layer2[i] ?? 0) + epsilon * from));
    last.w.forEach((w, k) => {
      const delta = epsilon * w * (1 - (response[k] ?? 0) ** 2);
      [x[0], x[1], 1].forEach((from, i) => (layer1[3 * k + i] = (layer1[3 * k + i] ?? 0) + delta * from));
    });
  }
  return { loss, gradient: layer1[0] ?? NaN, norms: [Math.hypot(...layer1), Math.hypot(...layer2)] as const };
}

test('norms, slope, curvature and the next step are those of a computation apart', async ({ page }) => {
  await openPage(page, LINK);
  await openGradients(page);
  const here = byHand(0);
  const norms = 'Gradient norm of each layer';
  await expect
    .poll(async () => (await valueOf(row(page, norms, 'layer 1').locator('data').first())) / here.norms[0])
    .toBeCloseTo(1, 6);
  const last = await valueOf(row(page, norms, 'output').locator('data').first());
  expect(last / here.norms[1]).toBeCloseTo(1, 6);
  expect(await valueOf(row(page, norms, 'first / last').locator('data'))).toBeCloseTo(
    here.norms[0] / here.norms[1],
    6,
  );

  expect(await valueOf(told(page, 'loss'))).toBeCloseTo(here.loss, 9);
  expect(await valueOf(told(page, 'slope'))).toBeCloseTo(here.gradient, 9);
  const curvature = (byHand(1e-4).gradient - byHand(-1e-4).gradient) / 2e-4;
  expect(await valueOf(told(page, 'curvature'))).toBeCloseTo(curvature, 5);
  const move = await valueOf(told(page, 'step −η·slope'));
  expect(move).toBeCloseTo(-0.1 * here.gradient, 9);
  expect(await valueOf(told(page, 'loss after it'))).toBeCloseTo(byHand(move).loss, 9);
});

test('the norms with residual connections are those of the same weights so connected', async ({ page }) => {
  await openPage(page, LINK);
  await openGradients(page);
  const norms = 'Gradient norm of each layer';
  await page.getByRole('switch', { name: 'With residual connections' }).check();
  const expected = byHand(0, true).norms;
  const other = (name: string) => row(page, norms, name).locator('data').nth(1);
  await expect.poll(async () => (await valueOf(other('layer 1'))) / expected[0]).toBeCloseTo(1, 6);
  expect((await valueOf(other('output'))) / expected[1]).toBeCloseTo(1, 6);
  await expect(part(page, norms)).toContainText(/The same weights with residual connections\. \w+/u);
  await expect(page.getByRole('img', { name: 'Gradient norms' }).locator('.gradients-other')).toHaveCount(2);

  // The same the other way round.
  await select(page, 'Connections').selectOption('Residual');
  const without = page.getByRole('switch', { name: 'Without residual connections' });
  await expect(without).toBeChecked();
  const plain = byHand(0).norms;
  await expect.poll(async () => (await valueOf(other('layer 1'))) / plain[0]).toBeCloseTo(1, 6);
  await expect
    .poll(async () => (await valueOf(row(page, norms, 'layer 1').locator('data').first())) / expected[0])
    .toBeCloseTo(1, 6);
  await without.uncheck();
  await expect(page.locator('.gradients-other')).toHaveCount(0);
});

test('where no widths match, residual connections are said to change nothing', async ({ page }) => {
  await openPage(page, '#v=1&problem=xor&hidden=4-tanh,3-tanh');
  await openGradients(page);
  await expect(
    page.getByText(
      'Residual connections would change nothing: no hidden layer is as wide as what it receives.',
    ),
  ).toBeVisible();
  await expect(page.getByRole('switch', { name: /residual/u })).toHaveCount(0);
});

test('weights and range are chosen by the keyboard, and the cost is that of the layout', async ({ page }) => {
  await openPage(page, LINK);
  await openGradients(page);
  await expect(told(page, 'value')).toHaveAttribute('value', '0.5');
  await select(page, 'Of unit').selectOption({ label: 'output 1' });
  await expect(told(page, 'value')).toHaveAttribute('value', '1.5');
  await select(page, 'Weight or bias').selectOption({ label: 'bias' });
  await expect(told(page, 'value')).toHaveAttribute('value', '0.25');
  const curve = page.getByRole('img', { name: 'Loss along one weight' }).locator('.gradients-curve');
  const before = await curve.getAttribute('d');
  await slider(page, 'Range').press('ArrowRight');
  await expect(slider(page, 'Range')).toHaveAttribute('aria-valuetext', '±2.1');
  await expect(curve).not.toHaveAttribute('d', before ?? '');
  // 2–2–1: 4 + 2 weights forward, as many for ∇W, 2 for the error that layer 2 sends.
  const cells = row(page, 'Cost in multiply-adds', 'this network').locator('data');
  expect(await cells.nth(0).getAttribute('value')).toBe('6');
  expect(await cells.nth(1).getAttribute('value')).toBe('8');
  expect(await cells.nth(2).getAttribute('value')).toBe('14');
});

test('norms follow training, and a minibatch of all tokens has the full gradient', async ({ page }) => {
  await openPage(page, `${LINK.replace('batch=4', 'batch=all')}`);
  await openGradients(page);
  const angle = part(page, 'Minibatch and full gradient').locator('.gradients-angle data');
  await expect.poll(async () => valueOf(angle)).toBeLessThan(1e-4);
  const norm = row(page, 'Gradient norm of each layer', 'layer 1').locator('data').first();
  const before = await valueOf(norm);
  await trainEpochs(page, 1);
  await expect.poll(async () => valueOf(norm)).not.toBe(before);
  await button(page, 'Play').click();
  const lines = page.getByRole('img', { name: 'Gradient norms' }).locator('.gradients-norm').first();
  await expect.poll(async () => ((await lines.getAttribute('d')) ?? '').split('L').length).toBeGreaterThan(4);
  await pause(page);
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the gradients: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, LINK);
    await openGradients(page);
    await expect(told(page, 'value')).toHaveAttribute('value', '0.5');
    await page.getByRole('switch', { name: 'With residual connections' }).check();
    await expect(page.getByText(/^The same weights with residual connections\./u)).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
