import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a person finds it: by role and accessible name. */

export async function openPage(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(button(page, 'Play')).toBeVisible();
  await expect(readout(page, 'Train loss')).not.toHaveText('');
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const select = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });
export const readout = (page: Page, name: string): Locator => page.getByRole('status', { name, exact: true });
export const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });
export const spin = (page: Page, name: string): Locator =>
  page.getByRole('spinbutton', { name, exact: true });
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** The number of a readout: digits, sign and unit, nothing abbreviated. */
export async function numberOf(page: Page, name: string): Promise<number> {
  const text = (await readout(page, name).textContent()) ?? '';
  return Number(text.replace('−', '-').replace('%', '').trim());
}

export async function choose(page: Page, problem: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'Problem' })
    .getByRole('radio', { name: problem, exact: true })
    .check();
}

/** Types a value into an editable combobox or a number field, as a person does. */
export async function type(target: Locator, value: string): Promise<void> {
  await target.fill(value);
  await target.press('Enter');
}

export async function trainUntil(page: Page, name: string, least: number, speed = 'Max'): Promise<void> {
  await select(page, 'Speed').selectOption(speed);
  await button(page, 'Play').click();
  const intervals = [100];
  await expect.poll(() => numberOf(page, name), { intervals }).toBeGreaterThanOrEqual(least);
  await pause(page);
}

/** Pauses the run and waits until its last frame is on the page: the one that gives no updates per second. */
export async function pause(page: Page): Promise<void> {
  await button(page, 'Pause').click();
  await expect(button(page, 'Play')).toBeVisible();
  await expect(readout(page, 'Updates per second')).toHaveText('0');
}

/** Plays at the present speed until an epoch has been reached, then pauses. */
export async function trainTo(page: Page, epoch: number): Promise<void> {
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThanOrEqual(epoch);
  await pause(page);
}

export async function trainEpochs(page: Page, epochs: number): Promise<void> {
  for (let i = 0; i < epochs; i++) await button(page, 'Step one epoch').click();
  await expect(readout(page, 'Epoch')).toHaveText(String(epochs));
}

/** Every weight and bias of hidden layer 1, unit 1, as its fields give them. */
export async function firstUnit(page: Page): Promise<string[]> {
  await button(page, 'Hidden layer 1, unit 1').focus();
  const names = [
    'Weight from x1 to hidden layer 1, unit 1',
    'Weight from x2 to hidden layer 1, unit 1',
    'Bias of hidden layer 1, unit 1',
  ];
  return Promise.all(names.map((name) => field(page, name).inputValue()));
}
