import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, field, openPage, readout, select, trainEpochs } from './playground';

/** The lens "Backprop", view "Worksheet": the student fills the blanks of a pass and is judged. */

async function openWorksheet(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Backprop', exact: true }).click();
  await button(page, 'Worksheet').click();
  const sheet = page.getByRole('article', { name: 'Sheet' });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function openLogistic(page: Page, difficulty: string): Promise<Locator> {
  const sheet = await openWorksheet(page);
  await select(page, 'Sheet on').selectOption('2–2–2 logistic');
  await select(page, 'Difficulty').selectOption(difficulty);
  await expect(sheet.getByRole('heading', { level: 3 })).toContainText('2–2–2 logistic');
  return sheet;
}

const judgment = (page: Page) => readout(page, 'Judgment');

/** By hand: ε = (0.148036, −0.102308); the student takes ε₁ for 0.2, and goes on from there without a further mistake. */
const TYPED = [
  ['ε of output 1', '0.2', 'wrong: begin here'],
  ['ε of output 2', '−0,1023', 'right'],
  ['δ of layer 1, unit 1', '0.0341', 'carried forward'],
  ['δ of layer 1, unit 2', '-0.1012', 'carried forward'],
  ['gradient of the weight from layer 1, unit 1 to output 1', '0.1291', 'carried forward'],
  ['gradient of the weight from layer 1, unit 2 to output 1', '1/10', 'carried forward'],
  ['gradient of the bias of output 1', 'ε1', 'not a number'],
] as const;

test('right, wrong, carried-forward and blank entries are judged as they should be, by keyboard alone', async ({
  page,
}) => {
  await openPage(page);
  const sheet = await openLogistic(page, 'The backward pass');
  await field(page, TYPED[0][0]).focus();
  for (const [name, text, mark] of TYPED) {
    await expect(field(page, name)).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(mark, 'u'));
  }
  await expect(field(page, 'gradient of the bias of output 1')).toHaveAccessibleDescription(
    /Expected a number such as 0\.25, 0,25 or 1\/3, found “ε1”\./u,
  );
  const blank = field(page, 'gradient of the weight from layer 1, unit 1 to output 2');
  await expect(blank).toBeFocused();
  await expect(blank).toHaveAccessibleDescription('');
  await button(page, 'Check answers').press('Enter');
  await expect(blank).toHaveAccessibleDescription('blank');
  await expect(judgment(page)).toHaveText(
    '5 of 16 right, 4 of them carried forward; 2 wrong, 9 blank. First wrong: ε of output 1.',
  );
  await button(page, 'Go to the first wrong box').press('Enter');
  await expect(field(page, 'ε of output 1')).toBeFocused();

  // Seen, each mark has a symbol of its own.
  for (const [mark, count] of [
    ['✗ wrong: begin here', 1],
    ['✓ right', 1],
    ['✓→ carried forward', 4],
    ['○ blank', 9],
  ] as const)
    await expect(sheet.getByText(mark, { exact: true })).toHaveCount(count);

  // Corrected, what was carried forward from it no longer follows.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0.148');
  await page.keyboard.press('Enter');
  await expect(field(page, 'ε of output 1')).toHaveAccessibleDescription('right');
  await expect(field(page, 'δ of layer 1, unit 1')).toHaveAccessibleDescription('wrong: begin here');
  await expect(sheet.getByRole('textbox')).toHaveCount(16);
});

