import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, choose, numberOf, openPage, pause, readout, select, trainUntil } from './playground';

const table = (page: Page): Locator => page.getByRole('table', { name: /^Truth table/ });
const rows = (page: Page): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const verdict = (page: Page): Locator => page.getByRole('status', { name: 'Perceptron rule' });
const output = (page: Page): Locator => page.getByRole('region', { name: /Output/ });

async function gate(page: Page, name: string): Promise<void> {
  await openPage(page);
  const kind = select(page, 'Kind of problem');
  if ((await kind.count()) > 0) await kind.selectOption('Boolean gates');
  await choose(page, name);
  await expect(table(page).first()).toBeVisible();
  await expect(readout(page, 'Rows wrong')).toHaveText(/^\d+$/);
}

async function startRule(page: Page): Promise<void> {
  await button(page, 'Remove hidden layers').click();
  await button(page, 'Perceptron rule').click();
  await expect(readout(page, 'Mistakes')).toHaveText('0');
}

/** The cells of each row as text. */
async function cells(page: Page): Promise<string[]> {
  const texts = await rows(page).evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' ')),
  );
  return texts;
}

async function steps(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await button(page, 'Step').click();
}

test('AND is learned by the perceptron rule as worked by hand', async ({ page }) => {
  await gate(page, 'AND');
  await expect(button(page, 'Perceptron rule')).toBeDisabled();
  await startRule(page);
  await expect(select(page, 'Loss')).toHaveValue('perceptron');
  // The first pass: right, right, right, and a mistake on 11.
  await steps(page, 4);
  await expect(output(page)).toContainText('Row 11: e = 0, ŷ = 0, y = 1: a mistake.');
  await expect(output(page)).toContainText('Δw = η(y − ŷ)x = (1, 1), Δb = 1');
  await expect(output(page)).toContainText('w = (1, 1), b = 1');
  await expect(readout(page, 'Mistakes')).toHaveText('1');
  await expect(readout(page, 'Passes')).toHaveText('1');
  await steps(page, 3);
  await expect(output(page)).toContainText('Row 10: e = 0, ŷ = 0, y = 0: right.');
  await expect(readout(page, 'Mistakes')).toHaveText('3');
  await expect(readout(page, 'Mistakes in this pass')).toHaveText('2');
  await steps(page, 16);
  await expect(verdict(page)).toHaveText('A line separates 1s from 0s, so the rule will end.');
  await steps(page, 1);
  await expect(verdict(page)).toHaveText('Converged after 6 passes and 10 mistakes.');
  await expect(output(page)).toContainText('w = (2, 1), b = −2');
  await expect(readout(page, 'Rows wrong')).toHaveText('0');
  expect(await cells(page)).toEqual(['0 0 0 0 ✓', '0 1 0 0 ✓', '1 0 0 0 ✓', '1 1 1 1 ✓']);
});

test('mistakes are counted right at any speed, after scrubbing, an edit, undo and reset', async ({
  page,
}) => {
  await gate(page, 'AND');
  await startRule(page);
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect(verdict(page)).toHaveText('Converged after 6 passes and 10 mistakes.');
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(1000);
  await pause(page);
  await expect(readout(page, 'Mistakes')).toHaveText('10');
  expect(await numberOf(page, 'Passes')).toBe(await numberOf(page, 'Epoch'));

  await button(page, 'Reset').click();
  await expect(readout(page, 'Mistakes')).toHaveText('0');
  await steps(page, 12);
  await expect(readout(page, 'Mistakes')).toHaveText('7');
  await page.getByRole('slider', { name: 'Timeline' }).focus();
  await page.keyboard.press('Home');
  await expect(readout(page, 'Mistakes')).toHaveText('0');
  await page.keyboard.press('End');
  await expect(readout(page, 'Mistakes')).toHaveText('7');

  await button(page, 'Output 1').focus();
  const bias = page.getByRole('textbox', { name: /Bias of output/ });
  await bias.fill('5');
  await bias.press('Enter');
  await expect(output(page)).toContainText('counted anew since update 12');
  await expect(readout(page, 'Mistakes')).toHaveText('0');
  await steps(page, 1);
  await expect(readout(page, 'Mistakes')).toHaveText('1');
  await button(page, 'Reset').click();
  await steps(page, 4);
  await expect(readout(page, 'Mistakes')).toHaveText('1');
  await expect(output(page)).not.toContainText('counted anew');
});

test('on XOR the page says that no line exists and that the rule never ends', async ({ page }) => {
  await gate(page, 'XOR gate');
  await startRule(page);
  await expect(verdict(page)).toHaveText('No line separates 1s from 0s, so the rule never ends.');
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(500);
  await pause(page);
  expect(await numberOf(page, 'Mistakes')).toBeGreaterThanOrEqual(await numberOf(page, 'Passes'));
  expect(await numberOf(page, 'Rows wrong')).toBeGreaterThan(0);
  await expect(verdict(page)).toHaveText('No line separates 1s from 0s, so the rule never ends.');
});

