import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import {
  button,
  choose,
  numberOf,
  openPage,
  readout,
  select,
  spin,
  trainEpochs,
  trainUntil,
} from './playground';

const LINK = '#v=1&problem=digits&samples=1797&train=0.7&hidden=32-relu&output=softmax&learningRate=0.003';
const BLOCKS = 64;

const pad = (page: Page): Locator => page.getByRole('group', { name: 'Digit pad', exact: true });
const block = (page: Page, index: number): Locator => pad(page).getByRole('gridcell').nth(index);
const readAs = (page: Page): Locator => readout(page, 'Read as');
const probabilities = (page: Page): Locator =>
  pad(page).getByRole('list', { name: 'Class probabilities' }).getByRole('listitem');
const tokenReading = (page: Page): Locator => readout(page, 'Token, true and read as');
const worst = (page: Page): Locator =>
  page.getByRole('region', { name: /^Test digits/ }).getByRole('button', { name: /^Token/ });

async function openDigits(page: Page, hash = LINK): Promise<void> {
  await openPage(page, hash);
  await expect(pad(page)).toBeVisible();
}

/** The bars show what the network says to the drawing as it is. */
async function answered(page: Page): Promise<void> {
  const list = pad(page).getByRole('list', { name: 'Class probabilities' });
  await expect(list).toHaveAttribute('aria-busy', 'false');
}

/** Chooses a token by its number and tells how the network reads it. */
async function chooseToken(page: Page, token: number): Promise<string> {
  await spin(page, 'Token').fill(String(token));
  await expect(spin(page, 'Token')).toHaveValue(String(token));
  await expect(tokenReading(page)).toHaveText(/→/);
  return ((await tokenReading(page).textContent()) ?? '').split('→')[1]?.trim() ?? '';
}

/** Dark pixels of every block, as the pad says them. */
async function blocks(page: Page): Promise<number[]> {
  const names = await pad(page)
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return names.map((name) => Number(/: (\d+) of 16$/.exec(name)?.[1]));
}

/** Dots at the middle of blocks, as a hand would set them. */
async function dot(page: Page, indices: readonly number[]): Promise<void> {
  const box = await pad(page).boundingBox();
  if (box === null) throw new Error('Expected a pad on the page, found none.');
  for (const index of indices) {
    const x = box.x + (((index % 8) + 0.5) * box.width) / 8;
    await page.mouse.click(x, box.y + ((Math.floor(index / 8) + 0.5) * box.height) / 8);
  }
}

test('the digits load when they are chosen and not before', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.bin')) loaded.push(request.url());
  });
  await openPage(page);
  await choose(page, 'Moons');
  expect(loaded).toEqual([]);
  await choose(page, 'Digits');
  await expect(pad(page)).toBeVisible();
  await expect(readout(page, 'Test accuracy')).toHaveText(/^\d+\.\d%$/);
  // Page and worker each ask for it once.
  expect(new Set(loaded).size).toBe(1);
  expect(loaded.length).toBeLessThanOrEqual(2);
});

