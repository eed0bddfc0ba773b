import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, openPage, select, spin } from './playground';

/** The computation graphs of the lens "Backprop", as a student uses them. */

async function openGraphs(page: Page, graph: string): Promise<void> {
  await page.getByRole('tab', { name: 'Backprop', exact: true }).click();
  await button(page, 'Graphs').click();
  await select(page, 'Graph').selectOption(graph);
}

const node = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: `Node ${name}`, exact: true });
const leaf = (page: Page, name: string): Locator => node(page, name).getByRole('slider');
const signalOf = (page: Page, name: string): Locator => button(page, `Signal δ_${name}`).locator('data');
const blank = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: `δ_${name}`, exact: true });

async function valueOf(data: Locator): Promise<number> {
  await expect(data).not.toHaveText('');
  return Number(await data.getAttribute('value'));
}

/** What is seen of every number, entry and mark lies within its node, and beside the letter of its row. */
async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.locator('.graph-node').evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const edge = node.getBoundingClientRect();
      const spilled = [...node.querySelectorAll('.num, .graph-mark')].filter((each) => {
        const letter = each.closest('.graph-row')?.querySelector('.math-symbol');
        const left = each.matches('.num') ? letter?.getBoundingClientRect().right : undefined;
        const texts = [...each.childNodes].filter((part) => part instanceof Text);
        return texts.some((text) => {
          const range = document.createRange();
          range.selectNode(text);
          const box = range.getBoundingClientRect();
          return box.width > 0 && (box.left < (left ?? edge.left) || box.right > edge.right);
        });
      });
      const long = [...node.querySelectorAll('input')].filter((each) => each.scrollWidth > each.clientWidth);
      const name = node.getAttribute('aria-label') ?? '';
      return [...spilled.map(({ textContent }) => textContent), ...long.map(({ value }) => value)].map(
        (text) => `${name}: ${text}`,
      );
    }),
  );
  expect(cut).toEqual([]);
}

const LEAVES = ['w', 'x', 'b', 't', 'λ'] as const;

/** The lecture's formulas for the regularized graph, at the leaves on show. */
async function lecture(page: Page) {
  const read = await Promise.all(LEAVES.map((name) => valueOf(leaf(page, name).locator('data'))));
  const [w = NaN, x = NaN, b = NaN, t = NaN, lambda = NaN] = read;
  const y = 1 / (1 + Math.exp(-(w * x + b)));
  const z = (y - t) * y * (1 - y);
  return { Lreg: 1, R: lambda, L: 1, y: y - t, z, b: z, w: z * x + lambda * w };
}

test('the signals of the regularized graph are the lecture’s, also after its leaves are moved', async ({
  page,
}) => {
  await openPage(page);
  await openGraphs(page, 'Logistic least squares with L2');
  await expect(page.getByRole('img', { name: 'Computation graph' })).toBeVisible();

  const check = async () => {
    const expected = await lecture(page);
    for (const [name, value] of Object.entries(expected))
      expect(await valueOf(signalOf(page, name))).toBeCloseTo(value, 12);
    return expected;
  };
  const before = await check();

  await leaf(page, 'w').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('PageDown');
  await expect(leaf(page, 'w')).toHaveAttribute('aria-valuenow', '-0.1');
  const after = await check();
  expect(after.w).not.toBeCloseTo(before.w, 3);

  await leaf(page, 'x').focus();
  await page.keyboard.type('2.5');
  await page.keyboard.press('Enter');
  await expect(leaf(page, 'x')).toHaveAttribute('aria-valuenow', '2.5');
  await expect(leaf(page, 'x')).toBeFocused();
  await check();

  const box = await leaf(page, 'b').boundingBox();
  if (box === null) throw new Error('Expected the leaf b on the page.');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(leaf(page, 'b')).toHaveAttribute('aria-valuenow', '0.6');
  await check();
});

