import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEngine } from './build.mjs';
import { ENGINES, PEERS, isMap, leftOut } from './contenders.mjs';
import { measure } from './measure.mjs';
import { ratios, summary } from './statistics.mjs';
import { writeTable } from './table.mjs';

/** `npm run bench`: see README.md in this folder. */

const USAGE = `npm run bench -- [--workload W1,W2t,…] [--engine simd,plain,synaptic,…] [--seconds 3] [--json]
npm run bench -- --page [--frames 20000] [--json]`;

const { values } = parseArgs({
  options: {
    workload: { type: 'string' },
    engine: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    frames: { type: 'string', default: '20000' },
  },
});

function fail(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(1);
}

/** Progress goes where it disturbs no reader of the results. */
const note = (text) => process.stderr.write(`${text}\n`);

function positive(name) {
  const number = Number(values[name]);
  return number > 0 ? number : fail(`--${name} is a positive number, not ${values[name]}.`);
}

function chosen(name, all) {
  const wanted = values[name]?.split(',') ?? all;
  const unknown = wanted.filter((each) => !all.includes(each));
  return unknown.length > 0
    ? fail(`--${name} is one of ${all.join(', ')}, not ${unknown.join(', ')}.`)
    : wanted;
}

/** The other libraries, from this folder's own lock file; false when they cannot be had. */
function installPeers() {
  const peers = join(import.meta.dirname, 'node_modules');
  if (existsSync(join(peers, '.package-lock.json'))) return true;
  note('Installing the libraries to compare with (tests/bench/package.json) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

async function benchEngines() {
  const seconds = positive('seconds');
  const engineUrl = await buildEngine();
  const { WORKLOADS, MAP_WORKLOADS, BENCH_ENGINES } = await import(engineUrl);
  const own = ENGINES.filter((name) => BENCH_ENGINES.includes(name));
  const workloads = chosen('workload', [...WORKLOADS, ...MAP_WORKLOADS]);
  let names = chosen('engine', [...own, ...Object.keys(PEERS)]);
  if (names.some((name) => name in PEERS) && !installPeers()) {
    note('The other libraries could not be installed: measuring our engines alone.');
    names = names.filter((name) => !(name in PEERS));
  }
  const results = [];
  for (const workload of workloads) {
    const present = names.filter((name) => leftOut(name, workload) === undefined);
    if (!values.json) note(`${workload}: ${present.join(', ')} …`);
    results.push(...(await measure(present, workload, { seconds, engineUrl })));
  }
  for (const { name, workload, fault } of results) {
    if (fault !== undefined) note(`${name} on ${workload} failed: ${fault}`);
  }
  const measured = results.filter(({ fault }) => fault === undefined);
  if (measured.length === 0) process.exit(1);
  if (values.json) writeJson(measured);
  else writeTable(measured, { workloads, names, own });
  process.exit(measured.length < results.length ? 1 : 0);
}

/** One result stands alone, several in a list with their ratios. */
function writeJson(measured) {
  const list = measured.map(({ name, workload, rates }) => ({
    workload,
    engine: name,
    [isMap(workload) ? 'mapsPerSecond' : 'epochsPerSecond']: summary(rates),
  }));
  console.log(JSON.stringify(list.length === 1 ? list[0] : { results: list, ratios: ratios(measured) }));
}

if (values.page) {
  const { benchPage } = await import('./page/benchPage.mjs');
  await benchPage({ frames: positive('frames'), json: values.json });
} else {
  await benchEngines();
}