test('without a connection the page says so and keeps the experiment', async ({ page }) => {
  await openPage(page);
  await page.route('**/*.bin', (route) => route.abort());
  await page
    .getByRole('radiogroup', { name: 'Problem' })
    .getByRole('radio', { name: 'Digits', exact: true })
    .click();
  await expect(page.getByText('This problem could not be loaded; check the connection')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Spiral', exact: true })).toBeChecked();
  await page.unroute('**/*.bin');
  await choose(page, 'Digits');
  await expect(pad(page)).toBeVisible();
});

test('64–32–10 reads 95 % of the test digits', async ({ page }, { annotations }) => {
  await openDigits(page);
  const start = Date.now();
  await trainUntil(page, 'Test accuracy', 95);
  annotations.push({ type: 'seconds to 95 %', description: ((Date.now() - start) / 1000).toFixed(1) });
  expect(await numberOf(page, 'Test accuracy')).toBeGreaterThanOrEqual(95);
});

test('rows of the data, painted on the pad, are read as those rows', async ({ page }) => {
  await openDigits(page);
  await trainEpochs(page, 6);
  const dotted: boolean[] = [];
  // The last 540 tokens test.
  for (let token = 1270; token < 1294; token++) {
    const read = await chooseToken(page, token);
    await button(page, 'Load token').click();
    await expect(readAs(page)).toHaveText(read);
    const counts = await blocks(page);
    expect(counts).toHaveLength(BLOCKS);
    expect(Math.max(...counts)).toBeGreaterThan(10);
    await button(page, 'Clear').click();
    await expect(readAs(page)).toHaveText('–');
    if (token % 2 === 1) continue;
    // Black or white only, as a coarse pen draws them.
    await dot(
      page,
      counts.flatMap((count, index) => (count >= 6 ? [index] : [])),
    );
    await answered(page);
    dotted.push((await readAs(page).textContent()) === read);
  }
  expect(dotted.filter(Boolean).length).toBeGreaterThanOrEqual(10);
});

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

async function shares(page: Page): Promise<number[]> {
  const texts = await probabilities(page).allTextContents();
  return texts.map((text) => Number(text.slice(-5)));
}

test('a row is painted shade by shade with the keyboard alone', async ({ page }) => {
  await openDigits(page);
  await trainEpochs(page, 6);
  for (const token of [1300, 1301]) {
    const read = await chooseToken(page, token);
    await button(page, 'Load token').click();
    const counts = await blocks(page);
    await expect(readAs(page)).toHaveText(read);
    const loaded = await shares(page);
    await block(page, 0).focus();
    await page.keyboard.press('c');
    await expect.poll(async () => sum(await blocks(page))).toBe(0);
    for (let step = 0; step < BLOCKS; step++) {
      const row = Math.floor(step / 8);
      const index = row * 8 + (row % 2 === 0 ? step % 8 : 7 - (step % 8));
      await shade(page, counts[index] ?? 0);
      const turn = row % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
      await page.keyboard.press(step % 8 === 7 ? 'ArrowDown' : turn);
    }
    expect(await blocks(page)).toEqual(counts);
    await expect(readAs(page)).toHaveText(read);
    await expect.poll(() => shares(page)).toEqual(loaded);
  }
});

async function shade(page: Page, count: number): Promise<void> {
  if (count >= 8) await page.keyboard.press('Space');
  const [key, times] = count >= 8 ? (['-', 16 - count] as const) : (['+', count] as const);
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

test('arrows with Shift draw, Space takes a block away, and the page’s own keys rest', async ({ page }) => {
  await openDigits(page);
  await block(page, 0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName('Row 2, column 2: 0 of 16');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect((await blocks(page)).flatMap((count, index) => (count > 0 ? [index] : []))).toEqual([9, 10, 11]);
  await page.keyboard.press('Space');
  await expect(page.locator(':focus')).toHaveAccessibleName('Row 2, column 4: 0 of 16');
  await expect(button(page, 'Play')).toBeVisible();
  await expect(readout(page, 'Epoch')).toHaveText('0');
});

test('the empty pad asks for a digit, until there is ink on it', async ({ page }) => {
  await openDigits(page);
  const asked = pad(page).getByText('Draw a digit', { exact: true });
  await expect(asked).toBeVisible();
  await dot(page, [27]);
  await expect(asked).toHaveCount(0);
  await button(page, 'Clear').click();
  await expect(asked).toBeVisible();
});

test('the probabilities move while a stroke is drawn', async ({ page }) => {
  await openDigits(page);
  await trainEpochs(page, 3);
  const box = await pad(page).boundingBox();
  if (box === null) throw new Error('Expected a pad on the page, found none.');
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.1 * box.height);
  await page.mouse.down();
  await expect.poll(async () => sum(await shares(page))).toBeCloseTo(1, 1);
  const first = await shares(page);
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.9 * box.height, { steps: 8 });
  await expect.poll(() => shares(page)).not.toEqual(first);
  await expect(readAs(page)).toHaveText('1');
  await page.mouse.up();
  await answered(page);
  const before = await shares(page);
  await page.mouse.move(box.x + 0.1 * box.width, box.y + 0.1 * box.height);
  await answered(page);
  expect(await shares(page)).toEqual(before);
});

test('the worst test digits are those with the least probability, and a press chooses one', async ({
  page,
}) => {
  await openDigits(page);
  await trainEpochs(page, 4);
  await expect(worst(page)).toHaveCount(10);
  await expect(worst(page).first()).toHaveAccessibleName(/^Token \d+: \d, read as \d, p \d\.\d{3}$/);
  const wrong = Math.round(((100 - (await numberOf(page, 'Test accuracy'))) / 100) * 539);
  const names = async () =>
    worst(page).evaluateAll((buttons) => buttons.map((each) => each.getAttribute('aria-label') ?? ''));
  await expect.poll(async () => (await names()).filter(isMistake).length).toBe(Math.min(10, wrong));
  const given = (await names()).map((name) => Number(name.slice(-5)));
  expect(given).toEqual([...given].sort((a, b) => a - b));
  // While it is looked at, the list may still follow the last epoch.
  await expect(async () => {
    const [, token, truth, read] = /^Token (\d+): (\d), read as (\d)/.exec((await names())[1] ?? '') ?? [];
    await worst(page).nth(1).click();
    await expect(spin(page, 'Token')).toHaveValue(token ?? '', { timeout: 2000 });
    await expect(tokenReading(page)).toHaveText(`${truth} → ${read}`, { timeout: 2000 });
    await expect(worst(page).nth(1)).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });
  }).toPass();
});

