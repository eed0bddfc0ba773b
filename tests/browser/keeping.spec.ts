import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import {
  button,
  choose,
  firstUnit,
  numberOf,
  openPage,
  readout,
  select,
  slider,
  spin,
  trainEpochs,
  type,
} from './playground';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

async function copiedLink(page: Page, name: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, name).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#v=1');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a copied link opens the same experiment: same points, same weights, same course', async ({
  page,
  context,
}) => {
  await openPage(page);
  await choose(page, 'Moons');
  await type(select(page, 'Learning rate'), '0.02');
  await select(page, 'Activation').selectOption('ReLU');
  await spin(page, 'Weight seed').fill('17');
  await spin(page, 'Weight seed').press('Enter');
  const link = await copiedLink(page, 'Copy link');
  await trainEpochs(page, 3);
  const loss = await readout(page, 'Train loss').textContent();

  const friend = await context.newPage();
  await friend.goto(link);
  await expect(friend.getByRole('radio', { name: 'Moons', exact: true })).toBeChecked();
  await expect(spin(friend, 'Weight seed')).toHaveValue('17');
  await trainEpochs(friend, 3);
  await expect(readout(friend, 'Train loss')).toHaveText(loss ?? '');
});

test('a link with weights opens with the weights as they are now', async ({ page, context }) => {
  await openPage(page);
  await trainEpochs(page, 3);
  const weights = await firstUnit(page);
  const loss = await readout(page, 'Train loss').textContent();
  const link = await copiedLink(page, 'Copy link with weights');
  const friend = await context.newPage();
  await friend.goto(link);
  await expect(readout(friend, 'Train loss')).toHaveText(loss ?? '');
  expect(await firstUnit(friend)).toEqual(weights);
  await expect(readout(friend, 'Epoch')).toHaveText('0');
});

test('Back and Forward go through the changes', async ({ page }) => {
  await openPage(page);
  await choose(page, 'XOR');
  await choose(page, 'Circles');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'XOR', exact: true })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Spiral', exact: true })).toBeChecked();
  await page.goForward();
  await expect(page.getByRole('radio', { name: 'XOR', exact: true })).toBeChecked();
});

test('a drag is one step of undo and at most one entry of the browser history', async ({ page }) => {
  await openPage(page);
  const entries = await page.evaluate(() => history.length);
  await slider(page, 'Noise').focus();
  const box = await slider(page, 'Noise').boundingBox();
  if (box === null) throw new Error('the slider has no box');
  await page.mouse.move(box.x + 12, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(box.x + 12 + 5 * i, box.y + box.height / 2);
  await page.mouse.up();
  const dragged = await slider(page, 'Noise').inputValue();
  expect(dragged).not.toBe('0.05');
  expect((await page.evaluate(() => history.length)) - entries).toBeLessThanOrEqual(1);
  await button(page, 'Undo').click();
  await expect(slider(page, 'Noise')).toHaveValue('0.05');
  await button(page, 'Redo').click();
  await expect(slider(page, 'Noise')).toHaveValue(dragged);
});

test('undo of another problem brings the run back with its epochs, weights and timeline', async ({
  page,
}) => {
  await openPage(page);
  await trainEpochs(page, 4);
  const weights = await firstUnit(page);
  await choose(page, 'XOR');
  await expect(readout(page, 'Epoch')).toHaveText('0');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(readout(page, 'Epoch')).toHaveText('4');
  expect(await firstUnit(page)).toEqual(weights);
  await expect(slider(page, 'Timeline')).toHaveAttribute('aria-valuemax', '4');
});

test('undo leaves the training since a tuned setting alone', async ({ page }) => {
  await openPage(page);
  await trainEpochs(page, 2);
  await type(select(page, 'Learning rate'), '0.1');
  await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText('3');
  await button(page, 'Undo').click();
  await expect(select(page, 'Learning rate')).toHaveValue('0.01');
  await expect(readout(page, 'Epoch')).toHaveText('3');
});

test('the last experiment is there after a reload and in a new tab; two tabs keep their own', async ({
  page,
  context,
}) => {
  await openPage(page);
  await choose(page, 'Circles');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
  const other = await context.newPage();
  await openPage(other);
  await expect(other.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
  await choose(other, 'Moons');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
});

test('a link wins over what was there, which Back reaches', async ({ page, context }) => {
  await openPage(page);
  await choose(page, 'Circles');
  await page.waitForFunction(() =>
    (localStorage.getItem('perceptarium.experiment') ?? '').includes('circles'),
  );
  const other = await context.newPage();
  await openPage(other, '#v=1&problem=xor');
  await expect(other.getByRole('radio', { name: 'XOR', exact: true })).toBeChecked();
  await other.goBack();
  await expect(other.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
});

test('a link that comes right after an undo is opened', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Circles');
  await button(page, 'Undo').click();
  // The address follows an undo a moment later, which must not wipe out the link.
  await page.evaluate(() => {
    const end = performance.now() + 500;
    while (performance.now() < end);
    location.hash = 'v=1&problem=moons';
  });
  await expect(page.getByRole('radio', { name: 'Moons', exact: true })).toBeChecked();
  expect(page.url()).toContain('problem=moons');
});

test('a stored experiment that cannot be read is told in one sentence', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('perceptarium.experiment', '{"version": 9}'));
  await openPage(page);
  await expect(page.getByRole('alert')).toContainText(
    'The experiment kept in this browser could not be read. version: expected 1, found 9',
  );
  await expect(page.getByRole('radio', { name: 'Spiral', exact: true })).toBeChecked();
});

