import { expect, test, type Page } from '@playwright/test';
import {
  TEN_SIGMOID,
  attribute,
  expectPlace,
  inputPlane,
  openFigure,
  outputPlane,
  pixelsOf,
  placesOf,
  tokensOn,
  traced,
  type Traced,
} from './parabolaPage';
import { accessibilityFaults } from './axe';
import { button, choose, numberOf, openPage, readout, select, slider, spin, trainTo } from './playground';

test('ten sigmoid units bring the semicircle onto the parabola, to a loss of 1e-3', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Parabola');
  await expect(inputPlane(page)).toBeVisible();
  const layers = page.getByRole('button', { name: 'Remove layer', exact: true });
  while ((await attribute(layers, 'aria-disabled')) !== 'true') {
    if ((await page.getByRole('button', { name: /^Add unit to hidden layer/ }).count()) === 1) break;
    await layers.click();
  }
  const hidden = page.getByRole('button', { name: /^Hidden layer 1, unit \d+$/ });
  await expect(hidden.first()).toBeVisible();
  while ((await hidden.count()) < 10) {
    const before = await hidden.count();
    await button(page, 'Add unit to hidden layer 1').click();
    await expect(hidden).toHaveCount(before + 1);
  }
  await select(page, 'Activation').selectOption('sigmoid');
  await select(page, 'Speed').selectOption('Max');
  await button(page, 'Play').click();
  await expect.poll(() => numberOf(page, 'Train loss'), { timeout: 60_000 }).toBeLessThanOrEqual(1e-3);
});

for (const epochs of [0, 40]) {
  test(`after ${epochs} epochs every vector is where the double-precision trace has it`, async ({ page }) => {
    await openFigure(page);
    if (epochs > 0) await trainTo(page, epochs);
    const { traces, targets, parameters } = await traced(page);
    await tokensOn(page, 'output plane').press('Home');
    for (const [token, trace] of traces.entries()) {
      await expect(spin(page, 'Token')).toHaveValue(String(token + 1));
      const target = targets.subarray(2 * token, 2 * token + 2);
      const error = async () => placesOf(await attribute(outputPlane(page), 'data-error'));
      const pixels = await pixelsOf(page);
      await expect(async () => {
        const [from, to] = await error();
        expectPlace(from, pixels(target));
        expectPlace(to, pixels(trace.output));
        const chain = placesOf(await attribute(outputPlane(page), 'data-chain'));
        const h = trace.layers[1]?.x ?? [];
        expect(chain).toHaveLength(h.length + 2);
        const sum = [...parameters.subarray(-2)];
        expectPlace(chain[0], pixels([0, 0]));
        expectPlace(chain[1], pixels(sum));
        h.forEach((value, j) => {
          for (const k of [0, 1]) sum[k] = (sum[k] ?? NaN) + (parameters[30 + 10 * k + j] ?? NaN) * value;
          expectPlace(chain[j + 2], pixels(sum));
        });
      }).toPass();
      await page.keyboard.press(']');
    }
  });
}

test('the error of the chosen token is red where its vector is drawn', async ({ page }) => {
  await openFigure(page);
  const { traces } = await traced(page);
  const lengths = traces.map(({ epsilon }) => Math.hypot(...epsilon));
  const largest = lengths.indexOf(Math.max(...lengths));
  await spin(page, 'Token').fill(String(largest + 1));
  await expect(tokensOn(page, 'output plane')).toHaveAttribute('aria-valuenow', String(largest + 1));
  const middle = async () => {
    const [[ax, ay] = [NaN, NaN], [bx, by] = [NaN, NaN]] = placesOf(
      await attribute(outputPlane(page), 'data-error'),
    );
    return outputPlane(page)
      .locator('canvas')
      .evaluate(
        (canvas, [x, y]) => {
          if (!(canvas instanceof HTMLCanvasElement)) return null;
          const scale = canvas.width / canvas.clientWidth;
          const pixel = canvas.getContext('2d')?.getImageData(x * scale, y * scale, 1, 1).data;
          if (pixel === undefined) return null;
          const [red = 0, green = 0, blue = 0] = pixel;
          return red > 150 && green < 90 && blue < 90;
        },
        [(ax + bx) / 2, (ay + by) / 2] as const,
      );
  };
  await expect.poll(middle).toBe(true);
});

