import { expect, test } from '@playwright/test';
import { button, choose, openPage, readout, select, trainUntil, type } from './playground';

/** Settings that a student would choose; the rest is as the page opens. */
const EASY = ['XOR', 'Circles', 'Gaussians', 'Moons', '3 arms', '4 blobs', 'Iris'];

for (const problem of EASY) {
  test(`learns ${problem} to 95 % of the test points`, async ({ page }) => {
    await openPage(page);
    await choose(page, problem);
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await trainUntil(page, 'Test accuracy', 95);
  });
}

test('winds the boundary around the spiral with a deeper network', async ({ page }) => {
  await openPage(page);
  await button(page, 'Add layer').click();
  // At Max, Adam's late spikes may come before anybody looks.
  await trainUntil(page, 'Test accuracy', 95, '1,000 epochs/s');
});

test('learns the spiral as the page opens, at the preset speed', async ({ page }) => {
  await openPage(page);
  await button(page, 'Play').click();
  await expect
    .poll(async () => parseFloat((await readout(page, 'Test accuracy').textContent()) ?? ''), {
      timeout: 60_000,
    })
    .toBeGreaterThanOrEqual(95);
});

for (const problem of ['Plane', 'Bumps']) {
  test(`fits ${problem} to an R² of 0.95`, async ({ page }) => {
    await openPage(page);
    await choose(page, problem);
    if (problem === 'Bumps') {
      await select(page, 'Activation').selectOption('tanh');
      await button(page, 'Add layer').click();
      for (let unit = 0; unit < 4; unit++) await button(page, 'Add unit to hidden layer 1').click();
      await type(select(page, 'Learning rate'), '0.005');
    }
    await trainUntil(page, 'Test R²', 0.95);
  });
}
