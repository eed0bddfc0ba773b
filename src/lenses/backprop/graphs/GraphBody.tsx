import { useEffect, useMemo, useState, type ReactNode, type RefObject } from 'react';
import { TextButton } from '../../../controls/TextButton';
import { PHONE, useMedia } from '../../../controls/useMedia';
import type { Graph } from '../../../figures/computationGraph/graph';
import { layoutGraph, NODE } from '../../../figures/computationGraph/layout';
import { graphSteps, type GraphStep } from '../../../figures/computationGraph/story';
import { GraphFigure, type GraphFigureProps } from './GraphFigure';
import { GraphTold } from './GraphTold';

export interface GraphBodyProps extends Pick<GraphFigureProps, 'graph' | 'isLive' | 'onMove' | 'blank'> {
  readonly root: RefObject<HTMLDivElement | null>;
  /** Elements for numbers are there, still empty. */
  readonly onShown: () => void;
  /** stands beside the graph in place of the story while signals are filled in */
  readonly aside: ReactNode;
}

/** The graph and the story of its passes, node by node. */
export function GraphBody({ root, onShown, aside, ...figure }: GraphBodyProps) {
  const { graph, blank } = figure;
  const filled = blank !== null;
  const phone = useMedia(PHONE);
  const nodeHeight = filled ? (phone ? NODE.touchFilled : NODE.filled) : phone ? NODE.touch : NODE.height;
  const layout = useMemo(() => layoutGraph(graph, nodeHeight), [graph, nodeHeight]);
  const story = useGraphStory(graph);
  const { steps, at, go } = story;
  useEffect(() => {
    const current = root.current?.querySelector('.graph-node[data-current]');
    if (story.isUnderway) current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [root, story.isUnderway, at]);
  useEffect(() => onShown());
  return (
    <div ref={root} className="graphs-body">
      <div className="graphs-scroller">
        <GraphFigure {...figure} layout={layout} steps={steps} at={filled ? -1 : at} onGo={story.goTo} />
      </div>
      <section className="graphs-told" aria-label="The present node">
        {filled ? (
          aside
        ) : (
          <>
            <div className="explain" aria-live="polite">
              <GraphTold key={at} graph={graph} step={steps[at]} />
            </div>
            <div className="backprop-buttons">
              <TextButton onClick={() => go(-1)}>To the start</TextButton>
              <TextButton onClick={() => go(Math.max(-1, at - 1))}>Previous node</TextButton>
              <TextButton primary onClick={story.forward}>
                Next node
              </TextButton>
            </div>
          </>
        )}
      </section>
    </div>
  );
}

/** Stands at its end, where all numbers are known, until it is begun; once told, it stays there. */
function useGraphStory(graph: Graph) {
  const steps = useMemo(() => graphSteps(graph), [graph]);
  const [place, go] = useState<number | null>(null);
  const end = steps.length - 1;
  return {
    steps,
    at: Math.min(place ?? end, end),
    isUnderway: place !== null,
    go,
    forward: () => go(place === null ? 0 : Math.min(place + 1, end)),
    goTo: (step: GraphStep) =>
      go(steps.findIndex(({ phase, node }) => phase === step.phase && node === step.node)),
  };
}
