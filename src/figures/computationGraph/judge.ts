import { agrees, type Mark } from '../worksheet/judge';
import { parseAnswer } from '../worksheet/paper';
import { usesOf, type Graph } from './graph';
import { partialsOf, type Passes } from './passes';
import { hasSignal } from './story';

export interface Fill {
  readonly graph: Graph;
  readonly passes: Passes;
  /** what is typed, by node */
  readonly entries: ReadonlyMap<number, string>;
  /** a value as the student reads it from the page */
  readonly read: (value: number) => number;
}

/**
 * The mark of every signal's blank, judged as on the worksheet, from the output backward: an answer that follows from the
 * student's own signals before it is carried, not wrong.
 */
export function judgeSignals({ graph, passes, entries, read }: Fill): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const uses = usesOf(graph);
  const printed = passes.values.map(read);
  const answerOf = (node: number) => parseAnswer(entries.get(node) ?? '');
  const own = (node: number): number => answerOf(node) ?? passes.signals[node] ?? NaN;
  const isMistaken = (node: number) => marks.get(node) === 'wrong' || marks.get(node) === 'carried';
  /** from the student's own signals and the values of the page */
  const following = (node: number, values: Float64Array): number =>
    (uses[node] ?? []).reduce(
      (sum, use) => sum + own(use.node) * (partialsOf(graph, use.node, values)[use.place] ?? NaN),
      0,
    );

  function markOf(node: number): Mark {
    if ((entries.get(node) ?? '').trim() === '') return 'blank';
    const answer = answerOf(node);
    if (answer === null) return 'unreadable';
    if (agrees(answer, passes.signals[node] ?? NaN)) return 'right';
    if (node === graph.length - 1) return 'wrong';
    if (![passes.values, printed].some((values) => agrees(answer, following(node, values)))) return 'wrong';
    return (uses[node] ?? []).some((use) => isMistaken(use.node)) ? 'carried' : 'right';
  }
  for (let node = graph.length - 1; node >= 0; node--)
    if (hasSignal(graph, node)) marks.set(node, markOf(node));
  return marks;
}
