import { createContender } from './contenders.mjs';

/**
 * A process of its own for one contender and one workload, so that none runs on code that V8 has compiled for another.
 * It measures when asked: { milliseconds } → { rate }, in epochs or maps per second, and sleeps in between.
 */

/** Milliseconds between two looks at the clock. */
const BETWEEN_LOOKS = 5;

const [name, workload, engineUrl] = process.argv.slice(2);
const contender = await createContender(name, workload, engineUrl);
let chunk = 1;

function measure(milliseconds) {
  const start = performance.now();
  const end = start + milliseconds;
  let done = 0;
  let now = start;
  while (now < end) {
    contender.run(chunk);
    done += chunk;
    now = performance.now();
  }
  return (1000 * done) / (now - start);
}

function warmUp(milliseconds) {
  let rate = measure(milliseconds / 2);
  chunk = Math.max(1, Math.round((rate * BETWEEN_LOOKS) / 1000));
  const isQuick = 1000 / rate < milliseconds / 2;
  if (isQuick) rate = measure(milliseconds / 2);
  return rate;
}

process.on('message', ({ kind, milliseconds }) => {
  if (kind === 'warm up') process.send({ rate: warmUp(milliseconds) });
  else if (kind === 'measure') process.send({ rate: measure(milliseconds) });
  else process.send({ check: contender.check() }, () => process.disconnect());
});
process.send({ ready: true });
