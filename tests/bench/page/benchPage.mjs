import { median } from '../statistics.mjs';
import { hurryFrames, observe } from './observe.mjs';
import { launchBrowser, servePage } from './servePage.mjs';
import { longestTask } from './trace.mjs';
import { writePage } from '../table.mjs';

/** What a person gets from the built page in Chromium while it trains at Max and draws everything. */

const COMMON =
  'v=1&problem=spiral&samples=500&noise=0.02&train=0.5&output=tanh&loss=mse&initial=uniform' +
  '&optimizer=sgd&learningRate=0.03&batch=10&order=sequential';
const LINKS = {
  W1: `${COMMON}&hidden=4-tanh,2-tanh`,
  W2t: `${COMMON}&features=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&hidden=${Array(6).fill('8-tanh').join()}`,
};

const WARM_UP = 1500;
const WINDOW = 4000;
const REPEATS = 9;
/** Frames after which the heap counts as settled. */
const SETTLED = 2000;

export async function benchPage({ frames, json }) {
  const server = await servePage();
  const browser = await launchBrowser();
  try {
    const results = {};
    for (const [name, link] of Object.entries(LINKS)) {
      results[name] = await benchLink(browser, `${server.address}#${link}`);
    }
    results.heap = await benchHeap(browser, `${server.address}#${LINKS.W1}`, frames);
    const all = { browser: `Chromium ${browser.version()}`, ...results };
    if (json) console.log(JSON.stringify(all));
    else writePage(all);
  } finally {
    await browser.close();
    await server.close();
  }
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const seen = (page) => page.evaluate(() => ({ ...window.seen, now: performance.now() }));

async function play(browser, address, ...scripts) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const script of scripts) await page.addInitScript(script);
  await page.goto(address);
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('Max');
  await button(page, 'Play').click();
  await button(page, 'Pause').waitFor();
  await page.waitForTimeout(WARM_UP);
  return page;
}

async function benchLink(browser, address) {
  const page = await play(browser, address, observe);
  const before = await seen(page);
  await page.waitForTimeout(WINDOW);
  const after = await seen(page);
  const seconds = (after.now - before.now) / 1000;
  const longest = await longestTask(browser, page, WINDOW);
  const inputs = await timeInputs(page);
  const pauses = await timePauses(page);
  await page.close();
  return {
    epochsPerSecond: Math.round((after.epoch - before.epoch) / seconds),
    framesPerSecond: round((after.frames - before.frames) / seconds),
    longestTaskMilliseconds: round(longest),
    tasksOver50Milliseconds: after.longTasks - before.longTasks,
    sliderToFrameMilliseconds: inputs,
    pauseMilliseconds: pauses,
  };
}

/** Moves the slider by keys while the page trains. */
async function timeInputs(page) {
  const slider = page.getByRole('slider', { name: 'Noise', exact: true });
  await slider.focus();
  const first = (await seen(page)).inputs.length;
  for (let i = 0; i < REPEATS; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction((count) => window.seen.inputs.length > count, first + i);
    await page.waitForTimeout(50);
  }
  return spread((await seen(page)).inputs.slice(first));
}

async function timePauses(page) {
  const first = (await seen(page)).pauses.length;
  for (let i = 0; i < REPEATS; i++) {
    await button(page, 'Pause').click();
    await page.waitForFunction((count) => window.seen.pauses.length > count, first + i);
    await button(page, 'Play').click();
    await page.waitForTimeout(100);
  }
  return spread((await seen(page)).pauses.slice(first));
}

/** Bytes in use once the heap has settled, and after so many frames more. */
async function benchHeap(browser, address, frames) {
  const page = await play(browser, address, observe, hurryFrames);
  const session = await page.context().newCDPSession(page);
  const megabytesAfter = async (count) => {
    await page.waitForFunction((wanted) => window.seen.frames >= wanted, count, {
      timeout: 0,
      polling: 500,
    });
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return round(usedSize / 2 ** 20);
  };
  const settled = await megabytesAfter(SETTLED);
  const after = await megabytesAfter(SETTLED + frames);
  await page.close();
  return { frames, settledMegabytes: settled, afterMegabytes: after };
}

function spread(milliseconds) {
  return { median: round(median(milliseconds)), longest: round(Math.max(...milliseconds)) };
}

function round(value) {
  return Number(value.toFixed(1));
}