test('hints show the formula, then its numbers, then the value, and give no other box away', async ({
  page,
}) => {
  await openPage(page);
  await openLogistic(page, 'The backward pass');
  await field(page, 'ε of output 2').fill('-0.1023');
  await field(page, 'δ of layer 1, unit 2').focus();
  const hints = page.getByRole('region', { name: 'Hints' });
  await expect(hints.getByRole('heading')).toHaveText('Hints for δ of layer 1, unit 2');
  await button(page, 'Show the formula').press('Enter');
  const formulas = hints.locator('annotation');
  await expect(formulas).toHaveCount(1);
  await expect(formulas.first()).toContainText('w_{12}^{(2)} \\cdot \\varepsilon_{1}');
  await button(page, 'Fill in the numbers').press('Enter');
  await expect(formulas).toHaveCount(2);
  await expect(formulas.nth(1)).toContainText(
    '0.5 \\cdot (1 - 0.5) \\cdot ((-1) \\cdot \\varepsilon_{1} + 2 \\cdot (-0.1023))',
  );
  await button(page, 'Reveal the value').press('Enter');
  const box = field(page, 'δ of layer 1, unit 2');
  // The button is gone with the last hint.
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('−0.08816');
  await expect(box).toHaveAccessibleDescription('revealed');
  await button(page, 'Check answers').click();
  await expect(judgment(page)).toHaveText('1 of 16 right; 14 blank, 1 revealed.');
});

test('the update is asked of one layer, its gradients given, and judged by the change', async ({ page }) => {
  await openPage(page);
  const sheet = await openLogistic(page, 'Update of the output');
  await expect(sheet.getByRole('heading', { level: 4 })).toHaveText(['Gradients, output', 'Update, output']);
  await expect(sheet.getByRole('textbox')).toHaveCount(6);
  // By hand, η = 0.5: 1 − 0.5 · 0.0956, and −1 − 0.5 · 0.0740 with the wrong sign
  const names = [
    'weight from layer 1, unit 1 to output 1',
    'weight from layer 1, unit 2 to output 1',
  ] as const;
  await field(page, `new ${names[0]}`).fill('0.9522');
  await field(page, `new ${names[1]}`).fill('-0.963');
  await field(page, 'new bias of output 1').fill('0.5');
  await button(page, 'Check answers').click();
  await expect(judgment(page)).toHaveText(`1 of 6 right; 2 wrong, 3 blank. First wrong: new ${names[1]}.`);
  const hints = page.getByRole('region', { name: 'Hints' });
  await button(page, 'Go to the first wrong box').click();
  await button(page, 'Show the formula').click();
  await button(page, 'Fill in the numbers').click();
  const formulas = hints.locator('annotation');
  await expect(formulas.first()).toContainText('\\leftarrow w_{12}^{(2)} - \\eta \\cdot');
  await expect(formulas.nth(1)).toContainText('-1 - 0.5 \\cdot 0.07402');
  await button(page, 'Reveal the value').click();
  await expect(field(page, `new ${names[1]}`)).toHaveValue('−1.037');
});

test('a wrong gradient is carried forward into the update', async ({ page }) => {
  await openPage(page);
  await openLogistic(page, 'All of it');
  await field(page, 'gradient of the bias of output 1').fill('0.2');
  await field(page, 'new bias of output 1').fill('0.4');
  await button(page, 'Check answers').click();
  await expect(field(page, 'new bias of output 1')).toHaveAccessibleDescription('carried forward');
  await expect(judgment(page)).toContainText('1 of 37 right, 1 of them carried forward; 1 wrong');
});

test('the update is left out where the optimizer’s step is none for paper', async ({ page }) => {
  await openPage(page, '#v=1&problem=xor&hidden=2-tanh&optimizer=adam');
  await openWorksheet(page);
  await expect(page.getByText('The sheet asks for the update where the optimizer is SGD.')).toBeVisible();
  await expect(select(page, 'Difficulty').getByRole('option', { name: 'The update' })).toHaveCount(0);
  await select(page, 'Optimizer').selectOption('SGD');
  await select(page, 'Difficulty').selectOption('The update');
  await expect(page.getByRole('textbox', { name: /^new (weight|bias)/u })).toHaveCount(9);
});

test('a network suited to paper is one step of undo', async ({ page }) => {
  await openPage(page);
  await openLogistic(page, 'The forward pass');
  await expect(page.getByText('2–2–2, 12 parameters')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^(e|h|ŷ) of|^loss/u })).toHaveCount(9);
  await button(page, 'Undo').click();
  await expect(page.getByText('2–8–6–1, 85 parameters')).toBeVisible();
  await expect(select(page, 'Sheet on')).toHaveValue('present');
});

