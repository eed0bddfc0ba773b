import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { button, field, openPage, select, spin } from './playground';
import { LINK } from './twoTanhUnits';

/** The lens "Backprop" tells a token of the user's own in the place of one of the data set. */

async function openLens(page: Page, hash = LINK): Promise<Locator> {
  // Another link in the place of the address would keep the lens as it stands.
  await page.goto('about:blank');
  await openPage(page, hash);
  await page.getByRole('tab', { name: 'Backprop', exact: true }).click();
  const told = page.getByRole('region', { name: 'The present step' });
  await expect(told).toBeVisible();
  return told;
}

async function valuesIn(locator: Locator): Promise<number[]> {
  await expect(locator.locator('data').first()).not.toHaveText('');
  return locator.locator('data').evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
}

/** The network of the link, written out; no part of the page's own mathematics. */
function byHand([x1, x2]: readonly [number, number], y: number) {
  const h = [Math.tanh(0.5 * x1 - 0.25 * x2 + 0.125), Math.tanh(0.75 * x1 + x2 - 0.5)] as const;
  const output = 1 / (1 + Math.exp(-(1.5 * h[0] - 0.5 * h[1] + 0.25)));
  const epsilon = (output - y) * output * (1 - output);
  const delta = epsilon * 1.5 * (1 - h[0] * h[0]);
  return { output, loss: 0.5 * (output - y) ** 2, epsilon, gradients: [delta * x1, delta * x2, delta] };
}

test('a typed token is told in all its numbers, until a token is picked', async ({ page }) => {
  const told = await openLens(page);
  const [first] = await valuesIn(told);
  await button(page, 'Type a token').click();
  // It begins as the token that was told.
  const begun = Number((await field(page, 'x1').inputValue()).replace('−', '-'));
  expect(begun).toBeCloseTo(first ?? NaN, 6);
  await field(page, 'x1').fill('0,5');
  await field(page, 'x2').fill('−3/2');
  await select(page, 'y').selectOption('class 1');
  await expect.poll(() => valuesIn(told)).toEqual([0.5]);
  const expected = byHand([0.5, -1.5], 1);

  await button(page, 'Loss').click();
  const [output = NaN, y = NaN, loss = NaN] = await valuesIn(told);
  expect(y).toBe(1);
  expect([output, loss]).toEqual([expect.closeTo(expected.output, 8), expect.closeTo(expected.loss, 8)]);
  await button(page, 'Gradients of layer 1').click();
  await button(page, 'Check gradient').click();
  const table = told.getByRole('table');
  await expect(table.getByText('agrees')).toHaveCount(3);
  // The gradient, its finite difference and their relative error, row by row.
  const numbers = await valuesIn(table);
  expected.gradients.forEach((gradient, i) => {
    expect(numbers[3 * i]).toBeCloseTo(gradient, 8);
    expect(numbers[3 * i + 1]).toBeCloseTo(gradient, 7);
  });

  await button(page, 'Back to the data').click();
  await expect(field(page, 'x1')).toHaveCount(0);
  await expect(button(page, 'Type a token')).toBeFocused();
  await button(page, 'Inputs x').click();
  await expect.poll(() => valuesIn(told)).toEqual([first]);
});

test('the number of a token ends the typing, and so do [ and ], but not inside a field', async ({ page }) => {
  await openLens(page);
  await button(page, 'Type a token').click();
  await field(page, 'x1').press(']');
  await expect(spin(page, 'Token')).toHaveValue('1');
  await expect(field(page, 'x1')).toHaveAttribute('aria-invalid', 'true');
  await button(page, 'Next step').focus();
  await page.keyboard.press(']');
  await expect(spin(page, 'Token')).toHaveValue('2');
  await expect(field(page, 'x1')).toHaveCount(0);
  // Not to be found again at the token where it was begun.
  await page.keyboard.press('[');
  await expect(spin(page, 'Token')).toHaveValue('1');
  await expect(button(page, 'Type a token')).toBeVisible();
  await button(page, 'Type a token').click();
  await spin(page, 'Token').fill('3');
  await expect(field(page, 'x1')).toHaveCount(0);
});

