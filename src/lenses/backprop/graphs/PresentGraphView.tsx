import { useMemo, useRef, type RefObject } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import { layerSizes, parameterCount } from '../../../experiment/shape';
import { passesOf } from '../../../figures/computationGraph/passes';
import { sameSizes } from '../../../panels/output/sameSizes';
import { useActions, useFrame, useFrames, useSelect } from '../../../store/context';
import { useRing, useToldToken } from '../useToldToken';
import { GraphBody } from './GraphBody';
import { writeNumbers } from './graphNumbers';
import { LARGEST_PRESENT, nodeCount, presentGraph, type PresentGraph } from './presentGraph';

/** The present network as a graph; moving a leaf moves the network's own weight. */
export function PresentGraphView() {
  const experiment = useSelect((state) => state.experiment);
  const count = nodeCount(experiment);
  if (count <= LARGEST_PRESENT) return <Drawn key={layerSizes(experiment).join()} experiment={experiment} />;
  return (
    <p className="graphs-large">
      As single numbers the present network has <data value={String(count)}>{count}</data> nodes; up to{' '}
      <data value={String(LARGEST_PRESENT)}>{LARGEST_PRESENT}</data> can be drawn legibly. Two inputs with one
      hidden layer of two or three units are small enough.
    </p>
  );
}

function Drawn({ experiment }: { experiment: Experiment }) {
  const { setParameter } = useActions();
  const root = useRef<HTMLDivElement>(null);
  const present = useMemo(() => presentGraph(experiment), [experiment]);
  const { graph, parameters } = present;
  const frames = useFrames();
  usePresentNumbers(root, experiment, present);
  return (
    <GraphBody
      root={root}
      onShown={frames.redraw}
      graph={graph}
      isLive={(node) => (parameters[node] ?? null) !== null}
      onMove={(node, value, gesture) => {
        const ref = parameters[node] ?? null;
        if (ref !== null) setParameter(ref, value, gesture);
      }}
      blank={null}
      aside={null}
    />
  );
}

/** Writes the numbers with every frame. */
function usePresentNumbers(
  root: RefObject<HTMLDivElement | null>,
  experiment: Experiment,
  { graph, givenBy }: PresentGraph,
): void {
  const token = useToldToken();
  useRing(token);
  useFrame(
    ({ sizes, parameters }) => {
      if (!sameSizes(sizes, layerSizes(experiment)) || parameters.length !== parameterCount(experiment))
        return;
      writeNumbers(root.current, graph, passesOf(graph, givenBy(parameters, token)));
    },
    [experiment, graph, givenBy, token],
  );
}
