import { useMemo, useRef, useState } from 'react';
import type { Graph } from '../../../figures/computationGraph/graph';
import { nameOf } from '../../../figures/computationGraph/graph';
import { judgeSignals } from '../../../figures/computationGraph/judge';
import { passesOf } from '../../../figures/computationGraph/passes';
import { readNumber, writeNumbers } from './graphNumbers';
import { FillAside } from './FillAside';
import { GraphBody } from './GraphBody';
import { NO_FILLING, setFilling, setLeaf, useGraphs, type Choice } from './graphsStore';
import { SignalBox } from './SignalBox';

export interface StaticGraphProps {
  readonly choice: Choice;
  readonly graph: Graph;
  readonly given: readonly number[];
}

/** A worked graph or one's own: its leaves are moved here, and its signals can be filled in. */
export function StaticGraph({ choice, graph, given }: StaticGraphProps) {
  const { fill, filling } = useGraphs();
  const { entries, judged } = filling[choice] ?? NO_FILLING;
  const root = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(graph.length - 1);
  const passes = useMemo(() => passesOf(graph, given), [graph, given]);

  const marks = useMemo(
    () => judgeSignals({ graph, passes, entries, read: readNumber }),
    [graph, passes, entries],
  );
  // Marks come from the output backward: what is wrong first makes the signals after it hard to judge.
  const wrong = [...marks].find(([, mark]) => mark === 'wrong' || mark === 'unreadable')?.[0];
  const first = wrong !== undefined && judged.has(wrong) ? wrong : null;
  const judge = (nodes: Iterable<number>) =>
    setFilling(choice, (now) => ({ ...now, judged: new Set([...now.judged, ...nodes]) }));
  const write = (node: number, text: string) =>
    setFilling(choice, (now) => ({
      entries: new Map(now.entries).set(node, text),
      judged: new Set([...now.judged].filter((each) => each !== node)),
    }));
  const blank = (node: number) => (
    <SignalBox
      name={`δ_${symbolName(graph, node)}`}
      text={entries.get(node) ?? ''}
      mark={judged.has(node) ? (marks.get(node) ?? null) : null}
      first={node === first}
      onWrite={(text) => write(node, text)}
      onFocus={() => setFocused(node)}
      onLeave={() => entries.has(node) && judge([node])}
    />
  );
  return (
    <GraphBody
      root={root}
      onShown={() => writeNumbers(root.current, graph, passes)}
      graph={graph}
      isLive={(node) => graph[node]?.operation === null}
      onMove={(node, value) => setLeaf(choice, given, node, value)}
      blank={fill ? blank : null}
      aside={
        <FillAside
          graph={graph}
          focused={Math.min(focused, graph.length - 1)}
          marks={marks}
          judged={judged}
          first={first}
          onJudge={() => judge(marks.keys())}
          onClear={() => setFilling(choice, () => NO_FILLING)}
          onGoToFirst={() =>
            root.current
              ?.querySelector<HTMLInputElement>('.graph-mark[data-first]')
              ?.parentElement?.querySelector('input')
              ?.focus()
          }
        />
      }
    />
  );
}

export function symbolName(graph: Graph, node: number): string {
  const symbol = graph[node]?.symbol;
  return symbol === undefined ? '' : nameOf(symbol);
}