test('XOR by hand: OR and NAND feed AND and compute the table; undo brings the network back', async ({
  page,
}) => {
  await gate(page, 'XOR gate');
  await select(page, 'Gates by hand').selectOption({ label: 'XOR' });
  await expect(readout(page, 'Rows wrong')).toHaveText('0');
  await expect(table(page).getByRole('columnheader', { name: 'OR', exact: true })).toBeVisible();
  await expect(table(page).getByRole('columnheader', { name: 'NAND', exact: true })).toBeVisible();
  // x1 x2, OR NAND, y ŷ
  expect(await cells(page)).toEqual(['0 0 0 1 0 0 ✓', '0 1 1 1 1 1 ✓', '1 0 1 1 1 1 ✓', '1 1 1 0 0 0 ✓']);
  await expect(output(page)).toContainText('No gradient passes the step units of hidden layer 1.');
  await expect(readout(page, 'Train accuracy')).toHaveText('100.0%');
  await button(page, 'Undo').click();
  await expect(button(page, 'Remove hidden layers')).toBeVisible();
  await expect(table(page).getByRole('columnheader', { name: 'OR', exact: true })).toHaveCount(0);
});

test('the keyboard goes on from the removed layers to the rule that they kept away', async ({ page }) => {
  await gate(page, 'OR');
  await button(page, 'Remove hidden layers').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Perceptron rule')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(readout(page, 'Mistakes')).toHaveText('0');
  await expect(button(page, 'Perceptron rule')).toBeFocused();
});

test('parity of 3 and 4 inputs by hand computes every row', async ({ page }) => {
  await gate(page, 'Parity');
  for (const inputs of ['3', '4']) {
    await select(page, 'Inputs').selectOption(inputs);
    await expect(rows(page)).toHaveCount(2 ** Number(inputs));
    await select(page, 'Gates by hand').selectOption({ label: 'Parity' });
    await expect(readout(page, 'Rows wrong')).toHaveText('0');
    await expect(readout(page, 'Train accuracy')).toHaveText('100.0%');
  }
});

test('gradient descent learns the XOR gate with tanh units', async ({ page }) => {
  await gate(page, 'XOR gate');
  await trainUntil(page, 'Train accuracy', 100);
  await expect(readout(page, 'Rows wrong')).toHaveText('0');
});

test('the targets of a truth table are turned over by mouse and keyboard, and training goes on', async ({
  page,
}) => {
  await gate(page, 'Truth table');
  await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText('1');
  await button(page, 'Target of row 00: 0').click();
  await expect(button(page, 'Target of row 00: 1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(button(page, 'Target of row 10: 1')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(button(page, 'Target of row 10: 0')).toBeFocused();
  await expect(button(page, 'Play')).toBeVisible();
  await expect(readout(page, 'Epoch')).toHaveText('1');
  await page.keyboard.press('Control+z');
  await expect(button(page, 'Target of row 10: 1')).toBeVisible();
  await select(page, 'Inputs').selectOption('4');
  await expect(rows(page)).toHaveCount(16);
  await button(page, 'Target of row 1111: 0').click();
  await expect(button(page, 'Target of row 1111: 1')).toBeVisible();
});

test('wrong rows are those whose class is not the target, told by a mark with a name', async ({ page }) => {
  await gate(page, 'AND');
  const wrong = await rows(page).evaluateAll(
    (all) =>
      all.filter((row) => {
        const [, , y, , label] = [...row.children].map((cell) => cell.textContent.trim());
        return y !== label;
      }).length,
  );
  await expect(readout(page, 'Rows wrong')).toHaveText(String(wrong));
  await expect(table(page).getByRole('img', { name: 'wrong' })).toHaveCount(wrong);
  await expect(table(page).getByRole('img', { name: 'right' })).toHaveCount(4 - wrong);
});

test('the rows on the map stay where they are, by mouse and by keyboard', async ({ page }) => {
  await gate(page, 'AND');
  const points = page.getByRole('group', { name: 'Points', exact: true }).getByRole('button');
  await expect(points).toHaveCount(4);
  const name = (await points.last().getAttribute('aria-label')) ?? '';
  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  const box = await points.last().boundingBox();
  if (box === null) throw new Error('Expected a point on the map, found none.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('radio', { name: 'AND', exact: true })).toBeChecked();
  await expect(points.last()).toHaveAttribute('aria-label', name);
});

test('elsewhere a notice tells of steps that no gradient passes, until it is dismissed', async ({ page }) => {
  await openPage(page);
  await select(page, 'Activation').selectOption('step');
  await expect(page.getByText('No gradient passes the step units of hidden layers 1 and 2.')).toBeVisible();
  await button(page, 'Dismiss').click();
  await expect(page.getByText('No gradient passes')).toHaveCount(0);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]) {
  test(`no gate scrolls the page at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const fits = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
      });
    await gate(page, 'XOR gate');
    expect(await fits()).toBe(true);
    await startRule(page);
    expect(await fits()).toBe(true);
    await gate(page, 'Truth table');
    await select(page, 'Inputs').selectOption('4');
    await expect(rows(page)).toHaveCount(16);
    expect(await fits()).toBe(true);
    await select(page, 'Gates by hand').selectOption({ label: 'Parity' });
    await expect(table(page).getByRole('columnheader', { name: 'NAND', exact: true })).toHaveCount(3);
    expect(await fits()).toBe(true);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the gates’ figure, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const found = () => accessibilityFaults(page, '.output-panel');
    await gate(page, 'AND');
    expect(await found()).toEqual([]);
    await startRule(page);
    await steps(page, 4);
    expect(await found()).toEqual([]);
    await gate(page, 'Truth table');
    await select(page, 'Inputs').selectOption('4');
    expect(await found()).toEqual([]);
    await select(page, 'Inputs').selectOption('3');
    await select(page, 'Gates by hand').selectOption({ label: 'Parity' });
    await expect(readout(page, 'Rows wrong')).toHaveText(/\d/);
    expect(await found()).toEqual([]);
  });
}
