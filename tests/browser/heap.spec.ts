import { expect, test } from '@playwright/test';
import { button, openPage, select } from './playground';

test('twenty thousand frames leave the heap where it was', async ({ page }) => {
  test.setTimeout(600_000);
  // Frames are drawn as fast as they come, not at the display's rate; the smallest network makes them soonest.
  await page.addInitScript(() => {
    const counter = { frames: 0 };
    Object.assign(window, { counter });
    const channel = new MessageChannel();
    let waiting: FrameRequestCallback[] = [];
    channel.port1.onmessage = () => {
      const callbacks = waiting;
      waiting = [];
      counter.frames++;
      // As in the browser, a callback that fails does not take the others with it.
      for (const callback of callbacks) queueMicrotask(() => callback(performance.now()));
    };
    window.requestAnimationFrame = (callback) => {
      if (waiting.length === 0) channel.port2.postMessage(null);
      return waiting.push(callback);
    };
  });
  await openPage(page, '#v=1&problem=gaussians&hidden=none&samples=40');
  const session = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
  const frames = (): Promise<number> =>
    page.evaluate(() => Reflect.get(Reflect.get(window, 'counter'), 'frames'));
  // A paced run hands out a frame as soon as the last one is drawn.
  await select(page, 'Speed').selectOption('1,000 epochs/s');
  await button(page, 'Play').click();
  await expect.poll(frames, { timeout: 200_000, intervals: [500] }).toBeGreaterThan(1500);
  const before = await heap();
  await expect.poll(frames, { timeout: 380_000, intervals: [1000] }).toBeGreaterThan(21_500);
  expect((await heap()) - before).toBeLessThan(3 * 1024 * 1024);
});
