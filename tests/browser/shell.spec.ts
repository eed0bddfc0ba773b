import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  button,
  choose,
  numberOf,
  openPage,
  readout,
  select,
  slider,
  spin,
  trainTo,
  type,
} from './playground';

test.describe('the first view', () => {
  test('holds every control of the shell by its name', async ({ page }) => {
    await openPage(page);
    const names = {
      button: [
        ...[
          'Play',
          'Step',
          'Step one epoch',
          'Reset',
          'New weights',
          'New data',
          'Copy link',
          'Undo',
          'Redo',
        ],
        ...['Copy link with weights', 'Save experiment', 'Open experiment', 'Keyboard shortcuts'],
      ],
      combobox: [
        ...['Speed', 'Learning rate', 'Optimizer', 'Batch size', 'Activation', 'Loss', 'Regularization'],
        ...['Regularization rate', 'Initial weights', 'Connections', 'Theme'],
      ],
      slider: ['Noise', 'Train share', 'Samples', 'Timeline'],
      spinbutton: ['Data seed', 'Weight seed'],
      radio: [
        ...[
          'XOR',
          'Spiral',
          'Circles',
          'Gaussians',
          'Moons',
          'Checkers',
          '3 arms',
          '4 blobs',
          'Iris',
          'Plane',
        ],
        'Bumps',
      ],
      status: ['Epoch', 'Updates per second'],
      switch: ['Single-key shortcuts'],
      radiogroup: ['Problem'],
    } as const;
    for (const role of [
      'button',
      'combobox',
      'slider',
      'spinbutton',
      'radio',
      'status',
      'switch',
      'radiogroup',
    ] as const)
      for (const name of names[role])
        await expect(page.getByRole(role, { name, exact: true })).toHaveCount(1);
    await expect(page.getByRole('radio', { name: 'Spiral' })).toBeChecked();
    await expect(select(page, 'Speed').getByRole('option', { name: 'Max' })).toHaveCount(1);
  });

  test('needs no scrolling on a laptop and a tablet', async ({ page }) => {
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await openPage(page);
      const overflow = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
          return [scrollWidth - clientWidth, scrollHeight - clientHeight];
        });
      await expect.poll(overflow).toEqual([0, 0]);
    }
  });
});

test.describe('the transport', () => {
  test('plays, pauses, steps and resets', async ({ page }) => {
    await openPage(page);
    await button(page, 'Play').click();
    await expect(button(page, 'Step')).toBeDisabled();
    await expect(button(page, 'Step one epoch')).toBeDisabled();
    await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(2);
    await expect.poll(() => numberOf(page, 'Updates per second')).toBeGreaterThan(0);
    await button(page, 'Pause').click();
    await expect(button(page, 'Step')).toBeEnabled();
    await expect(readout(page, 'Updates per second')).toHaveText('0');
    await button(page, 'Reset').click();
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await button(page, 'Step one epoch').click();
    await expect(readout(page, 'Epoch')).toHaveText('1');
  });

  test('goes back on the timeline by keyboard and by pointer', async ({ page }) => {
    await openPage(page);
    await trainTo(page, 20);
    const timeline = slider(page, 'Timeline');
    const head = Number(await timeline.getAttribute('aria-valuemax'));
    await expect(timeline).toHaveAttribute('aria-valuenow', String(head));
    await timeline.focus();
    await page.keyboard.press('Home');
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await expect(timeline).toHaveAttribute('aria-valuenow', '0');
    await expect(timeline).toHaveAttribute('aria-valuetext', new RegExp(`^epoch 0 of ${head}, train loss `));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => numberOf(page, 'Epoch')).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await expect(readout(page, 'Epoch')).toHaveText(String(head));
    const box = await timeline.boundingBox();
    if (box === null) throw new Error('Expected the timeline to be on the page.');
    await page.mouse.move(box.x + box.width - 10, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 2, box.y + 30, { steps: 5 });
    await page.mouse.up();
    await expect(readout(page, 'Epoch')).toHaveText('0');
    await expect(timeline).toHaveAttribute('aria-valuemax', String(head));
  });
});

