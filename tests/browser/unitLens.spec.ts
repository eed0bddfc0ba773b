import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, choose, field, firstUnit, openPage, select, type } from './playground';

/** The lenses "Unit" and "Activations", as a person uses them. */

async function openLens(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  return page.getByRole('tabpanel', { name, exact: true });
}

const lensSelect = (lens: Locator, name: string) => lens.getByRole('combobox', { name, exact: true });

/** Every number of a text, with its true minus signs. */
function numbersIn(text: string | null): number[] {
  return (
    (text ?? '')
      .replaceAll('−', '-')
      .match(/-?\d+\.\d+/g)
      ?.map(Number) ?? []
  );
}

interface Point {
  readonly token: number;
  readonly x1: number;
  readonly x2: number;
}

/** A token's place as the decision map names it, to two decimals. */
async function pointOf(page: Page, number: number): Promise<Point> {
  const points = page.getByRole('group', { name: 'Points', exact: true });
  const named = points.getByRole('button', { name: new RegExp(`point ${number},`) });
  const [x1 = NaN, x2 = NaN] = numbersIn((await named.getAttribute('aria-label')) ?? '').slice(-2);
  return { token: number, x1, x2 };
}

async function placeOf(map: Locator, { x1, x2 }: Point): Promise<{ x: number; y: number }> {
  const box = await map.boundingBox();
  if (box === null) throw new Error('Expected a map on the page, found none.');
  return { x: box.x + (box.width * (x1 + 6)) / 12, y: box.y + (box.height * (6 - x2)) / 12 };
}

