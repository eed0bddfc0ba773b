import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { parseExperimentFile } from '../../src/experiment/file';
import { experimentFile } from '../../src/experiment/fileText';
import { jsonFault } from '../../src/experiment/jsonFault';
import { arbitraryExperiment, damage, damaged } from './arbitraryExperiment';

function messageOf(text: string): string {
  const result = parseExperimentFile(text);
  return result.ok ? 'accepted' : result.message;
}

describe('an experiment file', () => {
  it('gives back every experiment exactly', () => {
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        const text = experimentFile(experiment);
        expect(JSON.parse(text)).toEqual(experiment);
        expect(parseExperimentFile(text)).toEqual({ ok: true, value: experiment });
      }),
      { numRuns: 100 },
    );
  });

  it('is laid out for people: a layer a line, a point a line', () => {
    const lines = experimentFile(DEFAULT_EXPERIMENT).split('\n');
    expect(lines.length).toBeLessThan(30);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(160);
  });

  it('says where JSON ends too early', () => {
    expect(messageOf('{\n "version": 1,\n "title": ')).toBe(
      'Experiment file, line 3, column 11: expected JSON, found the end.',
    );
    expect(messageOf('')).toBe('Experiment file, line 1, column 1: expected JSON, found the end.');
  });

  it('says where something stands that is not JSON', () => {
    expect(messageOf('{"version": 1,\n  title: 3}')).toBe(
      'Experiment file, line 2, column 3: expected JSON, found "title: 3}".',
    );
    expect(messageOf('<html>')).toBe('Experiment file, line 1, column 1: expected JSON, found "<html>".');
  });

  it('answers damaged files with one sentence or with an experiment', () => {
    fc.assert(
      fc.property(arbitraryExperiment, damage, (experiment, how) => {
        expect(messageOf(damaged(experimentFile(experiment), how))).toMatch(/^(accepted|[^\n]+\.)$/u);
      }),
      { numRuns: 100 },
    );
  });

  it('answers any text with one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(messageOf(text)).toMatch(/^[^\n]+: expected [^\n]+, found [^\n]+\.$/u);
      }),
    );
  });

  it('stays upright under ten thousand open brackets', () => {
    expect(messageOf('['.repeat(10_000))).toContain('column 10001: expected JSON, found the end.');
  });
});

describe('jsonFault', () => {
  it('finds no fault exactly where JSON.parse finds none', () => {
    const text = fc.oneof(
      fc.json(),
      fc.tuple(fc.json(), damage).map(([json, how]) => damaged(json, how)),
      fc.string({ unit: fc.constantFrom(...'{}[],:"\\ 01.eE-+tfnu') }),
    );
    const isJson = (candidate: string) => {
      try {
        JSON.parse(candidate);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(text, (candidate) => {
        expect(jsonFault(candidate) === -1).toBe(isJson(candidate));
      }),
      { numRuns: 1000 },
    );
  });
});
