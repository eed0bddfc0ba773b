import { expect, test } from '@playwright/test';
import {
  button,
  choose,
  field,
  firstUnit,
  numberOf,
  openPage,
  pause,
  readout,
  select,
  slider,
  trainEpochs,
  type,
} from './playground';

test('live tuning: settings change a running training without resetting it', async ({ page }) => {
  await openPage(page);
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(5);
  await type(select(page, 'Learning rate'), '0.003');
  await select(page, 'Optimizer').selectOption('RMSProp');
  await select(page, 'Regularization').selectOption('L2');
  await type(select(page, 'Regularization rate'), '0.001');
  await type(select(page, 'Batch size'), '32');
  await slider(page, 'Noise').fill('0.2');
  await button(page, 'Add unit to hidden layer 1').click();
  await page.getByRole('checkbox', { name: 'sin(x1)', exact: true }).check();
  const epoch = await numberOf(page, 'Epoch');
  expect(epoch).toBeGreaterThan(5);
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(epoch);
  await expect(button(page, 'Pause')).toBeVisible();
});

test('pause takes effect at once at Max speed', async ({ page }) => {
  await openPage(page);
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(20);
  await pause(page);
  // The last frame may still be on its way to the screen; after it nothing moves any more.
  const epochsWhileWaiting = async (): Promise<number> => {
    const epoch = await numberOf(page, 'Epoch');
    await page.waitForTimeout(300);
    return (await numberOf(page, 'Epoch')) - epoch;
  };
  await expect.poll(epochsWhileWaiting).toBe(0);
});

test('reset goes back to the very same start, new weights to another', async ({ page }) => {
  await openPage(page);
  const start = await firstUnit(page);
  await trainEpochs(page, 2);
  expect(await firstUnit(page)).not.toEqual(start);
  await button(page, 'Reset').click();
  await expect(readout(page, 'Epoch')).toHaveText('0');
  expect(await firstUnit(page)).toEqual(start);
  await button(page, 'New weights').click();
  await expect.poll(() => firstUnit(page)).not.toEqual(start);
});

test('a typed weight is the network’s own, goes on training and is undone', async ({ page }) => {
  await openPage(page);
  await button(page, 'Hidden layer 1, unit 3').click();
  const weight = field(page, 'Weight from x1 to hidden layer 1, unit 3');
  const before = await weight.inputValue();
  const loss = await readout(page, 'Train loss').textContent();
  await type(weight, '2.5');
  await expect(readout(page, 'Train loss')).not.toHaveText(loss ?? '');
  await expect(readout(page, 'Epoch')).toHaveText('0');
  await button(page, 'Undo').click();
  await expect(readout(page, 'Train loss')).toHaveText(loss ?? '');
  await expect(weight).toHaveValue(before);
});

test('the timeline goes back to the past and repeats it', async ({ page }) => {
  await openPage(page);
  await trainEpochs(page, 6);
  const loss = await readout(page, 'Train loss').textContent();
  const timeline = slider(page, 'Timeline');
  await timeline.focus();
  await timeline.press('Home');
  await expect(readout(page, 'Epoch')).toHaveText('0');
  for (let i = 0; i < 6; i++) await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText('6');
  await expect(readout(page, 'Train loss')).toHaveText(loss ?? '');
});

test('a network that diverges says so and finds its way back', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Plane');
  await select(page, 'Activation').selectOption('linear');
  await select(page, 'Optimizer').selectOption('SGD');
  await trainEpochs(page, 1);
  const loss = await readout(page, 'Train loss').textContent();
  await type(select(page, 'Learning rate'), '5');
  await button(page, 'Play').click();
  await expect(page.getByText(/diverged at epoch/i).first()).toBeVisible();
  await expect(page.getByText(/\bNaN\b/)).toHaveCount(0);
  await expect(page.getByText(/learning rate 5/i).first()).toBeVisible();
  await button(page, 'Divide the learning rate by 10').click();
  await expect(select(page, 'Learning rate')).toHaveValue('0.5');
  await expect(readout(page, 'Train loss')).toHaveText(loss ?? '');
  await type(select(page, 'Learning rate'), '5');
  await button(page, 'Play').click();
  await button(page, 'Back to epoch 1').click();
  await expect(readout(page, 'Epoch')).toHaveText('1');
});

test('the focus goes to Play when the notice it is in goes away', async ({ page }) => {
  await openPage(
    page,
    '#v=1&problem=plane&output=linear&loss=mse&hidden=4-linear&optimizer=sgd&learningRate=9',
  );
  await button(page, 'Play').click();
  // Two ways lead to the start; only one of them is called Reset.
  await expect(button(page, 'Reset to epoch 0')).toHaveText('Reset');
  await expect(button(page, 'Reset')).toHaveCount(1);
  await button(page, 'Back to epoch 0').press('Enter');
  await expect(button(page, 'Play')).toBeFocused();
  await button(page, 'Play').press('Enter');
  await button(page, 'Divide the learning rate by 10').press('Enter');
  await expect(button(page, 'Play')).toBeFocused();
  await expect(select(page, 'Learning rate')).toHaveValue('0.9');
});

test('a stop rule stops the run and says which', async ({ page }) => {
  await openPage(page, '#v=1&problem=xor&stopEpochs=7');
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect(readout(page, 'Epoch')).toHaveText('7');
  await expect(page.getByText(/stopped .*7/i).first()).toBeVisible();
});

test('a worker that dies is told and the run goes on from its last point', async ({ page }) => {
  await openPage(page);
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(50);
  await page.waitForTimeout(2500);
  await page.workers()[0]?.evaluate(() => self.close());
  await expect(page.getByText(/training worker stopped unexpectedly/i).first()).toBeVisible({
    timeout: 30_000,
  });
  const epoch = await numberOf(page, 'Epoch');
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(epoch);
  // Dismissed, it comes back when the worker dies again.
  await button(page, 'Dismiss').click();
  await page.workers()[0]?.evaluate(() => self.close());
  await expect(page.getByRole('alert')).toHaveText(/training worker stopped unexpectedly 2 times/i);
});

test('by keyboard alone: choose, shape, train, tune, rewind', async ({ page }) => {
  await openPage(page);
  await page.getByRole('radio', { name: 'Spiral', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Circles', exact: true })).toBeChecked();
  await button(page, 'Add layer').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Hidden layer 3, unit 1')).toBeVisible();
  // Space presses the focused button, once, and nothing else.
  await page.keyboard.press('Space');
  await expect(button(page, 'Hidden layer 4, unit 1')).toBeVisible();
  await expect(button(page, 'Play')).toBeVisible();
  await button(page, 'Play').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(2);
  await select(page, 'Learning rate').focus();
  await page.keyboard.type('0.02');
  await page.keyboard.press('Enter');
  await expect(select(page, 'Learning rate')).toHaveValue('0.02');
  await expect(button(page, 'Pause')).toBeVisible();
  await button(page, 'Pause').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Play')).toBeFocused();
  await slider(page, 'Timeline').focus();
  await page.keyboard.press('Home');
  await expect(readout(page, 'Epoch')).toHaveText('0');
});
