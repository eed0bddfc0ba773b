import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, field, pause, trainTo } from './playground';

const input = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const epoch = (page: Page) => page.getByLabel('Epoch', { exact: true });
const FIRST = 'Weight from x1 to hidden layer 1, unit 3';

async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(epoch(page)).toHaveText('0');
}

async function numberIn(locator: Locator): Promise<number> {
  return Number(await locator.inputValue());
}

test('every unit of the first view is a button, every input a checkbox, every layer has its controls', async ({
  page,
}) => {
  await open(page);
  for (let unit = 1; unit <= 8; unit++)
    await expect(button(page, `Hidden layer 1, unit ${unit}`)).toBeVisible();
  await expect(button(page, 'Hidden layer 2, unit 6')).toBeVisible();
  await expect(button(page, 'Output 1')).toBeVisible();
  const inputs = page.getByRole('group', { name: 'Inputs' });
  for (const name of ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)']) {
    await expect(inputs.getByRole('checkbox', { name, exact: true })).toBeVisible();
  }
  await expect(inputs.getByRole('checkbox', { checked: true })).toHaveCount(2);
  for (const layer of [1, 2]) {
    await expect(button(page, `Add unit to hidden layer ${layer}`)).toBeVisible();
    await expect(button(page, `Remove unit from hidden layer ${layer}`)).toBeVisible();
    await expect(page.getByRole('combobox', { name: `Activation of hidden layer ${layer}` })).toHaveValue(
      'tanh',
    );
  }
  await expect(page.getByRole('combobox', { name: 'Output activation' })).toHaveValue('sigmoid');
});

test('over the lens of a tablet every unit is in view, and no key lies on them', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  const key = page.getByText('w > 0');
  await expect(key).toBeVisible();
  await page.getByRole('tab', { name: 'Unit', exact: true }).click();
  await expect(page.getByRole('tabpanel', { name: 'Unit' })).toBeVisible();
  await expect(key).toHaveCount(0);
  for (let unit = 1; unit <= 8; unit++)
    await expect(button(page, `Hidden layer 1, unit ${unit}`)).toBeInViewport({ ratio: 0.9 });
  // What is below is scrolled to, by keyboard too.
  await input(page, 'sin(x2)').focus();
  await expect(input(page, 'sin(x2)')).toBeInViewport({ ratio: 1 });
});

test('layers and units are added and removed in place, and their limits are said', async ({ page }) => {
  await open(page);
  await button(page, 'Add layer').click();
  await button(page, 'Add unit to hidden layer 3').click();
  await expect(page.getByText('2–8–6–7–1, 135 parameters')).toBeVisible();
  await expect(button(page, 'Hidden layer 3, unit 7')).toBeVisible();
  for (let layers = 3; layers > 0; layers--) await button(page, 'Remove layer').click();
  await expect(page.getByText('2–1, 3 parameters')).toBeVisible();
  await expect(button(page, 'Remove layer')).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Output 1')).toBeVisible();
  for (let layers = 0; layers < 8; layers++) await button(page, 'Add layer').click();
  await expect(button(page, 'Add layer')).toHaveAttribute('aria-disabled', 'true');
});

test('inputs are switched on and off, but the last one stays', async ({ page }) => {
  await open(page);
  await input(page, 'x1^2').check();
  await expect(page.getByText('3–8–6–1, 93 parameters')).toBeVisible();
  await input(page, 'x1^2').focus();
  await page.keyboard.press('Space');
  await expect(input(page, 'x1^2')).not.toBeChecked();
  await input(page, 'x1').uncheck();
  await input(page, 'x2').focus();
  await page.keyboard.press('Space');
  await expect(input(page, 'x2')).toBeChecked();
  await expect(page.getByText('1–8–6–1, 77 parameters')).toBeVisible();
});