test('a token is chosen by a click, by arrow keys on the figure, by brackets anywhere and by number', async ({
  page,
}) => {
  await openFigure(page);
  const token = spin(page, 'Token');
  await expect(token).toHaveValue('1');
  await page.keyboard.press(']');
  await expect(token).toHaveValue('2');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(token).toHaveValue('24');
  await tokensOn(page, 'input plane').focus();
  await page.keyboard.press('ArrowRight');
  await expect(token).toHaveValue('1');
  await page.keyboard.press('End');
  await expect(token).toHaveValue('24');
  await expect(readout(page, 'Epoch')).toHaveText('0');
  await button(page, 'Previous token').click();
  await expect(token).toHaveValue('23');
  // Token 12 of 24 stands at an angle of 11.5/24 of the half circle.
  const box = await inputPlane(page).boundingBox();
  if (box === null) throw new Error('Expected the input plane on the page.');
  const scale = box.width / 2.6;
  const angle = (Math.PI * 11.5) / 24;
  await tokensOn(page, 'input plane').click({
    position: {
      x: box.width / 2 + scale * Math.cos(angle),
      y: box.height / 2 - scale * (Math.sin(angle) - 0.575),
    },
  });
  await expect(token).toHaveValue('12');
  await expect(outputPlane(page)).toHaveAccessibleDescription(
    /^Token 12, (train|test): x = \(0\.07, 1\.00\), y = \(0\.07, 0\.00\)/,
  );
});

/** Weights for x1 and x2 and bias of a unit of the first layer. */
const unitOf = ({ parameters }: Traced, unit: number) => ({
  w1: parameters[2 * (unit - 1)] ?? NaN,
  w2: parameters[2 * (unit - 1) + 1] ?? NaN,
  b: parameters[20 + unit - 1] ?? NaN,
});

