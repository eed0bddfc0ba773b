import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, openPage, readout } from './playground';

const SMALL = '#v=1&problem=xor&hidden=4-tanh,2-tanh';

async function openLens(page: Page, stage: string): Promise<void> {
  await page.getByRole('tab', { name: 'Backprop' }).click();
  await button(page, stage).click();
}

const told = (page: Page): Locator => page.getByRole('region', { name: 'The present step' });
const forward = (page: Page): Locator => page.getByRole('list', { name: 'Messages forward' });
const backward = (page: Page): Locator => page.getByRole('list', { name: 'Messages backward' });
const terms = (page: Page): Locator => told(page).locator('.term');
const litTerms = (page: Page): Locator => told(page).locator('.term[data-lit]');
/** The drawn links that are pointed out; the text tells the same, so they have no name. */
const litEdges = (page: Page): Locator => page.locator('path[data-lit]');

/** The full values of the numbers in a locator's `<data>` elements. */
async function valuesIn(locator: Locator): Promise<number[]> {
  await expect(locator.locator('data').first()).not.toHaveText('');
  return locator.locator('data').evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
}

test('forward, every link into a unit carries weight times activation, and they add up to e', async ({
  page,
}) => {
  await openPage(page, SMALL);
  await openLens(page, 'Excitations and activations of layer 2');
  await expect(forward(page).getByRole('listitem')).toHaveCount(4);
  await expect(forward(page).getByRole('listitem').first()).toContainText('layer 1, unit 1:');
  const check = async () => {
    const messages = await valuesIn(forward(page));
    const [bias = NaN, ...numbers] = await valuesIn(told(page));
    const products = [0, 1, 2, 3].map((j) => (numbers[2 * j] ?? NaN) * (numbers[2 * j + 1] ?? NaN));
    const sum = messages.reduce((total, message) => total + message, bias);
    const errors = [
      ...products.map((product, j) => product - (messages[j] ?? NaN)),
      sum - (numbers[8] ?? NaN),
    ];
    return Math.max(...errors.map(Math.abs));
  };
  expect(await check()).toBeLessThan(1e-12);
  const [before] = await valuesIn(forward(page));
  await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText('1');
  await expect.poll(async () => (await valuesIn(forward(page)))[0]).not.toBe(before);
  expect(await check()).toBeLessThan(1e-12);
});

test('backward, the links bring weight times δ, and their sum times the slope is δ', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page, 'Error δ of layer 1');
  await expect(backward(page).getByRole('listitem')).toHaveCount(2);
  await expect(backward(page).getByRole('listitem').last()).toContainText('layer 2, unit 2:');
  const [first = NaN, second = NaN] = await valuesIn(backward(page));
  // σ′, w₁, δ₁, w₂, δ₂; σ′, the sum, δ
  const [slope = NaN, w1 = NaN, d1 = NaN, w2 = NaN, d2 = NaN, , sum = NaN, delta = NaN] = await valuesIn(
    told(page),
  );
  expect(first).toBeCloseTo(w1 * d1, 12);
  expect(second).toBeCloseTo(w2 * d2, 12);
  expect(first + second).toBeCloseTo(sum, 12);
  expect(slope * (first + second)).toBeCloseTo(delta, 12);
});

for (const stage of ['Excitations and activations of layer 2', 'Error δ of layer 1']) {
  test(`pointing at a term lights its link alone, and the other way round: ${stage}`, async ({ page }) => {
    await openPage(page, SMALL);
    await openLens(page, stage);
    const messages = page.getByRole('list', { name: /^Messages/ }).getByRole('listitem');
    await expect(litEdges(page)).toHaveCount(0);
    await terms(page).nth(1).hover();
    await expect(litEdges(page)).toHaveCount(1);
    await expect(litTerms(page)).toHaveCount(1);
    await expect(messages.nth(1)).toHaveAttribute('data-lit');
    await messages.first().hover();
    await expect(litEdges(page)).toHaveCount(1);
    await expect(litTerms(page)).toHaveCount(1);
    await expect(terms(page).first()).toHaveAttribute('data-lit');
    await told(page).getByRole('heading').hover();
    await expect(litEdges(page)).toHaveCount(0);
    await expect(litTerms(page)).toHaveCount(0);
  });
}

test('pointing at a gradient lights the link of its weight, which then carries it', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page, 'Gradients of layer 2');
  await told(page).getByRole('row').nth(3).hover();
  await expect(litEdges(page)).toHaveCount(1);
  const [gradient] = await valuesIn(page.getByRole('list', { name: 'Gradient of the link' }));
  expect((await valuesIn(told(page).getByRole('row').nth(3)))[0]).toBe(gradient);
});

test('pointing at a unit of the network lights the term that comes from it', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page, 'Excitations and activations of layer 2');
  await button(page, 'Hidden layer 1, unit 3').hover();
  await expect(litTerms(page)).toHaveCount(1);
  await expect(terms(page).nth(2)).toHaveAttribute('data-lit');
  await expect(litEdges(page)).toHaveCount(1);
  await told(page).getByRole('heading').hover();
  await expect(litTerms(page)).toHaveCount(0);
});

test('the keyboard lights a term at the box that it comes from', async ({ page }) => {
  await openPage(page, SMALL);
  await openLens(page, 'Excitations and activations of layer 2');
  await button(page, 'Forward, layer 1, unit 2').focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Backward, layer 1, unit 2')).toBeFocused();
  await expect(terms(page).nth(1)).toHaveAttribute('data-lit');
  await expect(litEdges(page)).toHaveCount(1);
});

test('of links too many to read at once, the one pointed at has its message', async ({ page }) => {
  await openPage(page, '#v=1&problem=xor&hidden=12-tanh,2-tanh');
  await openLens(page, 'Excitations and activations of layer 2');
  await expect(terms(page)).toHaveCount(12);
  await expect(forward(page)).toHaveCount(0);
  await terms(page).nth(4).hover();
  const [message] = await valuesIn(forward(page));
  const [weight = NaN, activation = NaN] = await valuesIn(terms(page).nth(4));
  expect(message).toBe(weight * activation);
});

test('no message stands on a box or on another message', async ({ page }) => {
  await openPage(page);
  await openLens(page, 'Excitations and activations of layer 2');
  await expect(forward(page).getByRole('listitem')).toHaveCount(8);
  await valuesIn(forward(page));
  const messages = await boxes(forward(page).getByRole('listitem'));
  const units = await boxes(page.locator('[data-box]'));
  messages.forEach((message, i) => {
    for (const other of [...messages.slice(i + 1), ...units]) expect(overlap(message, other)).toBe(false);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing among the messages in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page, SMALL);
    await openLens(page, 'Error δ of layer 1');
    await terms(page).first().hover();
    await expect(litEdges(page)).toHaveCount(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}

async function boxes(locator: Locator): Promise<DOMRect[]> {
  return locator.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
