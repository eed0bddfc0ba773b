import { expect, test, type Page } from '@playwright/test';
import type { LayerParameters } from '../../src/experiment/experiment';
import { experimentHash } from '../../src/experiment/linkText';
import type { HiddenActivation } from '../../src/experiment/names';
import { networkOf } from '../figures/regions/networks';
import { accessibilityFaults } from './axe';
import { button, choose, openPage, pause, readout, select, trainUntil } from './playground';

const figure = (page: Page) => page.getByRole('img', { name: 'Surface figure' });
const regions = (page: Page) => page.getByRole('switch', { name: 'Linear regions' });
const cross = (page: Page) => page.getByRole('slider', { name: 'Cross-hair' });

/** The place of the map that is farthest from all points. */
async function freePlace(page: Page, box: { x: number; y: number; width: number; height: number }) {
  const points = await page
    .getByRole('group', { name: 'Points', exact: true })
    .locator('button')
    .evaluateAll((buttons) =>
      buttons.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [x + width / 2, y + height / 2] as const;
      }),
    );
  let best = { x: box.x, y: box.y, room: 0 };
  for (let i = 4; i < 36; i++)
    for (let j = 4; j < 36; j++) {
      const [x, y] = [box.x + (i / 40) * box.width, box.y + (j / 40) * box.height];
      const room = Math.min(...points.map(([px, py]) => Math.hypot(px - x, py - y)));
      if (room > best.room) best = { x, y, room };
    }
  return best;
}

/** A link to a network with weights by hand: rows [weights …, bias] of each layer, one linear output. */
function handMade(
  activation: HiddenActivation,
  ...layers: readonly (readonly (readonly number[])[])[]
): string {
  const hidden = layers.slice(0, -1).map((rows) => rows.length);
  const parameters: LayerParameters[] = layers.map((rows) => ({
    weights: rows.map((row) => row.slice(0, -1)),
    bias: rows.map((row) => row[row.length - 1] ?? 0),
  }));
  return `#${experimentHash({ ...networkOf(hidden, activation), parameters })}`;
}

/** The axes and x1 + x2 = 1, added up. */
const THREE_LINES = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, -1],
  ],
  [[1, 2, 3, 0.5]],
] as const;

for (const kind of ['Two tanh units', 'Tower of four steps', 'Saddle', 'Ripple']) {
  test(`tanh units learn the surface: ${kind}`, async ({ page }) => {
    await openPage(page);
    await choose(page, 'Surface');
    await select(page, 'Surface kind').selectOption(kind);
    await expect(page.getByRole('img', { name: 'Decision map' })).toBeVisible();
    await trainUntil(page, 'Train R²', 0.9);
  });
}

test('two tanh units, offered by the figure, learn their surface by themselves', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Surface');
  await button(page, 'Use 2 tanh units').click();
  await expect(page.getByText('2–2–1, 9 parameters')).toBeVisible();
  await expect(button(page, 'Use 2 tanh units')).toHaveCount(0);
  await trainUntil(page, 'Train R²', 0.99);
  await select(page, 'Surface kind').selectOption('Saddle');
  await expect(page.getByRole('button', { name: /^Use \d+ tanh units$/ })).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('points are added to the map by finger, however crowded it is', async ({ page }) => {
    await openPage(page);
    await page.getByRole('tab', { name: 'Problem' }).tap();
    await page.getByRole('radio', { name: 'Surface', exact: true }).tap();
    const tools = page.getByRole('radiogroup', { name: 'Press on the figure' });
    await expect(tools.getByRole('radio', { name: 'Move' })).toBeChecked();
    await expect(page.getByText('train 300')).toBeVisible();
    await tools.getByRole('radio', { name: 'Add' }).tap();
    await expect(page.getByRole('spinbutton', { name: 'Value' })).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    const map = page.getByRole('img', { name: 'Decision map' });
    const box = await map.boundingBox();
    if (box === null) throw new Error('Expected the map on the page.');
    // Between the points, however many there are.
    const place = await freePlace(page, box);
    await page.touchscreen.tap(place.x, place.y);
    await expect(map).toHaveAccessibleDescription(/with 301 training and 200 test points/);
    await button(page, 'Undo').tap();
    await expect(map).toHaveAccessibleDescription(/with 300 training and 200 test points/);
  });

  test('everything stands within a screen of 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openPage(page, '#v=1&problem=surface&variant=two-tanh&samples=500&output=linear&loss=mse');
    const tools = page.getByRole('radiogroup', { name: 'Press on the figure' });
    await expect(tools.getByRole('radio', { name: 'Delete' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('img', { name: 'Decision map' })).toBeInViewport({ ratio: 1 });
    const wider = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main')].some(
          (element) => element.scrollWidth > element.clientWidth,
        ),
      );
    await expect.poll(wider).toBe(false);
  });
});