test.describe('the specification line', () => {
  test('takes common values from the list and others by typing', async ({ page }) => {
    await openPage(page);
    const rate = select(page, 'Learning rate');
    await rate.click();
    await page.getByRole('option', { name: '0.03', exact: true }).click();
    await expect(rate).toHaveValue('0.03');
    await type(rate, '0.0123');
    await expect(rate).toHaveValue('0.0123');
    await rate.press('ArrowDown');
    await rate.press('ArrowDown');
    await rate.press('Escape');
    await expect(rate).toHaveAttribute('aria-expanded', 'false');
    await expect(rate).toHaveValue('0.0123');
    const batch = select(page, 'Batch size');
    await type(batch, 'all');
    await expect(batch).toHaveValue('all');
  });

  test('answers what it cannot use with one sentence and keeps the old value', async ({ page }) => {
    await openPage(page);
    const rate = select(page, 'Learning rate');
    await type(rate, 'fast');
    await expect(page.getByText('Expected a number from 0.00001 to 10, found “fast”.')).toBeVisible();
    await expect(rate).toHaveValue('0.01');
    await expect(rate).toHaveAttribute('aria-invalid', 'true');
    await rate.press('Escape');
    await expect(page.getByText('found “fast”')).toHaveCount(0);
  });

  test('shows "–" where a setting does not apply', async ({ page }) => {
    await openPage(page);
    await expect(select(page, 'Regularization rate')).toBeDisabled();
    await expect(select(page, 'Regularization rate')).toHaveValue('–');
    await select(page, 'Regularization').selectOption('L2');
    await expect(select(page, 'Regularization rate')).toBeEnabled();
    await expect(select(page, 'Regularization rate')).toHaveValue('0.001');
  });

  test('keeps rare settings behind "More"', async ({ page }) => {
    await openPage(page);
    await button(page, 'More').click();
    await expect(select(page, 'β₁')).toHaveValue('0.9');
    await page.getByRole('switch', { name: 'so many epochs are done' }).click();
    await type(select(page, 'Epochs'), '3');
    await page.keyboard.press('Escape');
    await expect(select(page, 'Epochs')).toHaveCount(0);
    await button(page, 'Play').click();
    await expect(readout(page, 'Epoch')).toHaveText('3');
    await expect(
      page.getByText('Stopped at epoch 3: the number of epochs to train is done.').first(),
    ).toBeVisible();
  });
});

test.describe('the problem', () => {
  test('is chosen with arrow keys, and what it does not have shows "–"', async ({ page }) => {
    await openPage(page);
    await page.getByRole('radio', { name: 'Spiral' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Circles' })).toBeChecked();
    await choose(page, 'Iris');
    await expect(slider(page, 'Noise')).toBeDisabled();
    await select(page, 'Iris x1').selectOption('petal width');
    await expect(select(page, 'Iris x2')).toHaveValue('2');
  });

  test('takes a number typed on a slider', async ({ page }) => {
    await openPage(page);
    const noise = slider(page, 'Noise');
    await noise.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Noise as a number' }).fill('0.33');
    await page.keyboard.press('Enter');
    await expect(noise).toHaveValue('0.33');
    await expect(noise).toBeFocused();
  });

  test('draws again with "New data" and another seed', async ({ page }) => {
    await openPage(page);
    const seed = spin(page, 'Data seed');
    const before = Number(await seed.inputValue());
    await button(page, 'New data').click();
    await expect(seed).toHaveValue(String(before + 1));
    await type(seed, '77');
    await button(page, 'Undo').click();
    await expect(seed).toHaveValue(String(before + 1));
  });
});

test.describe('opening an experiment', () => {
  test('answers rubbish with a sentence beside the field and keeps the experiment', async ({ page }) => {
    await openPage(page);
    await button(page, 'Open experiment').click();
    const dialog = page.getByRole('dialog', { name: 'Open experiment' });
    await dialog.getByLabel('Link or experiment').fill('{"version": 7}');
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(/expected .* found/i);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Spiral' })).toBeChecked();
    await expect(button(page, 'Open experiment')).toBeFocused();
  });
});

test('a file dropped anywhere on the page is opened', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Circles');
  const saving = page.waitForEvent('download');
  await button(page, 'Save experiment').click();
  const text = await readFile(await (await saving).path(), 'utf8');
  await choose(page, 'XOR');
  const files = await page.evaluateHandle((json) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([json], 'experiment.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: files });
  await expect(page.getByText('Drop an experiment file')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop an experiment file')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Circles' })).toBeChecked();
});

test('a link can hide controls, which come back on request', async ({ page }) => {
  const settings =
    'activation=tanh&batchSize=10&dataset=circle&networkShape=4,2&seed=0.5&problem=classification';
  await openPage(page, `#${settings}&learningRate_hide=true`);
  await expect(page.getByText('This link hides some controls.')).toBeVisible();
  await expect(select(page, 'Learning rate')).toHaveCount(0);
  await button(page, 'Show all controls').click();
  await expect(select(page, 'Learning rate')).toHaveCount(1);
  await expect(page.getByText('This link hides some controls.')).toHaveCount(0);
});
