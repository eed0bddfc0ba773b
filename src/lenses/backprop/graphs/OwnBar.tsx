import { useState } from 'react';
import { Select } from '../../../controls/Select';
import { SpinButton } from '../../../controls/SpinButton';
import { TextButton } from '../../../controls/TextButton';
import type { Graph } from '../../../figures/computationGraph/graph';
import { arityOf, LARGEST_OWN, OWN_KINDS, type OwnKind } from '../../../figures/computationGraph/own';
import { addOwnNode, removeOwnNode } from './graphsStore';
import { symbolName } from './StaticGraph';

const KINDS = OWN_KINDS.map((kind) => ({ value: kind, label: kind }));

/** Adds a node after those that there are; it takes any of them. */
export function OwnBar({ graph }: { graph: Graph }) {
  const [kind, setKind] = useState<OwnKind>('add');
  const [number, setNumber] = useState(1);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const arity = arityOf(kind);
  const nodes = graph.map((_, node) => ({ value: String(node), label: symbolName(graph, node) }));
  // The last nodes are most often what comes next; a removed one cannot stay chosen.
  const operands = Array.from({ length: arity }, (_, place) => {
    const wanted = Number(chosen[place] ?? NaN);
    return wanted < graph.length ? wanted : Math.max(0, graph.length - 1 - place);
  });
  const full = graph.length >= LARGEST_OWN;
  const impossible = full || (graph.length === 0 && arity > 0);
  const choose = (place: number, value: string) =>
    setChosen(
      [0, 1]
        .map((each) => (each === place ? value : (chosen[each] ?? '')))
        .map((each, i) => each || String(operands[i] ?? 0)),
    );
  return (
    <div className="graphs-own" role="group" aria-label="Build a graph">
      <Select label="Node" layout="inline" value={kind} options={KINDS} onChange={setKind} />
      {arity === 0 && (
        <SpinButton
          label="Number"
          layout="inline"
          min={-100}
          max={100}
          integer={false}
          value={number}
          onChange={setNumber}
          onEnd={() => undefined}
        />
      )}
      {graph.length > 0 &&
        operands.map((operand, place) => (
          <Select
            key={place}
            label={arity === 1 ? 'of' : place === 0 ? 'First' : 'Second'}
            layout="inline"
            value={String(operand)}
            options={nodes}
            onChange={(value) => choose(place, value)}
          />
        ))}
      <TextButton
        onClick={() => {
          if (!impossible) addOwnNode({ kind, operands }, arity === 0 ? number : 0);
          setChosen([]);
        }}
      >
        Add node
      </TextButton>
      <TextButton onClick={removeOwnNode}>Remove last</TextButton>
      {full && <p className="graphs-note">A graph of your own has up to {LARGEST_OWN} nodes.</p>}
      {!full && impossible && <p className="graphs-note">Begin with a number: every other node takes one.</p>}
    </div>
  );
}