test('the sheet of the present network keeps its weights while the network trains on', async ({ page }) => {
  await openPage(page);
  const sheet = await openWorksheet(page);
  const value = () => sheet.locator('data').last().getAttribute('value');
  const before = await value();
  await trainEpochs(page, 2);
  const moved = page.getByText('The network on the page now has other weights than this sheet.');
  await expect(moved).toBeVisible();
  expect(await value()).toBe(before);
  await button(page, 'Take the present weights').click();
  await expect(moved).toBeHidden();
  expect(await value()).not.toBe(before);
});

test('a sheet too large for paper says so', async ({ page }) => {
  await openPage(page, '#v=1&hidden=8-tanh,8-tanh,8-tanh');
  await openWorksheet(page);
  await select(page, 'Difficulty').selectOption('All of it');
  await expect(
    page.getByText(/^This sheet would have \d+ blanks; a sheet holds at most 200\./u),
  ).toBeVisible();
  await select(page, 'Difficulty').selectOption('δ of layer 2');
  await expect(page.getByRole('textbox', { name: /^δ of layer 2/u })).toHaveCount(8);
});

test('the link of a sheet opens the same sheet: weights, token and blanks', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, '#v=1&hidden=3-tanh&problem=moons');
  const sheet = await openWorksheet(page);
  await trainEpochs(page, 2);
  await button(page, 'Take the present weights').click();
  const tokens = page.getByRole('spinbutton', { name: 'Token', exact: true });
  await tokens.fill('4');
  await select(page, 'Difficulty').selectOption('The backward pass');
  const givens = (of: Locator) =>
    of.locator('data').evaluateAll((all) => all.map((each) => each.getAttribute('value')));
  const expected = await givens(sheet);
  expect(expected).toHaveLength(9);
  await button(page, 'Copy link to this sheet').click();
  await expect(page.getByText('Link to this sheet copied.')).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('&view=worksheet-backward-token-4');

  const other = await context.newPage();
  await other.goto(link);
  const opened = other.getByRole('article', { name: 'Sheet' });
  await expect(opened).toBeVisible();
  expect(await givens(opened)).toEqual(expected);
  await expect(select(other, 'Difficulty')).toHaveValue('backward');
  await expect(other.getByRole('spinbutton', { name: 'Token', exact: true })).toHaveValue('4');
  await other.close();
});

test('a printer gets the sheet alone, with blanks or with solutions', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await openLogistic(page, 'All of it');
  await button(page, 'Print').click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(button(page, 'Play')).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Backprop' })).toBeHidden();
  const paper = page.getByRole('article', { name: 'Sheet' });
  await expect(paper).toHaveCount(1);
  await expect(paper.getByRole('heading', { level: 4 })).toHaveCount(9);
  const link = page.getByRole('link', { name: /#v=1&.*&view=worksheet-all-token-1$/u });
  expect(await link.getAttribute('href')).toBe(await link.textContent());
  await expect(paper.locator('data')).toHaveCount(0);
  const colors = await paper.evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);

  await page.emulateMedia({ media: 'screen' });
  await button(page, 'Print with solutions').click();
  await page.emulateMedia({ media: 'print' });
  await expect(paper.locator('data')).toHaveCount(37);
  await expect(paper.locator('data').first()).toHaveText('0.6');
  for (const format of ['A4', 'Letter']) {
    // With its backgrounds, too, the dark theme prints black on white.
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/gu), format).toHaveLength(1);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`axe finds nothing on the worksheet, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await openPage(page);
      if (viewport.width < 641) await page.getByRole('tab', { name: 'Lens', exact: true }).click();
      await openLogistic(page, 'All of it');
      await field(page, 'e of layer 1, unit 1').fill('0.5');
      await field(page, 'h of layer 1, unit 1').fill('x');
      await button(page, 'Show the formula').click();
      await button(page, 'Check answers').click();
      await expect(judgment(page)).toContainText('2 wrong');
      expect(await accessibilityFaults(page, '.worksheet')).toEqual([]);
    });
  }
}