test('a click pins a unit, its numbers can be read and typed, and the run takes them', async ({ page }) => {
  await open(page);
  const unit = button(page, 'Hidden layer 1, unit 3');
  await expect(field(page, FIRST)).toHaveCount(0);
  await unit.click();
  await expect(unit).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(5, 5);
  for (const [typed, shown] of [
    ['-0.5', '-0.5'],
    ['−0.25', '-0.25'],
    ['1e-3', '0.001'],
    ['0,75', '0.75'],
  ] as const) {
    await field(page, FIRST).fill(typed);
    await page.keyboard.press('Enter');
    await expect(field(page, FIRST)).toHaveValue(shown);
  }
  const outgoing = 'Weight from hidden layer 1, unit 3 to hidden layer 2, unit 1';
  await field(page, outgoing).fill('2');
  await field(page, 'Bias of hidden layer 1, unit 3').fill('-1.5');
  await field(page, 'Bias of hidden layer 1, unit 3').blur();
  await expect(field(page, outgoing)).toHaveValue('2');
  // The same weight, seen from the other end.
  await button(page, 'Hidden layer 2, unit 1').click();
  await expect(field(page, outgoing)).toHaveValue('2');
  await button(page, 'Hidden layer 1, unit 3').click();
  await expect(field(page, 'Bias of hidden layer 1, unit 3')).toHaveValue('-1.5');
  await page.keyboard.press('Escape');
  await expect(unit).toHaveAttribute('aria-pressed', 'false');
});

test('rubbish keeps the old value and says what was expected; Escape takes typing back', async ({ page }) => {
  await open(page);
  await button(page, 'Output 1').click();
  const bias = field(page, 'Bias of output 1');
  await bias.fill('0.5');
  await bias.press('Enter');
  await bias.fill('half');
  await bias.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Expected a number such as −0.5, found “half”.');
  await expect(bias).toHaveValue('0.5');
  await bias.fill('7');
  await bias.press('Escape');
  await expect(bias).toHaveValue('0.5');
  await expect(button(page, 'Output 1')).toHaveAttribute('aria-pressed', 'true');
});

test('numbers follow the training, a frozen weight does not', async ({ page }) => {
  await open(page);
  await button(page, 'Hidden layer 1, unit 3').click();
  await field(page, FIRST).fill('0.5');
  await page.keyboard.press('Enter');
  await button(page, 'Freeze weight from x1').click();
  await expect(button(page, 'Freeze weight from x1')).toHaveAttribute('aria-pressed', 'true');
  const other = field(page, 'Weight from x2 to hidden layer 1, unit 3');
  const before = await numberIn(other);
  await trainTo(page, 3);
  await expect.poll(() => numberIn(other)).not.toBe(before);
  await expect(field(page, FIRST)).toHaveValue('0.5');
});

test('a weight is typed while the run goes on', async ({ page }) => {
  await open(page);
  await button(page, 'Hidden layer 1, unit 3').click();
  await button(page, 'Play').click();
  await expect(epoch(page)).not.toHaveText('0');
  const bias = field(page, 'Bias of hidden layer 1, unit 3');
  await bias.fill('40');
  await bias.press('Enter');
  await expect.poll(() => numberIn(bias)).toBeGreaterThan(30);
  await expect.poll(() => numberIn(bias)).not.toBe(40);
  await pause(page);
});

test('the keyboard reaches the network once, goes from unit to unit, edits and comes back', async ({
  page,
}) => {
  await open(page);
  await input(page, 'sin(x2)').focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Hidden layer 1, unit 1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(button(page, 'Hidden layer 1, unit 3')).toBeFocused();
  await expect(epoch(page)).toHaveText('0');
  await expect(field(page, FIRST)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field(page, FIRST)).toBeFocused();
  await page.keyboard.type('-2');
  await page.keyboard.press('Enter');
  await expect(field(page, FIRST)).toHaveValue('-2');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Hidden layer 1, unit 3')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(page, 'Hidden layer 1, unit 3')).toHaveAttribute('aria-pressed', 'false');
  // To the nearest unit of the next layer; no arrow makes a training step.
  await page.keyboard.press('ArrowRight');
  await expect(button(page, 'Hidden layer 2, unit 2')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button(page, 'Output 1')).toBeFocused();
  await expect(epoch(page)).toHaveText('0');
});

