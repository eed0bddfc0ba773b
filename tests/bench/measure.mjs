import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds of one measurement: long beside the clock's and the collector's grain, short beside the machine's moods. */
const SLICE = 250;
/** A contender whose epochs outlast its time is still measured so often. */
const LEAST_ROUNDS = 2;

/**
 * Measures contenders on one workload in interleaved rounds: each in turn, again and again, so that all share the
 * machine's good and bad minutes. Returns per contender the rates of its rounds, or the fault that ended it.
 */
export async function measure(names, workload, { seconds, engineUrl }) {
  const contenders = await Promise.all(names.map((name) => start(name, workload, engineUrl)));
  for (const contender of contenders) {
    await attempt(contender, async () => {
      await contender.ask({ kind: 'warm up', milliseconds: Math.max(500, 250 * seconds) });
    });
  }
  const rounds = Math.max(LEAST_ROUNDS, Math.round((1000 * seconds) / SLICE));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const isDue = round < LEAST_ROUNDS || contender.spent < 1000 * seconds;
      if (isDue) await attempt(contender, () => takeRound(contender));
    }
  }
  for (const contender of contenders) await attempt(contender, () => finish(contender));
  return contenders.map(({ name, rates, fault }) => ({ name, workload, rates, fault }));
}

async function start(name, workload, engineUrl) {
  const child = fork(join(import.meta.dirname, 'contender.mjs'), [name, workload, engineUrl], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr.on('data', (text) => (errors += text));
  const answer = () =>
    new Promise((resolve, reject) => {
      const exit = () =>
        reject(new Error(/^\w*Error.*$/m.exec(errors)?.[0] ?? `it ended without an answer. ${errors}`));
      child.once('exit', exit);
      child.once('message', (message) => {
        child.off('exit', exit);
        resolve(message);
      });
    });
  const contender = {
    name,
    rates: [],
    spent: 0,
    fault: undefined,
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
    end: () => child.kill(),
  };
  await attempt(contender, answer);
  return contender;
}

/** A contender that fails is out; the others go on. */
async function attempt(contender, work) {
  if (contender.fault !== undefined) return;
  try {
    await work();
  } catch (error) {
    contender.fault = error.message;
    contender.end?.();
  }
}

async function takeRound(contender) {
  const before = performance.now();
  const { rate } = await contender.ask({ kind: 'measure', milliseconds: SLICE });
  contender.spent += performance.now() - before;
  contender.rates.push(rate);
}

async function finish(contender) {
  const { check } = await contender.ask({ kind: 'end' });
  if (!Number.isFinite(check)) throw new Error('its results are not finite');
}