test('the surface is turned and zoomed by keyboard and by hand', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Surface');
  await page.getByRole('radio', { name: '3-D' }).check();
  await expect(figure(page)).toHaveAccessibleDescription('Turned 330°, tilted 28°, zoom 100 %');
  const before = await figure(page).screenshot();

  await figure(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('+');
  await expect(figure(page)).toHaveAccessibleDescription('Turned 325°, tilted 58°, zoom 120 %');
  await expect.poll(async () => (await figure(page).screenshot()).equals(before)).toBe(false);
  await expect(readout(page, 'Epoch')).toHaveText('0');

  await page.keyboard.press('Home');
  const box = await figure(page).boundingBox();
  if (box === null) throw new Error('Expected the figure on the page.');
  await page.mouse.move(box.x + 150, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + 190, box.y + 130, { steps: 4 });
  await page.mouse.up();
  await expect(figure(page)).toHaveAccessibleDescription('Turned 310°, tilted 18°, zoom 100 %');
});

test('the surface follows training, and is still there after the map', async ({ page }) => {
  await openPage(page);
  await choose(page, 'Surface');
  await page.getByRole('radio', { name: '3-D' }).check();
  await expect(figure(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Map' }).check();
  await expect(page.getByRole('img', { name: 'Decision map' })).toBeVisible();
  await page.getByRole('radio', { name: '3-D' }).check();
  await expect(figure(page)).toHaveAccessibleDescription(/^Turned/);
  const before = await figure(page).screenshot();
  await trainUntil(page, 'Train R²', 0.8);
  expect((await figure(page).screenshot()).equals(before)).toBe(false);
});

test('without WebGL a sentence stands in the surface’s place', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      },
    });
  });
  await openPage(page);
  await choose(page, 'Surface');
  await page.getByRole('radio', { name: '3-D' }).check();
  await expect(page.getByText('This browser has no WebGL')).toBeVisible();
});

test('three lines make the seven regions that one counts on paper', async ({ page }) => {
  await openPage(page, handMade('relu', ...THREE_LINES));
  await regions(page).check();
  await expect(readout(page, 'Regions in the window')).toHaveText('7');
  await expect(readout(page, 'Regions in the plane')).toHaveText('7');
  await expect(page.getByText('One layer of N = 3: at most 1 + N + N(N − 1)/2 = 7.')).toBeVisible();
});

test('pattern and affine map are those of the region pointed at, by mouse and by keyboard', async ({
  page,
}) => {
  await openPage(page, handMade('relu', ...THREE_LINES));
  await regions(page).check();
  await expect(readout(page, 'Regions in the window')).toHaveText('7');
  const square = await page.getByRole('img', { name: 'Decision map' }).boundingBox();
  if (square === null) throw new Error('Expected the map on the page.');
  // x1 = 3, x2 = 3: all three units on, ŷ = x1 + 2 x2 + 3 (x1 + x2 − 1) + 0.5.
  await page.mouse.move(square.x + 0.75 * square.width, square.y + 0.25 * square.height);
  await expect(page.getByText('Pattern 111')).toBeVisible();
  await expect(page.getByText('ŷ = 4 x1 + 5 x2 − 2.5')).toBeVisible();

  // From the origin five long steps to the left and one up: x1 = −5, x2 = 1, only the second unit on.
  await cross(page).focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(cross(page)).toHaveAttribute('aria-valuetext', 'x1 −5, x2 1; pattern 010');
  await expect(page.getByText('ŷ = 0 x1 + 2 x2 + 0.5')).toBeVisible();
  await expect(readout(page, 'Epoch')).toHaveText('0');
});

test('a second layer folds: twelve regions, and Montúfar’s bound by name', async ({ page }) => {
  const layers = [
    [
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, 0],
    ],
    [
      [1, 1, 0, -1],
      [0, 0, 1, -1],
    ],
    [[1, 1, 0]],
  ];
  await openPage(page, handMade('leaky-relu', ...layers));
  await regions(page).check();
  // Leaky units only shift the folded line: h1 + h2 = 0.99 |x1|. Four columns and three rows.
  await expect(readout(page, 'Regions in the window')).toHaveText('12');
  await expect(readout(page, 'Regions in the plane')).toHaveText('12');
  await expect(page.getByText('Montúfar')).toContainText('28');
});

test('regions are traced anew while the network trains', async ({ page }) => {
  await openPage(page, '#v=1&problem=circles&hidden=12-relu,8-relu');
  await regions(page).check();
  await expect(readout(page, 'Regions in the plane')).not.toHaveText('–');
  const before = await readout(page, 'Regions in the plane').textContent();
  await button(page, 'Play').click();
  await expect.poll(() => readout(page, 'Regions in the plane').textContent()).not.toBe(before);
  await pause(page);
});

test('where there are no linear regions the page says why', async ({ page }) => {
  await openPage(page);
  await regions(page).check();
  await expect(page.getByText('tanh bends everywhere')).toBeVisible();
  await select(page, 'Activation').selectOption('ReLU');
  await expect(readout(page, 'Regions in the window')).toHaveText(/^\d+$/);
  await page.getByRole('checkbox', { name: 'x1^2', exact: true }).check();
  await expect(page.getByText('x1 and x2 as the only inputs')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the surface’s figures and in the regions, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page, handMade('relu', ...THREE_LINES));
    await regions(page).check();
    await cross(page).focus();
    await expect(page.getByText('Pattern 000')).toBeVisible();
    await expectAccessible(page);
    await choose(page, 'Surface');
    await page.getByRole('radio', { name: '3-D' }).check();
    await expect(figure(page)).toHaveAccessibleDescription(/^Turned/);
    await expectAccessible(page);
  });
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page, '.output-panel')).toEqual([]);
}