test('a unit is opened from its excitation to what it sends, with the numbers of its weights', async ({
  page,
}) => {
  await openPage(page);
  const [w1 = NaN, w2 = NaN, bias = NaN] = (await firstUnit(page)).map(Number);
  const out = Number(
    await field(page, 'Weight from hidden layer 1, unit 1 to hidden layer 2, unit 1').inputValue(),
  );
  const lens = await openLens(page, 'Unit');
  for (const name of ['Excitation', 'Activation'])
    await expect(
      lens.getByRole('img', { name: `${name} of hidden layer 1, unit 1`, exact: true }),
    ).toBeVisible();
  await expect(
    lens.getByRole('img', { name: 'Contribution of hidden layer 1, unit 1 to hidden layer 2, unit 1' }),
  ).toBeVisible();
  const { x1, x2 } = await pointOf(page, 1);
  const line = lens.getByText(/^Token 1 \(/);
  const [e = NaN, slope = NaN, h = NaN, sent = NaN] = numbersIn(await line.textContent());
  const expected = w1 * x1 + w2 * x2 + bias;
  expect(Math.abs(e - expected)).toBeLessThan(0.02);
  expect(Math.abs(h - Math.tanh(e))).toBeLessThan(0.01);
  expect(Math.abs(slope - (1 - Math.tanh(e) ** 2))).toBeLessThan(0.01);
  expect(Math.abs(sent - out * Math.tanh(e))).toBeLessThan(0.02);
  const words = lens.getByRole('region', { name: 'In words' });
  await expect(words).toContainText('tilted plane');
  const [first = NaN, second = NaN, steepness = NaN] = numbersIn(await words.textContent());
  expect([first, second]).toEqual([w1, w2].map((w) => Number(w.toFixed(2))));
  expect(steepness).toBeCloseTo(Math.hypot(w1, w2), 1);
});

test('layer, unit, receiving unit and running sum are chosen by keyboard', async ({ page }) => {
  await openPage(page);
  const lens = await openLens(page, 'Unit');
  await lensSelect(lens, 'Unit').focus();
  await page.keyboard.press('ArrowDown');
  await expect(lens.getByRole('img', { name: 'Excitation of hidden layer 1, unit 2' })).toBeVisible();
  await lensSelect(lens, 'Sends to').selectOption('3');
  await lens.getByRole('radio', { name: 'Contribution' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    lens.getByRole('img', { name: 'Running sum of hidden layer 1, unit 2 to hidden layer 2, unit 3' }),
  ).toBeVisible();
  await expect(lens.getByRole('region', { name: 'In words' })).toContainText(
    '2 of 8 contributions are added',
  );
  await lensSelect(lens, 'Layer').selectOption('Output');
  await expect(lens.getByRole('region', { name: 'In words' })).toContainText('its activation is ŷ itself');
  await expect(lensSelect(lens, 'Sends to')).toHaveCount(0);
});

test('with all contributions the running sum is the next excitation', async ({ page }) => {
  await openPage(page);
  const lens = await openLens(page, 'Unit');
  await lensSelect(lens, 'Layer').selectOption('Hidden 2');
  await lensSelect(lens, 'Unit').selectOption('6');
  await lens.getByRole('radio', { name: 'Running sum' }).check();
  const line = lens.getByText(/^Token 1 \(/);
  await expect(line).toContainText('sum');
  const sum = numbersIn(await line.textContent()).at(-1);
  await lensSelect(lens, 'Layer').selectOption('Output');
  await expect(line).not.toContainText('sum');
  expect(numbersIn(await line.textContent())[0]).toBe(sum);
});

test('a token under the pointer is marked, and chosen by a click; the keys go on from there', async ({
  page,
}) => {
  await openPage(page);
  const lens = await openLens(page, 'Unit');
  const map = lens.getByRole('img', { name: 'Activation of hidden layer 1, unit 1', exact: true });
  const outer = await pointOf(page, 250);
  const place = await placeOf(map, outer);
  await page.mouse.move(place.x, place.y);
  const line = lens.getByText(/^Token \d+ \(/);
  await expect(line).not.toContainText('Token 1 (');
  const marked = await line.textContent();
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await expect(line).toHaveText(marked ?? '');
  await page.keyboard.press(']');
  const next = Number(/\d+/.exec(marked ?? '')?.[0]) + 1;
  await expect(line).toContainText(`Token ${next} (`);
});

test('the unit pointed at in the network is the one in the lens', async ({ page }) => {
  await openPage(page);
  const lens = await openLens(page, 'Unit');
  await button(page, 'Hidden layer 2, unit 4').hover();
  await expect(lens.getByRole('img', { name: 'Excitation of hidden layer 2, unit 4' })).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(lens.getByRole('img', { name: 'Excitation of hidden layer 1, unit 1' })).toBeVisible();
});

test('linear hidden layers are one affine map, whose numbers give the output’s excitation', async ({
  page,
}) => {
  await openPage(page);
  await (
    await openLens(page, 'Activations')
  )
    .getByRole('button', { name: 'linear: set for all hidden layers' })
    .click();
  const lens = await openLens(page, 'Unit');
  await lensSelect(lens, 'Layer').selectOption('Output');
  await expect(lens).toContainText('these layers are one affine map');
  await expect(lens).toContainText('The network can do no more than one without hidden layers.');
  const table = lens.getByRole('table', { name: 'Affine map of the linear layers' });
  await expect(table.getByRole('cell').last()).toHaveText(/\d/);
  const [a1 = NaN, a2 = NaN, c = NaN] = numbersIn(
    (await table.getByRole('row').last().getByRole('cell').allTextContents()).join(' '),
  );
  const { x1, x2 } = await pointOf(page, 1);
  const [e = NaN] = numbersIn(await lens.getByText(/^Token 1 \(/).textContent());
  expect(Math.abs(a1 * x1 + a2 * x2 + c - e)).toBeLessThan(0.03);
  await lensSelect(lens, 'Layer').selectOption('Hidden 1');
  await expect(table).toBeVisible();
});

test('problems without a plane show functions of x, rows of the table, or the pixels’ weights', async ({
  page,
}) => {
  await openPage(page);
  const lens = await openLens(page, 'Unit');
  await page.getByRole('combobox', { name: 'Kind of problem' }).selectOption('regression');
  await choose(page, 'Curve');
  await expect(lens.getByRole('region', { name: 'In words' })).toContainText('Along this line');
  await page.goto('./#v=1&problem=parity&variant=3');
  await expect(lens.getByRole('row')).toHaveCount(9);
  const row = lens.getByRole('row').nth(8);
  await expect(row.getByRole('rowheader')).toHaveText(['1', '1', '1']);
  const [e = NaN, h = NaN] = numbersIn((await row.getByRole('cell').allTextContents()).join(' '));
  expect(Math.abs(h - Math.tanh(e))).toBeLessThan(0.01);
  await page.getByRole('combobox', { name: 'Kind of problem' }).selectOption('classification');
  await choose(page, 'Digits');
  await expect(
    lens.getByRole('img', { name: 'Weights of hidden layer 1, unit 1, pixel by pixel' }),
  ).toBeVisible();
  await expect(lens.getByRole('row', { name: /^digit 9, 180/ })).toContainText(/\d\.\d\d/);
});

test('the gallery shows every activation and sets it for one layer or all, in one step of undo', async ({
  page,
}) => {
  await openPage(page);
  const lens = await openLens(page, 'Activations');
  for (const name of [
    'linear',
    'sigmoid',
    'tanh',
    'ReLU',
    'leaky ReLU',
    'ELU',
    'softplus',
    'sin',
    'GELU',
    'swish',
    'step',
    'sign',
    'softmax',
  ])
    await expect(lens.getByRole('img', { name: `${name} and its derivative`, exact: true })).toBeVisible();
  await expect(lens.getByRole('img', { name: /^Excitations of hidden layer 2, from −?\d/ })).toBeVisible();
  await expect(lens.getByRole('img', { name: /^Excitations of the output, from −?\d/ })).toBeVisible();
  await lensSelect(lens, 'A click sets').selectOption('hidden layer 2');
  await lens.getByRole('button', { name: 'ReLU: set for hidden layer 2', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(select(page, 'Activation of hidden layer 2')).toHaveValue('relu');
  await expect(select(page, 'Activation of hidden layer 1')).toHaveValue('tanh');
  await button(page, 'Undo').click();
  await expect(select(page, 'Activation of hidden layer 2')).toHaveValue('tanh');
});

test('dead and saturated units are counted and named', async ({ page }) => {
  await openPage(page);
  const lens = await openLens(page, 'Activations');
  const census = lens.getByRole('group', { name: 'Saturated and dead units' });
  await expect(census).toContainText('Dead: none of 14 hidden units');
  await button(page, 'Hidden layer 2, unit 3').focus();
  await type(field(page, 'Bias of hidden layer 2, unit 3'), '40');
  await expect(census).toContainText('Saturated: 1 of 14 hidden units, hidden 2: unit 3');
  await lensSelect(lens, 'A click sets').selectOption('hidden layer 1');
  await lens.getByRole('button', { name: 'ReLU: set for hidden layer 1', exact: true }).click();
  await button(page, 'Hidden layer 1, unit 2').focus();
  await type(field(page, 'Bias of hidden layer 1, unit 2'), '-99');
  await expect(census).toContainText('Dead: 1 of 14 hidden units, hidden 1: unit 2');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`axe finds nothing in either lens, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await openPage(page);
      if (viewport.width < 640) await page.getByRole('tab', { name: 'Lens', exact: true }).click();
      for (const name of ['Unit', 'Activations']) {
        const lens = await openLens(page, name);
        await expect(lens.getByRole('img').first()).toBeVisible();
        expect(await accessibilityFaults(page, '.lens')).toEqual([]);
      }
    });
  }
}