test('a leaf refuses what is no number, with a sentence', async ({ page }) => {
  await openPage(page);
  await openGraphs(page, 'Logistic least squares');
  await leaf(page, 'w').press('Enter');
  const field = page.getByRole('textbox', { name: 'Value of w', exact: true });
  await field.fill('much');
  await field.press('Enter');
  await expect(page.getByText('Expected a number from −100 to 100, found “much”.')).toBeVisible();
  await field.press('Escape');
  await expect(leaf(page, 'w')).toBeFocused();
  await expect(leaf(page, 'w')).toHaveAttribute('aria-valuenow', '0.8');
});

test('the story goes node by node, forward and back, by keyboard, and tells each rule', async ({ page }) => {
  await openPage(page);
  await openGraphs(page, 'Logistic least squares with L2');
  const told = page.getByRole('region', { name: 'The present node' });
  await button(page, 'To the start').press('Enter');
  await expect(signalOf(page, 'w')).toHaveCount(0);
  const next = button(page, 'Next node');
  for (const title of ['z', 'y', 'L', 'R', 'Lreg', 'δLreg', 'δR', 'δL', 'δy', 'δz', 'δb', 'δw']) {
    await next.press('Enter');
    await expect(told.getByRole('heading')).toHaveText(new RegExp(`: ${title}$`, 'u'));
    if (title === 'δy') await expect(told).toContainText('σ multiplies its signal by its own slope');
  }
  await expect(told).toContainText('w fans out to 2 uses: its signal is the sum of their messages.');
  await next.press('Enter');
  await expect(told.getByRole('heading')).toHaveText('Backward: δw');
  const numbers = await told
    .locator('data')
    .evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
  const [first = NaN, by = NaN, second = NaN, through = NaN, sum = NaN] = numbers;
  expect(sum).toBeCloseTo(first * by + second * through, 14);
  await button(page, 'Previous node').press('Enter');
  await expect(told.getByRole('heading')).toHaveText('Backward: δb');
  await expect(signalOf(page, 'w')).toHaveCount(0);

  await select(page, 'Graph').selectOption('Max and multiply nodes');
  await button(page, 'Signal δ_m').click();
  await expect(told).toContainText('A max node routes');
  await button(page, 'Signal δ_p').click();
  await expect(told).toContainText('A multiply node swaps its inputs');
  await button(page, 'Signal δ_s').click();
  await expect(told).toContainText('An add node copies its signal');
});

test('signals that are filled in are judged right, wrong, carried forward and blank', async ({ page }) => {
  await openPage(page);
  await openGraphs(page, 'Logistic least squares with L2');
  const { y, z } = await lecture(page);
  const own = 2 * y;
  await page.getByRole('switch', { name: 'Fill in the backward signals' }).check();
  await expect(page.locator('.graphs data[data-key^="d:"]')).toHaveCount(0);
  await blank(page, 'Lreg').fill('1');
  await blank(page, 'Lreg').press('Enter');
  await expect(blank(page, 'Lreg')).toHaveAccessibleDescription('✓ right');
  await expect(blank(page, 'R')).toBeFocused();
  await blank(page, 'L').fill('0.5');
  await blank(page, 'y').fill((0.5 * y).toFixed(4));
  await blank(page, 'z').fill(own.toFixed(4));
  await blank(page, 'b').fill(z.toFixed(4));
  await button(page, 'Judge all').click();
  await expect(blank(page, 'L')).toHaveAccessibleDescription('✗ wrong: begin here');
  await expect(blank(page, 'y')).toHaveAccessibleDescription('✓→ carried forward');
  await expect(blank(page, 'z')).toHaveAccessibleDescription('✗ wrong');
  await expect(blank(page, 'b')).toHaveAccessibleDescription('✓ right');
  await expect(blank(page, 'R')).toHaveAccessibleDescription('○ blank');
  await expect(blank(page, 'w')).toHaveAccessibleDescription('○ blank');
  await expect(page.getByRole('status', { name: 'Signals filled in' })).toHaveText(
    '3 of 7 right, 1 of them carried forward; 2 wrong, 2 blank. First wrong: δ_L.',
  );
  await button(page, 'Go to the first wrong signal').press('Enter');
  await expect(blank(page, 'L')).toBeFocused();
  await expectNothingCut(page);
});