test('Tab leads from a unit to its numbers, and they stay on show there', async ({ page }) => {
  await open(page);
  await button(page, 'Hidden layer 1, unit 3').focus();
  await expect(field(page, 'Weight from x1 to hidden layer 1, unit 3')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page, 'Weight from x1 to hidden layer 1, unit 3')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(page, 'Hidden layer 1, unit 3')).toBeFocused();
});

test('the bias gauge is dragged by the pointer', async ({ page }) => {
  await open(page);
  const unit = button(page, 'Hidden layer 1, unit 3');
  await unit.click();
  const bias = field(page, 'Bias of hidden layer 1, unit 3');
  await expect(bias).toHaveValue('0');
  const box = await unit.boundingBox();
  if (box === null) throw new Error('Expected the unit to be on the page.');
  await page.mouse.move(box.x - 5.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 5.5, box.y + box.height / 4, { steps: 5 });
  await page.mouse.up();
  // Half of the upper half: atanh(0.5) / 0.9
  await expect.poll(() => numberIn(bias)).toBeCloseTo(0.61, 1);
  await button(page, 'Undo').click();
  await expect(bias).toHaveValue('0');
});

test('pointing at a unit brings its formula; the inspector leaves the unit and the panel’s edge free', async ({
  page,
}) => {
  await open(page);
  const unit = button(page, 'Hidden layer 2, unit 3');
  await unit.hover();
  const numbers = page.getByRole('group', { name: 'Numbers of hidden layer 2, unit 3' });
  await expect(numbers.locator('.katex').first()).toBeVisible();
  const [own, box] = [await unit.boundingBox(), await numbers.boundingBox()];
  const panel = await page.getByRole('region', { name: 'Network' }).boundingBox();
  if (!own || !box || !panel) throw new Error('Expected unit, numbers and panel on the page.');
  const apart =
    box.x >= own.x + own.width ||
    box.x + box.width <= own.x ||
    box.y >= own.y + own.height ||
    box.y + box.height <= own.y;
  expect(apart).toBe(true);
  expect(box.x).toBeGreaterThanOrEqual(panel.x);
  expect(box.x + box.width).toBeLessThanOrEqual(panel.x + panel.width);
  expect(box.y + box.height).toBeLessThanOrEqual(panel.y + panel.height);
  await page.mouse.move(5, 5);
  await expect(numbers).toHaveCount(0);
});

test('a layer of 64 units stays usable', async ({ page }) => {
  await open(page);
  for (let unit = 8; unit < 64; unit++) await button(page, 'Add unit to hidden layer 1').click();
  await expect(button(page, 'Add unit to hidden layer 1')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Hidden layer 1, unit 64').click();
  await expect(field(page, 'Bias of hidden layer 1, unit 64')).toBeVisible();
  await trainTo(page, 2);
});

test('on a phone a layer’s controls open from its head', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('button', { name: /^Hidden layer 1: 8 tanh/ }).click();
  await button(page, 'Add unit to hidden layer 1').click();
  await page.getByRole('combobox', { name: 'Activation of hidden layer 1' }).selectOption('relu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Hidden layer 1: 9 ReLU/ })).toBeFocused();
  const box = await button(page, 'Hidden layer 1, unit 9').boundingBox();
  expect(box).not.toBeNull();
  await button(page, 'Hidden layer 1, unit 1').click();
  await expect(field(page, 'Bias of hidden layer 1, unit 1')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing beside a pinned unit in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await button(page, 'Hidden layer 1, unit 3').click();
    const numbers = page.getByRole('group', { name: 'Numbers of hidden layer 1, unit 3' });
    await expect(numbers.locator('.katex').first()).toBeVisible();
    expect(await accessibilityFaults(page, '.network-panel')).toEqual([]);
  });
}