test('what is no number gets a sentence beside its field, and loses nothing', async ({ page }) => {
  const told = await openLens(page);
  await button(page, 'Type a token').click();
  await field(page, 'x1').fill('2');
  await expect.poll(() => valuesIn(told)).toEqual([2]);
  await field(page, 'x1').fill('2a');
  const sentence = 'Expected a number such as 0.5, 0,5 or 1/3, found “2a”. The last number holds.';
  await expect(field(page, 'x1')).toHaveAccessibleDescription(sentence);
  await field(page, 'x2').fill('1e9');
  await expect(field(page, 'x2')).toHaveAccessibleDescription(
    'Expected a number from −1,000,000 to 1,000,000, found “1e9”. The last number holds.',
  );
  await expect(field(page, 'x1')).toHaveValue('2a');
  expect(await valuesIn(told)).toEqual([2]);
  expect(await accessibilityFaults(page)).toEqual([]);
  // Nor does another view of the lens lose it.
  await button(page, 'Worksheet').click();
  const views = page.getByRole('navigation', { name: 'Views of back-propagation' });
  await views.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(field(page, 'x1')).toHaveValue('2a');
  await field(page, 'x1').fill('0.25');
  await expect(field(page, 'x1')).toHaveAccessibleDescription('');
  await expect.poll(() => valuesIn(told)).toEqual([0.25]);
});

test('the graph of the present network shows the typed token too', async ({ page }) => {
  await openLens(page);
  await button(page, 'Type a token').click();
  await field(page, 'x1').fill('0.5');
  await button(page, 'Graphs').click();
  await select(page, 'Graph').selectOption('The present network');
  await expect(field(page, 'x1')).toHaveValue('0.5');
  await expect(page.locator('.graphs data[value="0.5"]').first()).toBeAttached();
  await field(page, 'x1').fill('0.0625');
  await expect(page.locator('.graphs data[value="0.0625"]').first()).toBeAttached();
});

test('the token that is told is one of the present data', async ({ page }) => {
  const told = await openLens(page);
  const [first] = await valuesIn(told);
  await spin(page, 'Data seed').fill('2');
  await expect.poll(async () => (await valuesIn(told))[0]).not.toBe(first);
});

test('a minibatch is of the data alone', async ({ page }) => {
  await openLens(page);
  await button(page, 'Type a token').click();
  await field(page, 'x1').fill('5.5');
  await page.getByRole('radio', { name: 'Minibatch' }).check();
  const batch = page.getByRole('group', { name: 'Tokens of the minibatch' });
  await expect(batch.getByRole('button')).toHaveCount(4);
  await expect(field(page, 'x1')).toHaveCount(0);
  await expect(button(page, 'Type a token')).toHaveCount(0);
  await expect(button(page, 'Back to the data')).toHaveCount(0);
  await page.getByRole('radio', { name: 'One token' }).check();
  await expect(field(page, 'x1')).toHaveValue('5.5');
});

test('a batch names the tokens that an epoch before has left over', async ({ page }) => {
  const CARRY = '&train=1&samples=10&order=sequential&remainder=carry';
  await openLens(page, `#v=1&problem=xor&hidden=2-tanh&batch=4${CARRY}`);
  await page.getByRole('radio', { name: 'Minibatch' }).check();
  const batch = page.getByRole('group', { name: 'Tokens of the minibatch' });
  await expect(batch).toContainText('the mean over 4 tokens:');
  const update = button(page, 'Step').first();
  await update.click();
  await update.click();
  await expect(batch).toContainText(
    'the mean over 6 tokens, the first 2 of them left over from the epoch before:',
  );
  await expect(batch.getByRole('button')).toHaveText(['9', '10', '1', '2', '3', '4']);
  await openLens(page, `#v=1&problem=xor&hidden=2-tanh&batch=20${CARRY}`);
  await page.getByRole('radio', { name: 'Minibatch' }).check();
  await expect(batch).toHaveText(/^No update comes: a batch takes more tokens than an epoch has\./u);
});