test('a graph of one’s own is built from nodes and stepped through', async ({ page }) => {
  await openPage(page);
  await openGraphs(page, 'Your own');
  // a = 2, b = −1, c = ab; d = max(c, a), f = d²
  await select(page, 'Node').selectOption('max');
  await select(page, 'First').selectOption('c');
  await select(page, 'Second').selectOption('a');
  await button(page, 'Add node').click();
  await select(page, 'Node').selectOption('square');
  await select(page, 'of').selectOption('d');
  await button(page, 'Add node').click();
  expect(await valueOf(button(page, 'Value of f').locator('data'))).toBe(4);
  expect(await valueOf(signalOf(page, 'a'))).toBe(4);
  expect(await valueOf(signalOf(page, 'b'))).toBe(0);
  // c = 6 is the larger one now: df/da = 2ab·b, df/db = 2ab·a
  await leaf(page, 'b').press('3');
  await page.getByRole('textbox', { name: 'Value of b' }).press('Enter');
  await expect(signalOf(page, 'a')).toHaveAttribute('value', '36');
  await expect(signalOf(page, 'b')).toHaveAttribute('value', '24');
  await leaf(page, 'b').press('1');
  await page.keyboard.type('00');
  await page.keyboard.press('Enter');
  await leaf(page, 'a').press('1');
  await page.keyboard.type('00');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Value of f')).toHaveText('1.00e8');
  await expect(button(page, 'Value of f').locator('data')).toHaveAttribute('value', '100000000');
  await expectNothingCut(page);
  await button(page, 'Remove last').click();
  await expect(node(page, 'f')).toHaveCount(0);
  await select(page, 'Node').selectOption('log');
  await button(page, 'Add node').click();
  await leaf(page, 'a').press('0');
  await page.getByRole('textbox', { name: 'Value of a' }).press('Enter');
  await expect(page.getByText('The logarithm f needs a number above 0')).toBeVisible();
});

test('the present network is drawn when it is small, and its leaves are its weights', async ({ page }) => {
  await openPage(page, '#v=1&problem=xor&hidden=8-tanh');
  await openGraphs(page, 'The present network');
  await expect(page.getByText('can be drawn legibly')).toBeVisible();
  await openPage(page, '#v=1&problem=xor&hidden=2-tanh&output=sigmoid');
  await page.reload();
  await openGraphs(page, 'The present network');
  const bias = leaf(page, 'b1(2)');
  await bias.press('1');
  await page.getByRole('textbox', { name: 'Value of b1(2)' }).press('Enter');
  await expect(bias).toHaveAttribute('aria-valuenow', '1');
  await spin(page, 'Token').fill('3');
  const before = await valueOf(signalOf(page, 'b1(2)'));
  // ε = ŷ − y lies between −1 and 1, and is not 0.
  expect(Math.abs(before)).toBeGreaterThan(0);
  expect(Math.abs(before)).toBeLessThan(1);
  // The numbers follow another token with the next frame.
  const difference = async () => {
    const h = await valueOf(button(page, 'Value of h2(1)').locator('data'));
    const signal = await valueOf(signalOf(page, 'b1(2)'));
    return Math.abs((await valueOf(signalOf(page, 'w12(2)'))) - signal * h);
  };
  await expect.poll(difference).toBeLessThan(1e-12);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the graphs, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page);
    await openGraphs(page, 'Logistic least squares with L2');
    await button(page, 'Signal δ_w').click();
    const audit = async () => {
      expect(await accessibilityFaults(page, '.lens')).toEqual([]);
    };
    await audit();
    await page.getByRole('switch', { name: 'Fill in the backward signals' }).check();
    await button(page, 'Judge all').click();
    await audit();
    await select(page, 'Graph').selectOption('Your own');
    await audit();
  });
}
