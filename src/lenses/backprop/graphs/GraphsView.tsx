import { useMemo } from 'react';
import { Select } from '../../../controls/Select';
import { Switch } from '../../../controls/Switch';
import type { Graph } from '../../../figures/computationGraph/graph';
import { ownGraph } from '../../../figures/computationGraph/own';
import { forward } from '../../../figures/computationGraph/passes';
import { WORKED } from '../../../figures/computationGraph/worked';
import { TokenChoice } from '../TokenChoice';
import { TypedTokenFields } from '../TypedToken';
import { useToldToken } from '../useToldToken';
import { setGraphs, useGraphs, type Choice } from './graphsStore';
import { OwnBar } from './OwnBar';
import { PresentGraphView } from './PresentGraphView';
import { StaticGraph, symbolName } from './StaticGraph';
import './GraphsView.css';

const CHOICES: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: 'logistic', label: 'Logistic least squares' },
  { value: 'regularized', label: 'Logistic least squares with L2' },
  { value: 'softmax', label: 'Softmax regression, three classes' },
  { value: 'max-multiply', label: 'Max and multiply nodes' },
  { value: 'present', label: 'The present network' },
  { value: 'own', label: 'Your own' },
];

/** Drawn with the letters of the lecture that draws them. */
const WITH_TARGET: ReadonlySet<Choice> = new Set(['logistic', 'regularized', 'softmax']);

/** Computations as graphs: values forward, error signals back along the edges. */
export function GraphsView() {
  const { choice, fill, given, own } = useGraphs();
  const mine = useMemo(() => ownGraph(own), [own]);
  return (
    <div className="graphs">
      <div className="graphs-bar">
        <Select
          label="Graph"
          layout="inline"
          value={choice}
          options={CHOICES}
          onChange={(to) => setGraphs({ choice: to })}
        />
        {choice === 'present' ? (
          <TokenField />
        ) : (
          <Switch
            label="Fill in the backward signals"
            checked={fill}
            onChange={(to) => setGraphs({ fill: to })}
          />
        )}
        {WITH_TARGET.has(choice) && <p className="graphs-note">Here y is the output and t the target.</p>}
        {choice === 'own' && <OwnBar graph={mine} />}
      </div>
      {choice === 'present' ? (
        <PresentGraphView />
      ) : choice === 'own' ? (
        <Own graph={mine} given={given.own ?? []} />
      ) : (
        <StaticGraph
          key={choice}
          choice={choice}
          graph={WORKED[choice].graph}
          given={given[choice] ?? WORKED[choice].given}
        />
      )}
    </div>
  );
}

function TokenField() {
  const token = useToldToken();
  return (
    <>
      <TokenChoice token={token} />
      {token.typing !== null && <TypedTokenFields typing={token.typing} />}
    </>
  );
}

function Own({ graph, given }: { graph: Graph; given: readonly number[] }) {
  const values = useMemo(() => forward(graph, given), [graph, given]);
  if (graph.length === 0) return <p className="graphs-large">Add a number to begin.</p>;
  const broken = values.findIndex((value) => !Number.isFinite(value));
  return (
    <>
      {broken >= 0 && (
        <p className="graphs-note" role="alert">
          {graph[broken]?.operation?.glyph === 'ln'
            ? `The logarithm ${symbolName(graph, broken)} needs a number above 0; its operand is not.`
            : `${symbolName(graph, broken)} is too large to be computed.`}
        </p>
      )}
      <StaticGraph key={graph.length} choice="own" graph={graph} given={given} />
    </>
  );
}
