import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/figures/computationGraph/graph';
import { judgeSignals } from '../../../src/figures/computationGraph/judge';
import { passesOf } from '../../../src/figures/computationGraph/passes';
import { WORKED } from '../../../src/figures/computationGraph/worked';

const { graph, given } = WORKED.regularized;
const passes = passesOf(graph, given);
const place = (name: string): number => graph.findIndex(({ symbol }) => nameOf(symbol) === name);
const signal = (name: string): number => passes.signals[place(name)] ?? NaN;

/** Marks by name of these entries; the rest is blank. */
function marksOf(typed: Readonly<Record<string, string>>, read = (value: number) => value) {
  const entries = new Map(Object.entries(typed).map(([name, text]) => [place(name), text]));
  const marks = judgeSignals({ graph, passes, entries, read });
  return (name: string) => marks.get(place(name));
}

describe('signals that a student fills in', () => {
  it('are right within 1 %, wrong beyond it, blank when empty, unreadable as words', () => {
    const mark = marksOf({
      Lreg: '1',
      R: String(signal('R') * 1.009),
      L: '1.05',
      y: 'much',
      z: ' ',
    });
    expect(['Lreg', 'R', 'L', 'y', 'z', 'w'].map(mark)).toEqual([
      'right',
      'right',
      'wrong',
      'unreadable',
      'blank',
      'blank',
    ]);
  });

  it('are carried forward when they follow from an earlier mistake, and wrong when they do not', () => {
    const y = passes.values[place('y')] ?? NaN;
    const deltaY = -signal('y');
    const deltaZ = deltaY * y * (1 - y);
    const typed = { y: String(deltaY), z: String(deltaZ), b: String(deltaZ), w: String(deltaZ) };
    const mark = marksOf(typed);
    expect(['y', 'z', 'b', 'w'].map(mark)).toEqual(['wrong', 'carried', 'carried', 'wrong']);
  });

  it('are right when they follow from the values as the page prints them', () => {
    const read = (value: number) => Number(value.toFixed(1));
    const y = read(passes.values[place('y')] ?? NaN);
    const answer = String(signal('y') * y * (1 - y));
    expect(marksOf({ y: String(signal('y')), z: answer })('z')).toBe('wrong');
    expect(marksOf({ y: String(signal('y')), z: answer }, read)('z')).toBe('right');
  });

  it('leave data without a blank', () => {
    const marks = judgeSignals({ graph, passes, entries: new Map(), read: (value) => value });
    const names = [...marks.keys()].map((node) => {
      const symbol = graph[node]?.symbol;
      return symbol === undefined ? '' : nameOf(symbol);
    });
    expect(names).toEqual(['Lreg', 'R', 'L', 'y', 'z', 'b', 'w']);
  });
});
