import { Fragment } from 'react';
import {
  signalTex,
  texOf,
  usesOf,
  type Graph,
  type GraphNode,
  type GraphSymbol,
} from '../../../figures/computationGraph/graph';
import type { GraphStep } from '../../../figures/computationGraph/story';
import { Num } from '../numbers';
import { Tex } from '../../../panels/network/Tex';
import { GraphSymbolText } from './GraphSymbolText';

export interface ToldProps {
  readonly graph: Graph;
  readonly step: GraphStep | undefined;
}

/** The present step in symbols and in numbers, and the rule of the node that fires. */
export function GraphTold({ graph, step }: ToldProps) {
  const node = step === undefined ? undefined : graph[step.node];
  if (step === undefined || node === undefined)
    return <p className="explain-prose">Only the leaves are known. Values flow from left to right.</p>;
  const name = <GraphSymbolText symbol={node.symbol} />;
  return (
    <>
      <h3>
        {step.phase === 'forward' ? 'Forward: ' : 'Backward: δ'}
        {step.phase === 'forward' ? name : <sub>{name}</sub>}
      </h3>
      {step.phase === 'forward' ? (
        <Forward graph={graph} node={node} at={step.node} />
      ) : (
        <Backward graph={graph} node={node} at={step.node} />
      )}
    </>
  );
}

interface StepProps {
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly at: number;
}

function Forward({ graph, node: { symbol, operation, operands }, at }: StepProps) {
  return (
    <>
      <Tex
        display
        tex={`${texOf(symbol)} = ${operation?.tex(operands.map((each) => texAt(graph, each))) ?? ''}`}
      />
      <p className="explain-line">
        with{' '}
        {operands.map((operand, place) => (
          <Fragment key={place}>
            {place > 0 && ', '}
            <span className="term">
              <SymbolAt graph={graph} node={operand} /> = <Num k={`v:${operand}`} />
            </span>
          </Fragment>
        ))}
      </p>
      <p className="explain-line">
        <GraphSymbolText symbol={symbol} /> = <Num k={`v:${at}`} />
      </p>
    </>
  );
}

function Backward(props: StepProps) {
  const { graph, node, at } = props;
  const uses = usesOf(graph)[at] ?? [];
  const isOutput = at === graph.length - 1;
  return (
    <>
      {isOutput ? (
        <Tex
          display
          tex={`${signalTex(node.symbol)} = \\frac{d${texOf(node.symbol)}}{d${texOf(node.symbol)}} = 1`}
        />
      ) : (
        <Tex display tex={signalFormula(graph, at)} />
      )}
      <p className="explain-line">
        {uses.map((use, i) => (
          <Fragment key={i}>
            {i === 0 ? '= ' : ' + '}
            <span className="term">
              <Num k={`d:${use.node}`} error /> · <Num k={`p:${use.node}:${use.place}`} />
            </span>
          </Fragment>
        ))}{' '}
        = <Num k={`d:${at}`} error />
      </p>
      <p className="explain-prose">
        <Gathering symbol={node.symbol} uses={uses.length} isOutput={isOutput} />
      </p>
      {node.operation !== null && <Sends {...props} rule={node.operation.rule} />}
    </>
  );
}

interface GatheringProps {
  readonly symbol: GraphSymbol;
  readonly uses: number;
  readonly isOutput: boolean;
}

/** How a node's signal comes about of those that take its value. */
function Gathering({ symbol, uses, isOutput }: GatheringProps) {
  const name = <GraphSymbolText symbol={symbol} />;
  if (isOutput) return 'The output’s derivative by itself is 1. The way back begins here.';
  if (uses === 0) return <>Nothing takes {name}: no signal reaches it.</>;
  if (uses === 1) return <>One node takes {name}: its message is the signal.</>;
  return (
    <>
      {name} fans out to {uses} uses: its signal is the sum of their messages.
    </>
  );
}

/** The node fires: its local rule, and what it sends where. */
function Sends({ graph, node, at, rule }: StepProps & { readonly rule: string }) {
  const wanted = node.operands.flatMap((operand, place) =>
    graph[operand]?.data === true ? [] : [{ operand, place }],
  );
  return (
    <>
      <p className="explain-prose">{rule}</p>
      <p className="explain-line">
        {wanted.map(({ operand, place }, i) => (
          <Fragment key={place}>
            {i > 0 && ', '}
            <span className="term">
              to <SymbolAt graph={graph} node={operand} />: <Num k={`m:${at}:${place}`} error />
            </span>
          </Fragment>
        ))}
      </p>
    </>
  );
}

function SymbolAt({ graph, node }: { graph: Graph; node: number }) {
  const symbol: GraphSymbol | undefined = graph[node]?.symbol;
  return symbol === undefined ? null : <GraphSymbolText symbol={symbol} />;
}

function texAt(graph: Graph, node: number): string {
  const symbol = graph[node]?.symbol;
  return symbol === undefined ? '' : texOf(symbol);
}

/** δ_w as the sum over those that take w, first in partial derivatives, then by their local rules. */
export function signalFormula(graph: Graph, at: number): string {
  const uses = usesOf(graph)[at] ?? [];
  const self = texAt(graph, at);
  const terms = uses.flatMap(({ node, place }) => {
    const taker = graph[node];
    if (taker === undefined || taker.operation === null) return [];
    const symbols = taker.operands.map((each) => texAt(graph, each));
    const partial = taker.operation.partialTex(symbols, texOf(taker.symbol))[place] ?? '';
    return [
      {
        by: `\\frac{\\partial ${texOf(taker.symbol)}}{\\partial ${self}}`,
        partial,
        signal: signalTex(taker.symbol),
      },
    ];
  });
  if (terms.length === 0) return `\\delta_{${self}} = 0`;
  const lines = [
    terms.map(({ signal, by }) => `${signal} ${by}`).join(' + '),
    terms.map(({ signal, partial }) => (partial === '1' ? signal : `${signal}\\, ${partial}`)).join(' + '),
  ];
  return `\\begin{aligned}\\delta_{${self}} &= ${lines.join(' \\\\ &= ')}\\end{aligned}`;
}
