import { useId, type ReactNode } from 'react';
import { nameOf, type Graph } from '../../../figures/computationGraph/graph';
import { edgePath, NODE, type GraphEdge, type GraphLayout } from '../../../figures/computationGraph/layout';
import { hasSignal, isReached, type GraphStep } from '../../../figures/computationGraph/story';
import { Num } from '../numbers';
import { GraphSymbolText } from './GraphSymbolText';
import { Leaf } from './Leaf';

export interface GraphFigureProps {
  readonly graph: Graph;
  readonly layout: GraphLayout;
  readonly steps: readonly GraphStep[];
  /** place in the steps; −1 before the first */
  readonly at: number;
  readonly onGo: (step: GraphStep) => void;
  readonly isLive: (node: number) => boolean;
  readonly onMove: (node: number, value: number, gesture: string) => void;
  /** a blank in place of a signal */
  readonly blank: ((node: number) => ReactNode) | null;
}

/** The graph: edges as a drawing, nodes with their numbers over it. */
export function GraphFigure(props: GraphFigureProps) {
  const { graph, layout } = props;
  const size = { width: layout.width, height: layout.height };
  return (
    <div className="graph-figure" style={size}>
      <Edges {...props} />
      {graph.map((_, node) => (
        <NodeBox key={node} {...props} node={node} />
      ))}
    </div>
  );
}

function Edges({ graph, layout, steps, at }: GraphFigureProps) {
  const id = useId();
  return (
    <svg role="img" aria-label="Computation graph" width={layout.width} height={layout.height}>
      <desc>{describe(graph)}</desc>
      <marker
        id={id}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto-start-reverse"
      >
        <path d="M0,0 8,4 0,8z" className="graph-arrow" />
      </marker>
      {layout.edges.map((edge) => {
        const role = roleOf(edge, steps[at]);
        return (
          <path
            key={`${edge.to}:${edge.place}`}
            className="graph-edge"
            data-role={role}
            d={edgePath(edge.points)}
            {...(role === 'received' || role === 'sent' ? { markerStart: `url(#${id})` } : {})}
          />
        );
      })}
    </svg>
  );
}

/** What an edge does in the present step: brings a value, or carries a signal back to its operand. */
function roleOf(
  { from, to }: GraphEdge,
  step: GraphStep | undefined,
): 'taken' | 'received' | 'sent' | undefined {
  if (step === undefined) return undefined;
  if (step.phase === 'forward') return to === step.node ? 'taken' : undefined;
  if (from === step.node) return 'received';
  return to === step.node ? 'sent' : undefined;
}

/** "z from b, w and x; y from z; …" */
function describe(graph: Graph): string {
  const name = (node: number) => {
    const symbol = graph[node]?.symbol;
    return symbol === undefined ? '' : nameOf(symbol);
  };
  const list = new Intl.ListFormat('en-US', { type: 'conjunction' });
  return graph
    .flatMap(({ operation, operands }, node) =>
      operation === null ? [] : [`${name(node)} from ${list.format(operands.map(name))}`],
    )
    .join('; ');
}

function NodeBox(props: GraphFigureProps & { readonly node: number }) {
  const { graph, layout, steps, at, onGo, node, isLive, onMove, blank } = props;
  const { symbol, operation } = graph[node] ?? {};
  const place = layout.nodes[node];
  if (symbol === undefined || operation === undefined || place === undefined) return null;
  const name = nameOf(symbol);
  const known = operation === null || blank !== null || isReached(steps, at, { phase: 'forward', node });
  const value = known ? <Num k={`v:${node}`} /> : <span className="num">·</span>;
  return (
    <div
      role="group"
      aria-label={`Node ${name}`}
      className="graph-node"
      data-leaf={operation === null || undefined}
      data-filled={blank !== null || undefined}
      data-current={steps[at]?.node === node || undefined}
      style={{ left: place.x, top: place.y, width: NODE.width, height: layout.nodeHeight }}
    >
      <span className="graph-glyph">{operation?.glyph ?? (isLive(node) ? '↔' : '')}</span>
      <div className="graph-row">
        <GraphSymbolText symbol={symbol} />
        {operation !== null ? (
          <button
            type="button"
            aria-label={`Value of ${name}`}
            onClick={() => onGo({ phase: 'forward', node })}
          >
            {value}
          </button>
        ) : isLive(node) ? (
          <Leaf name={name} node={node} onMove={(to, gesture) => onMove(node, to, gesture)} />
        ) : (
          <span className="graph-fixed">{value}</span>
        )}
      </div>
      {hasSignal(graph, node) ? (
        <div className="graph-row graph-signal">
          <i>δ</i>
          {blank?.(node) ?? <SignalButton {...props} name={name} />}
        </div>
      ) : (
        <div className="graph-row graph-data">data</div>
      )}
    </div>
  );
}

type SignalProps = GraphFigureProps & { readonly node: number; readonly name: string };

function SignalButton({ steps, at, node, name, onGo }: SignalProps) {
  const step: GraphStep = { phase: 'backward', node };
  return (
    <button type="button" aria-label={`Signal δ_${name}`} onClick={() => onGo(step)}>
      {isReached(steps, at, step) ? <Num k={`d:${node}`} error /> : <span className="num">·</span>}
    </button>
  );
}