test('an experiment is saved to a file and opened again by dialog', async ({ page }) => {
  await openPage(page);
  await choose(page, '4 blobs');
  await button(page, 'Add unit to hidden layer 1').click();
  const download = page.waitForEvent('download');
  await button(page, 'Save experiment').click();
  const path = await (await download).path();
  const saved: unknown = JSON.parse(readFileSync(path, 'utf8'));
  expect(saved).toMatchObject({ version: 1, problem: { dataset: 'blobs' } });
  await choose(page, 'XOR');
  await button(page, 'Open experiment').click();
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('radio', { name: '4 blobs', exact: true })).toBeChecked();
  await expect(button(page, 'Hidden layer 1, unit 9')).toBeVisible();
});

test('a reference experiment opens and trains to the losses PyTorch gives', async ({ page }) => {
  const path = join(FIXTURES, 'reference', 'relu-bce-adam.json');
  const { expected } = JSON.parse(readFileSync(path, 'utf8'));
  await openPage(page);
  await button(page, 'Open experiment').click();
  await page.locator('input[type=file]').setInputFiles(path);
  await expect.poll(() => numberOf(page, 'Train loss')).toBeCloseTo(expected.loss[0], 3);
  for (let step = 1; step <= 3; step++) {
    await button(page, 'Step').click();
    await expect.poll(() => numberOf(page, 'Train loss')).toBeCloseTo(expected.loss[step], 3);
  }
});

test('a TensorFlow Playground link becomes the same experiment', async ({ page }) => {
  const { link, losses } = JSON.parse(
    readFileSync(join(FIXTURES, 'tensorflow-playground', 'circle-remainder.json'), 'utf8'),
  );
  await openPage(page, new URL(link).hash);
  await expect(page.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
  await expect.poll(() => numberOf(page, 'Train loss')).toBeCloseTo(losses[0].train, 3);
  for (let epoch = 0; epoch < 10; epoch++) await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText('10');
  const { train, test: held } = losses.find((each: { epoch: number }) => each.epoch === 10);
  await expect.poll(() => numberOf(page, 'Train loss')).toBeCloseTo(train, 3);
  await expect.poll(() => numberOf(page, 'Test loss')).toBeCloseTo(held, 3);
});

test('rubbish in the address, in a file or in pasted text is one sentence, and nothing is lost', async ({
  page,
}) => {
  await openPage(page, '#v=1&problem=banana');
  await expect(page.getByText(/expected .* found .*banana/i)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Spiral', exact: true })).toBeChecked();
  await choose(page, 'XOR');
  await trainEpochs(page, 1);
  await button(page, 'Open experiment').click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"version": 1,') });
  await expect(page.getByRole('dialog').getByText(/expected/i)).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Link or experiment' })
    .fill('https://example.org/#dataset=cats');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Link or experiment' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/expected circle.* found .*cats/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'XOR', exact: true })).toBeChecked();
  await expect(readout(page, 'Epoch')).toHaveText('1');
});

test('a link can hide controls, and a button shows them again', async ({ page }) => {
  await openPage(page, '#v=1&hide=Learning%20rate,Optimizer');
  await expect(select(page, 'Optimizer')).toHaveCount(0);
  await expect(select(page, 'Loss')).toBeVisible();
  await button(page, 'Show all controls').click();
  await expect(select(page, 'Optimizer')).toBeVisible();
});
