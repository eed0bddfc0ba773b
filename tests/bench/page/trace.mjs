/** Milliseconds of the longest task of the page's main thread within a time. */
export async function longestTask(browser, page, milliseconds) {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
  await page.waitForTimeout(milliseconds);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter((each) => each.name === 'thread_name' && each.args.name === 'CrRendererMain')
      .map(thread),
  );
  const tasks = traceEvents.filter((each) => each.name === 'RunTask' && mains.has(thread(each)));
  if (tasks.length === 0) throw new Error('The trace holds no task of a main thread.');
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}