function isMistake(name: string): boolean {
  const [, truth, read] = /: (\d), read as (\d)/.exec(name) ?? [];
  return truth !== read;
}

test('the confusion matrix counts every test digit under its name', async ({ page }) => {
  await openDigits(page);
  await page.getByRole('radio', { name: 'Confusion matrix', exact: true }).check({ force: true });
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
  ]);
  await expect(table.getByRole('rowheader', { name: 'True digit 9' })).toBeInViewport();
  const cells = () => table.locator('tbody td').allTextContents();
  await expect.poll(async () => sum((await cells()).map(Number))).toBe(539);
});

test('a unit pointed out in the network shows its weights', async ({ page }) => {
  await openDigits(page);
  const picture = (name: string) => page.getByRole('img', { name, exact: true });
  await expect(picture('Weights of hidden layer 1, unit 1')).toBeVisible();
  await spin(page, 'Unit').fill('4');
  await expect(picture('Weights of hidden layer 1, unit 4')).toBeVisible();
  await button(page, 'Hidden layer 1, unit 7').click();
  await expect(picture('Weights of hidden layer 1, unit 7')).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Inputs' }).getByRole('img', { name: '64 pixels' }),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'Inputs' }).getByRole('checkbox')).toHaveCount(0);
});

test('the question is changed, undone, linked and remembered', async ({ page, context }) => {
  await openPage(page);
  await choose(page, 'Digits');
  await select(page, 'Question').selectOption('Is it a 2?');
  await expect(probabilities(page)).toHaveCount(2);
  await expect(page).toHaveURL(/problem=digits/);
  await expect(page).toHaveURL(/variant=two/);
  expect(page.url()).not.toContain('features');
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(select(copy, 'Question')).toHaveValue('two');
  await expect(probabilities(copy)).toHaveCount(2);
  await button(page, 'Undo').click();
  await expect(select(page, 'Question')).toHaveValue('ten');
  await expect(probabilities(page)).toHaveCount(10);
  await expect(page).not.toHaveURL(/variant=two/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Digits', exact: true })).toBeChecked();
  await expect(probabilities(page)).toHaveCount(10);
});

test('on the phone the pad is on top and drawn on by a finger', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await openDigits(page);
  await expect(pad(page)).toBeInViewport({ ratio: 1 });
  await block(page, 27).tap();
  await expect(block(page, 27)).toHaveAccessibleName('Row 4, column 4: 16 of 16');
  await expect(readAs(page)).not.toHaveText('–');
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openDigits(page);
    await page.getByRole('radio', { name: 'Confusion matrix', exact: true }).check({ force: true });
    await button(page, 'Load token').click();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
