import { cpus } from 'node:os';
import { isMap } from './contenders.mjs';
import { ratios, summary } from './statistics.mjs';

/** Prints rates and ratios as Markdown tables, so that they can stand in a text as they are. */
export function writeTable(measured, { workloads, names, own }) {
  console.log(`${processor()}, Node ${process.versions.node}\n`);
  for (const [title, some] of [
    ['Epochs per second: best (median)', workloads.filter((name) => !isMap(name))],
    ['Maps per second: best (median)', workloads.filter(isMap)],
  ]) {
    if (some.length > 0) writeRates(title, measured, some, names);
  }
  const list = ratios(measured);
  for (const engine of own) {
    const mine = list.filter((ratio) => ratio.engine === engine);
    if (mine.length > 0) writeRatios(engine, mine, workloads);
  }
}

/** The same of the page: one row a measure, and what the heap did. */
export function writePage({ browser, heap, ...links }) {
  const names = Object.keys(links);
  const rows = {
    'epochs per second': ({ epochsPerSecond }) => number(epochsPerSecond),
    'frames per second': ({ framesPerSecond }) => number(framesPerSecond),
    'longest task of the main thread, ms': ({ longestTaskMilliseconds }) => number(longestTaskMilliseconds),
    'tasks over 50 ms': ({ tasksOver50Milliseconds }) => String(tasksOver50Milliseconds),
    'slider to frame, ms: median (longest)': ({ sliderToFrameMilliseconds }) =>
      pair(sliderToFrameMilliseconds),
    'pause, ms: median (longest)': ({ pauseMilliseconds }) => pair(pauseMilliseconds),
  };
  const pair = ({ median, longest }) => `${number(median)} (${number(longest)})`;
  console.log(`${processor()}, ${browser}\n`);
  write('At Max, everything drawn', names, Object.keys(rows), (row, name) => rows[row](links[name]));
  const { frames, settledMegabytes, afterMegabytes } = heap;
  console.log(
    `Heap: ${settledMegabytes} MB once settled, ${afterMegabytes} MB after ${frames.toLocaleString('en')} frames more.`,
  );
}

function processor() {
  return cpus()[0]?.model ?? 'unknown processor';
}

function writeRates(title, measured, workloads, names) {
  const cell = (name, workload) => {
    const found = measured.find((each) => each.name === name && each.workload === workload);
    if (found === undefined) return '–';
    const { best, median } = summary(found.rates);
    return `${number(best)} (${number(median)})`;
  };
  write(title, workloads, names, cell);
}

function writeRatios(engine, list, workloads) {
  const others = [...new Set(list.map(({ over }) => over))];
  const cell = (over, workload) => {
    const found = list.find((ratio) => ratio.over === over && ratio.workload === workload);
    if (found === undefined) return '–';
    return `${number(found.best)} (${number(found.least)}–${number(found.largest)})`;
  };
  write(`${engine} ÷ …: best by best (spread over the rounds)`, workloads, others, cell);
}

function write(title, columns, rows, cell) {
  const lines = [[title, ...columns], ...rows.map((row) => [row, ...columns.map((each) => cell(row, each))])];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log([head, rule, ...body, ''].join('\n'));
}

function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  if (value === 0) return '0';
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}