async function handleAt(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await slider(page, name).boundingBox();
  if (box === null) throw new Error(`Expected ${name} on the page.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a dragged line goes through the place where it is let go, in one step of undo', async ({ page }) => {
  await openFigure(page);
  const before = unitOf(await traced(page), 4);
  const from = await handleAt(page, 'Line of unit 4');
  const plane = await inputPlane(page).boundingBox();
  if (plane === null) throw new Error('Expected the input plane on the page.');
  const to = { x: plane.x + 0.62 * plane.width, y: plane.y + 0.35 * plane.height };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const scale = plane.width / 2.6;
  const x1 = (to.x - plane.x - plane.width / 2) / scale;
  const x2 = 0.575 - (to.y - plane.y - plane.height / 2) / scale;
  const after = unitOf(await traced(page), 4);
  expect([after.w1, after.w2]).toEqual([before.w1, before.w2]);
  const away = (after.w1 * x1 + after.w2 * x2 + after.b) / Math.hypot(after.w1, after.w2);
  expect(Math.abs(away) * scale).toBeLessThan(1.5);
  await button(page, 'Undo').click();
  await expect.poll(async () => unitOf(await traced(page), 4)).toEqual(before);
  await expect(button(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
});

test('a dragged normal turns its line about the place where it stands, in one step of undo', async ({
  page,
}) => {
  await openFigure(page);
  const before = unitOf(await traced(page), 9);
  const base = await handleAt(page, 'Line of unit 9');
  const tip = await handleAt(page, 'Normal of unit 9');
  // A quarter turn, to the left as the normal points.
  const to = { x: base.x + 2 * (tip.y - base.y), y: base.y - 2 * (tip.x - base.x) };
  await page.mouse.move(tip.x, tip.y);
  await page.mouse.down();
  await page.mouse.move(tip.x + to.x - base.x, tip.y + to.y - base.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const after = unitOf(await traced(page), 9);
  expect(Math.hypot(after.w1, after.w2)).toBeCloseTo(Math.hypot(before.w1, before.w2), 5);
  expect((after.w1 * before.w1 + after.w2 * before.w2) / (before.w1 ** 2 + before.w2 ** 2)).toBeCloseTo(0, 1);
  expect(before.w1 * after.w2 - before.w2 * after.w1).toBeGreaterThan(0);
  await button(page, 'Undo').click();
  await expect.poll(async () => unitOf(await traced(page), 9)).toEqual(before);
  await expect(button(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
});

test('lines are moved and turned by keyboard, with one place for Tab', async ({ page }) => {
  await openFigure(page);
  const group = page.getByRole('group', { name: 'Threshold lines' });
  await expect(group.locator('[tabindex="0"]')).toHaveCount(1);
  await group.locator('[tabindex="0"]').focus();
  await expect(slider(page, 'Line of unit 1')).toBeFocused();
  const before = unitOf(await traced(page), 1);
  await slider(page, 'Line of unit 1').focus();
  await page.keyboard.press('ArrowRight');
  const moved = unitOf(await traced(page), 1);
  const norm = Math.hypot(before.w1, before.w2);
  expect((before.b - moved.b) / norm).toBeCloseTo(0.02, 5);
  await slider(page, 'Line of unit 1').focus();
  await page.keyboard.press('PageDown');
  await expect(slider(page, 'Normal of unit 1')).toBeFocused();
  await page.keyboard.press('Shift+ArrowUp');
  const turned = unitOf(await traced(page), 1);
  const angle = Math.atan2(turned.w2, turned.w1) - Math.atan2(before.w2, before.w1);
  expect((angle * 180) / Math.PI).toBeCloseTo(15, 3);
  expect(Math.hypot(turned.w1, turned.w2)).toBeCloseTo(norm, 5);
  await expect(readout(page, 'Epoch')).toHaveText('0');
});

test('an update of one layer moves that layer alone, by −η times the trace’s gradient, and shows it', async ({
  page,
}) => {
  await openFigure(page, `${TEN_SIGMOID}&optimizer=sgd&learningRate=0.1&batch=1`);
  const layers = [
    { name: 'Update layer 2 only', from: 30, to: 52, note: /columns moved, arrows/ },
    { name: 'Update layer 1 only', from: 0, to: 30, note: /rows moved, arrows/ },
  ] as const;
  for (const { name, from, to, note } of layers) {
    const before = await traced(page);
    await button(page, name).click();
    await expect(page.getByText(note)).toBeVisible();
    const after = await traced(page);
    const rate = after.experiment.training.optimizer.learningRate;
    const change = after.parameters.map((value, i) => value - (before.parameters[i] ?? NaN));
    expect(change.every((value, i) => value === 0 || (i >= from && i < to))).toBe(true);
    // One token made the step: some training token's gradient explains all of it.
    const misfit = before.train.map((token) => {
      const layersOf = before.traces[token]?.layers ?? [];
      const gradient = layersOf.flatMap(({ weightGradient, biasGradient }) => [
        ...weightGradient,
        ...biasGradient,
      ]);
      const wanted = gradient.map((value, i) => (i >= from && i < to ? -rate * value : 0));
      return Math.max(...wanted.map((value, i) => Math.abs(value - (change[i] ?? NaN))));
    });
    expect(Math.min(...misfit)).toBeLessThan(1e-6);
    expect(Math.max(...change.map(Math.abs))).toBeGreaterThan(1e-4);
  }
  await expect(page.getByText(/columns moved/)).toHaveCount(0);
  await button(page, 'Step').click();
  await expect(page.getByText(/rows moved/)).toHaveCount(0);
});

test('the figure offers the network it tells of: ten sigmoid units at once, and back with one Undo', async ({
  page,
}) => {
  await openPage(page);
  await choose(page, 'Parabola');
  const offer = button(page, 'Use 10 sigmoid units');
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2–10–2, 52 parameters')).toBeVisible();
  await expect(select(page, 'Activation')).toHaveValue('sigmoid');
  await expect(page.getByRole('combobox', { name: 'Batch size' })).toHaveValue('4');
  await expect(readout(page, 'Epoch')).toHaveText('0');
  await expect(offer).toHaveCount(0);
  await expect(button(page, 'Previous token')).toBeFocused();
  await button(page, 'Add unit to hidden layer 1').click();
  await expect(page.getByText('2–11–2, 57 parameters')).toBeVisible();
  await expect(offer).toHaveCount(0);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(page.getByText('2–8–6–2, 92 parameters')).toBeVisible();
  await expect(offer).toBeVisible();
});

test('without a hidden layer there is nothing to update apart, and the figure says so', async ({ page }) => {
  await openFigure(page, TEN_SIGMOID.replace('hidden=10-sigmoid', 'hidden=none'));
  for (const name of ['Update layer 1 only', 'Update layer 2 only']) {
    await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
    await expect(button(page, name)).toHaveAccessibleDescription(/Without a hidden layer/);
  }
  await expect(
    page.getByText('Without a hidden layer no unit decides anything on this plane.'),
  ).toBeVisible();
});

test('with further features the input plane says why its thresholds are no lines', async ({ page }) => {
  await openFigure(page);
  await page
    .getByRole('checkbox', { name: /x1\^2|x₁²|x1 squared/ })
    .first()
    .check({ force: true });
  await expect(page.getByText(/No straight lines/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Threshold lines' })).toHaveCount(0);
});

test('with noisy targets the loss stands beside the noise that no network can remove', async ({ page }) => {
  await openFigure(page, TEN_SIGMOID.replace('noise=0', 'noise=0.2'));
  await expect(page.getByText('Noise that no network can remove: ½·2·0.20² = 0.04000')).toBeVisible();
  await expect(page.getByText('E[y|x]', { exact: true })).toBeVisible();
  const loss = await readout(page, 'Train loss').textContent();
  await expect(page.getByText(`Loss left: train ${loss ?? ''}`)).toBeVisible();
});

test('the sum in numbers adds up to ŷ, and ½‖ε‖² to the token’s loss', async ({ page }) => {
  await openFigure(page);
  const { traces } = await traced(page);
  await spin(page, 'Token').fill('5');
  const [y1 = NaN, y2 = NaN] = traces[4]?.output ?? [];
  const sum = page.getByRole('group', { name: 'Sum for the chosen token' });
  const shown = (value: number) => value.toFixed(2).replace('-', '−');
  await expect(sum).toHaveText(new RegExp(`^${shown(y1)}${shown(y2)}`));
  const error = page.getByRole('group', { name: 'Error of the chosen token' });
  const half = Number((await error.textContent())?.split('‖² = ')[1]);
  expect(Math.abs(half - (traces[4]?.loss ?? NaN))).toBeLessThan(1e-4 * half + 1e-4);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const) {
  test(`the page does not scroll at ${width} × ${height}, and both planes are whole`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openFigure(page);
    const scrolls = () =>
      page.evaluate(() => {
        const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
        return scrollHeight > clientHeight || scrollWidth > clientWidth;
      });
    expect(await scrolls()).toBe(false);
    for (const name of ['Input plane', 'Output plane', 'Error by token', 'Loss curves'])
      await expect(page.getByRole('img', { name, exact: true })).toBeInViewport({ ratio: 0.99 });
    await expect(button(page, 'Update layer 2 only')).toBeInViewport({ ratio: 0.99 });
    await expect(readout(page, 'Test loss')).toBeInViewport({ ratio: 0.99 });
  });
}

test('a phone has the planes as a pair to swipe', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openFigure(page);
  await expect(inputPlane(page)).toBeInViewport({ ratio: 0.9 });
  await expect(outputPlane(page)).not.toBeInViewport({ ratio: 0.5 });
  await tokensOn(page, 'output plane').focus();
  await expect(outputPlane(page)).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('ArrowRight');
  await expect(spin(page, 'Token')).toHaveValue('2');
  await button(page, 'Sum and steps').click();
  // An update shows the plane on which it is to be seen.
  await button(page, 'Update layer 1 only').click();
  await expect(page.getByText(/rows moved, arrows/)).toBeInViewport();
  await expect(inputPlane(page)).toBeInViewport({ ratio: 0.9 });
  await button(page, 'Update layer 2 only').click();
  await expect(page.getByText(/columns moved, arrows/)).toBeInViewport();
  await expect(outputPlane(page)).toBeInViewport({ ratio: 0.9 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`axe finds nothing in the figure, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      // Two hidden layers: the figure offers the one that it tells of.
      await openFigure(
        page,
        TEN_SIGMOID.replace('noise=0', 'noise=0.1').replace('10-sigmoid', '8-tanh,6-tanh'),
      );
      if (width < 641) await button(page, 'Sum and steps').click();
      await expect(button(page, 'Use 10 sigmoid units')).toBeVisible();
      await button(page, 'Update layer 2 only').click();
      await expect(page.getByText(/columns moved/)).toBeVisible();
      expect(await accessibilityFaults(page, '.output-panel')).toEqual([]);
    });
  }
}