test('the fields are those of the problem', async ({ page }) => {
  const fields = page.getByRole('group', { name: 'Typed token' });
  const names = async (hash: string): Promise<(string | null)[]> => {
    await openLens(page, hash);
    await button(page, 'Type a token').click();
    return fields
      .getByRole('textbox')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  };
  expect(await names('#v=1&problem=parabola&output=linear&loss=mse')).toEqual(['x1', 'x2', 'y1', 'y2']);
  await field(page, 'y2').fill('0.125');
  await expect(page.locator('.backprop-targets data[value="0.125"]')).toBeAttached();
  expect(await names('#v=1&problem=curve&features=x1&output=linear&loss=mse')).toEqual(['x1', 'y']);
  expect(await names('#v=1&problem=parity&variant=3&features=x1,x2,x3')).toEqual(['x1', 'x2', 'x3']);
  await expect(select(page, 'y').getByRole('option')).toHaveCount(2);
  expect(await names('#v=1&problem=arms&output=softmax')).toEqual(['x1', 'x2']);
  await select(page, 'y').selectOption('class 3');
  await expect.poll(() => valuesIn(page.locator('.backprop-targets'))).toEqual([0, 0, 1, expect.anything()]);
});

test('a digit is drawn, not typed', async ({ page }) => {
  const told = await openLens(
    page,
    '#v=1&problem=digits&samples=1797&train=0.7&hidden=4-tanh&output=softmax',
  );
  await expect(spin(page, 'Token').first()).toBeVisible();
  await expect(button(page, 'Type a token')).toHaveCount(0);
  await expect(button(page, 'Use the pad’s digit')).toHaveCount(0);
  const [white] = await valuesIn(told);
  await button(page, 'Load token').click();
  await button(page, 'Use the pad’s digit').click();
  await expect(page.getByRole('group', { name: 'Typed token' }).getByRole('textbox')).toHaveCount(0);
  expect(await valuesIn(told)).toEqual([white]);
  await select(page, 'y').selectOption('digit 7');
  await expect
    .poll(async () => (await valuesIn(page.locator('.backprop-targets'))).slice(0, 10))
    .toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  await button(page, 'Clear').click();
  await expect(select(page, 'y')).toHaveCount(0);
});

for (const [width, height, colorScheme] of [
  [1024, 768, 'dark'],
  [390, 844, 'light'],
] as const)
  test(`axe finds nothing while a token is typed, ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await openPage(page, LINK);
    if (width < 641) await page.getByRole('tab', { name: 'Lens', exact: true }).click();
    await page.getByRole('tab', { name: 'Backprop', exact: true }).click();
    await button(page, 'Type a token').click();
    await field(page, 'x2').fill('');
    await expect(field(page, 'x2')).toHaveAccessibleDescription(/found nothing/u);
    expect(await accessibilityFaults(page, '.backprop')).toEqual([]);
  });

test('the decision map rings the told token as long as the lens is open', async ({ page }) => {
  await openLens(page);
  const map = page.getByRole('img', { name: 'Decision map' });
  // A ring is for the eye; the lens says the token's numbers in words.
  const ring = page.locator('.decision-map-token');
  const share = async () => {
    const [of, at] = [await map.boundingBox(), await ring.boundingBox()];
    if (of === null || at === null) throw new Error('Expected the map and its ring on the page.');
    return [(at.x + at.width / 2 - of.x) / of.width, (at.y + at.height / 2 - of.y) / of.height] as const;
  };
  await button(page, 'Type a token').click();
  await field(page, 'x1').fill('3');
  await field(page, 'x2').fill('-1,5');
  await expect.poll(async () => (await share())[0]).toBeCloseTo(0.75, 2);
  expect((await share())[1]).toBeCloseTo(0.625, 2);
  await field(page, 'x1').fill('30');
  await expect(ring).toHaveCount(0);
  await spin(page, 'Token').fill('5');
  await page.keyboard.press('Enter');
  await expect(ring).toHaveCount(1);
  await page.getByRole('button', { name: 'Close the lens' }).click();
  await expect(ring).toHaveCount(0);
});
