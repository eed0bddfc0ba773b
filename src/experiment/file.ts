import type { Experiment } from './experiment';
import { jsonFault } from './jsonFault';
import { failure, type Result } from './result';
import { parseExperiment } from './schema';
import { showValue } from './sentences';

export function parseExperimentFile(text: string): Result<Experiment> {
  const json = text.replace(/^\uFEFF/u, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return failure(jsonSentence(json));
  }
  return parseExperiment(value);
}

function jsonSentence(text: string): string {
  const position = Math.max(0, jsonFault(text));
  const lines = text.slice(0, position).split('\n');
  const place = `line ${lines.length}, column ${(lines[lines.length - 1]?.length ?? 0) + 1}`;
  const rest = text.slice(position, position + 100).trim();
  return `Experiment file, ${place}: expected JSON, found ${rest === '' ? 'the end' : showValue(rest)}.`;
}
