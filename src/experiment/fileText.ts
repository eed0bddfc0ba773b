import type { Experiment } from './experiment';

/** The experiment as a file: JSON that people can read and edit. */

const WIDTH = 110;

export function experimentFile(experiment: Experiment): string {
  return `${pretty(experiment, '')}\n`;
}

/** Like JSON.stringify with indentation, but what fits stays on one line: a point, a layer, the optimizer. */
function pretty(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => `${inner}${pretty(entry, inner)}`);
    return `[\n${entries.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${pretty(entry, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
