import { expect, test } from '@playwright/test';
import { button, openPage, readout, select, slider, spin } from './playground';

test.describe('shortcuts', () => {
  test('work from the page', async ({ page }) => {
    await openPage(page);
    await page.keyboard.press('Space');
    await expect(button(page, 'Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(button(page, 'Play')).toBeVisible();
    await page.keyboard.press('r');
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(readout(page, 'Epoch')).toHaveText('1');
    await page.keyboard.press('ArrowLeft');
    await expect(readout(page, 'Epoch')).toHaveText('0');
    const seed = spin(page, 'Weight seed');
    const before = Number(await seed.inputValue());
    await page.keyboard.press('n');
    await expect(seed).toHaveValue(String(before + 1));
    await page.keyboard.press('Control+z');
    await expect(seed).toHaveValue(String(before));
    await page.keyboard.press('Control+Shift+z');
    await expect(seed).toHaveValue(String(before + 1));
    await page.keyboard.press('t');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('leave the focused control its own keys', async ({ page }) => {
    await openPage(page);
    const optimizer = select(page, 'Optimizer');
    await optimizer.focus();
    await page.keyboard.press('r');
    await expect(optimizer).toHaveValue('rmsprop');
    await button(page, 'Play').focus();
    await page.keyboard.press('Space');
    await expect(button(page, 'Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(button(page, 'Play')).toBeVisible();
    const rate = select(page, 'Learning rate');
    await rate.fill('0.5');
    await page.keyboard.press('Control+z');
    await expect(optimizer).toHaveValue('rmsprop');
    await rate.fill('');
    await page.keyboard.type('r');
    await expect(rate).toHaveValue('r');
    await slider(page, 'Timeline').focus();
    await page.keyboard.press('Home');
    await slider(page, 'Noise').focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider(page, 'Noise')).toHaveValue('0.06');
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await spin(page, 'Data seed').focus();
    await page.keyboard.press('ArrowUp');
    await expect(spin(page, 'Data seed')).toHaveValue('2');
  });

  test('are listed behind "?" and can be switched off', async ({ page }) => {
    await openPage(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toBeVisible();
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('Space');
    await page.keyboard.press('?');
    await expect(sheet).toHaveCount(0);
    await expect(button(page, 'Play')).toBeVisible();
    await button(page, 'New weights').click();
    await page.keyboard.press('Control+z');
    await expect(button(page, 'Undo')).toBeDisabled();
    await button(page, 'Keyboard shortcuts').click();
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('a tooltip', () => {
  test('names an icon button on hover and on keyboard focus', async ({ page }) => {
    await openPage(page);
    await button(page, 'Reset').hover();
    await expect(page.getByRole('tooltip')).toHaveText('Reset');
    await page.mouse.move(700, 500);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await button(page, 'Skip to the lens').focus();
    await page.keyboard.press('Tab');
    await expect(button(page, 'Reset')).toBeFocused();
    await expect(page.getByRole('tooltip')).toHaveText('Reset');
  });
});

test('Tab begins with ways past the controls, which are seen only then', async ({ page }) => {
  await openPage(page, '#v=1&problem=spiral');
  const skip = page.getByRole('navigation', { name: 'Skip to' });
  await page.keyboard.press('Tab');
  await expect(skip.getByRole('button', { name: 'Skip to the network' })).toBeFocused();
  await expect(skip).not.toHaveCSS('clip-path', /inset/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Backprop' })).toBeFocused();
  await expect(skip).toHaveCSS('clip-path', /inset/);
});

test('a screen reader hears of changes, not of numbers', async ({ page }) => {
  await openPage(page);
  const region = page.getByRole('status', { name: 'State of the run' });
  await expect(region).toHaveText('');
  await button(page, 'Play').click();
  await expect(region).toHaveText('Playing.');
  await button(page, 'Pause').click();
  await expect(region).toHaveText(/^Paused at epoch \d+, train loss [\d.]+, test loss [\d.]+\.$/);
  await button(page, 'New weights').click();
  await expect(region).toHaveText('New weights.');
  await button(page, 'Undo').click();
  await expect(region).toHaveText('Undone: New weights.');
  for (const name of ['Epoch', 'Updates per second']) {
    await expect(readout(page, name)).toHaveAttribute('aria-live', 'off');
  }
});

test('the lenses are one stop of Tab: arrows, Home and End open another, a press on the open one closes it', async ({
  page,
}) => {
  await openPage(page);
  const tab = (name: string) =>
    page.getByRole('tablist', { name: 'Lens' }).getByRole('tab', { name, exact: true });
  await tab('Backprop').focus();
  await page.keyboard.press('End');
  await expect(tab('Divergence')).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Divergence' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Backprop')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tab('Backprop')).toHaveAttribute('aria-selected', 'true');
  await expect(tab('Divergence')).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('Space');
  await expect(tab('Backprop')).toHaveAttribute('aria-selected', 'false');
  await expect(page.getByRole('tabpanel')).toHaveCount(0);
});
